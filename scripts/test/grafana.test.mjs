import { afterEach, describe, expect, it, vi } from 'vitest';
import { grafanaJourneys } from './grafana.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('the journeys through a real Grafana', () => {
  it('are named as not run where there is none, and count as nothing', async () => {
    vi.stubEnv('GRAFANA_URL', '');
    const { passed, failed, skipped } = await grafanaJourneys('/no/chromium')();
    expect({ passed, failed }).toEqual({ passed: 0, failed: 0 });
    expect(skipped).toEqual([expect.stringMatching(/^not run: /)]);
  });
});
