/** Hands the fixture to the browser as a file that is named after the request. */
export function saveFixture(fixture: string, requestId: string): void {
  const url = URL.createObjectURL(new Blob([fixture], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${requestId.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100)}.fixture.json`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
