import { say } from '../process/say.mjs';
import { checks } from './checks.mjs';

/** Runs every static check; says which failed; resolves to { passed, failed, skipped }. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const check of checks) {
    try {
      await check.run();
      counts.passed += 1;
      say(`  ✓ ${check.name}`);
    } catch (error) {
      counts.failed += 1;
      say(`  ✗ ${check.name}: ${error.message}`);
    }
  }
  return counts;
}
