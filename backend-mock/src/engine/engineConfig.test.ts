import { describe, expect, it } from 'vitest';
import { engineMemoryBytes } from './engineConfig.js';

const GIB = 1024 ** 3;

describe('memory of the embedded engine', () => {
  it.each([
    ['half of the machine', 16, 0, 8],
    ['half of what a container may have, so that the container is not killed', 64, 4, 2],
    ['half of the machine where no limit is a huge number', 16, 2 ** 33, 8],
    ['not less than it needs to work', 1.5, 0, 1],
    ['not more than there is', 64, 0.5, 0.5],
  ])('is %s', (_what, machine, limit, expected) => {
    expect(engineMemoryBytes(machine * GIB, limit * GIB)).toBe(expected * GIB);
  });
});
