/**
 * Puts a text on the clipboard. Pages without HTTPS have no clipboard of their own, so there the text is selected and
 * copied as by hand.
 * @throws when the browser does not allow it
 */
export async function copyText(text: string): Promise<void> {
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  if (clipboard && window.isSecureContext) {
    await clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(area);
  try {
    area.select();
    // The only way without HTTPS.
    if (!(document as { execCommand?: (command: string) => boolean }).execCommand?.('copy')) {
      throw new Error('copying was refused');
    }
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) {
      focused.focus({ preventScroll: true });
    }
  }
}
