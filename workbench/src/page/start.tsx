import { createRoot } from 'react-dom/client';
import type { WorkbenchSettings } from '../boot/settings';
import { setUpRuntime } from '../runtime/setUp';
import { App } from './App';
import { followLinksInPage } from './links';

/** Draws the page. Grafana's packages must have been given their configuration before. */
export function start(settings: WorkbenchSettings): void {
  setUpRuntime(settings);
  followLinksInPage();
  const root = document.getElementById('page');
  if (!root) {
    throw new Error('index.html has no element "page".');
  }
  createRoot(root).render(<App />);
}
