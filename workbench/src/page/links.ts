import { locationService } from '@grafana/runtime';

/** Follows links to dashboards without loading the page again, as Grafana does, wherever on the page they are. */
export function followLinksInPage(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented;
    if (link && isPlain && (!link.target || link.target === '_self')) {
      const url = new URL(link.href, window.location.href);
      if (url.origin === window.location.origin && (url.pathname === '/' || url.pathname.startsWith('/d/'))) {
        event.preventDefault();
        locationService.push(url.pathname + url.search);
      }
    }
  });
}
