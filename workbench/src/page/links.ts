import { locationService } from '@grafana/runtime';

const isPage = (path: string) => path === '/' || path.startsWith('/d/') || path === '/explore' || path === '/settings';

/** Follows links to the page's own addresses without loading the page again, as Grafana does, wherever on the page they are. */
export function followLinksInPage(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented;
    if (link && isPlain && (!link.target || link.target === '_self')) {
      const url = new URL(link.href, window.location.href);
      if (url.origin === window.location.origin && isPage(url.pathname)) {
        event.preventDefault();
        locationService.push(url.pathname + url.search);
      }
    }
  });
}
