import { base64Bytes } from './imageSource';

describe('the size of a picture', () => {
  it.each([
    ['', 0],
    ['TQ==', 1],
    ['TWE=\r\n', 2],
    ['TWFu', 3],
  ])('of %j is told in bytes', (base64, bytes) => {
    expect(base64Bytes(base64)).toBe(bytes);
  });

  it('does not hang the page when its base64 is all padding', () => {
    expect(base64Bytes(`${'='.repeat(1_000_000)}A`)).toBe(750_000);
  });
});
