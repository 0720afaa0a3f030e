import { useSyncExternalStore } from 'react';

/** Width in pixels that the page has. */
export function useViewportWidth(): number {
  return useSyncExternalStore(followResizes, viewportWidth);
}

function followResizes(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
}

/** jsdom lays nothing out; there the window's own width is taken. */
function viewportWidth(): number {
  return document.documentElement.clientWidth || window.innerWidth;
}
