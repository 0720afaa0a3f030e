import { setBootData } from './boot/bootData';
import { readSettings } from './boot/settings';

async function boot(): Promise<void> {
  const settings = await readSettings();
  setBootData(settings);
  const { start } = await import('./page/start');
  start(settings);
}

boot().catch((error: unknown) => {
  document.body.textContent = error instanceof Error ? error.message : String(error);
  throw error;
});
