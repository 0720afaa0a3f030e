/**
 * Puts a text that may still be on its way into the clipboard. It is asked for at once, because browsers allow it only
 * for a moment after a click.
 * @throws what the text fails with, or the browser's refusal
 */
export async function copyText(text: Promise<string>): Promise<void> {
  if (!('clipboard' in navigator)) {
    // Browsers keep the clipboard from pages that came without TLS, as many Grafanas do.
    copySelected(await text);
  } else if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
  } else {
    const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
    const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    await Promise.all([text, written]);
  }
}

/** Out of the standard, and in every browser, because pages without TLS have nothing else. */
interface OlderDocument {
  execCommand: (command: 'copy') => boolean;
}

/** The way of browsers before there was a clipboard to write to: a selected text and the command Copy. */
function copySelected(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const focused = document.activeElement;
  // Beside what has the focus: a dialog takes the focus back from anything outside it.
  (focused?.parentElement ?? document.body).append(field);
  field.select();
  const older: OlderDocument = document;
  const isCopied = older.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) {
    focused.focus();
  }
  if (!isCopied) {
    throw new DOMException('The browser refused.', 'NotAllowedError');
  }
}
