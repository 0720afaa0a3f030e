import fc from 'fast-check';
import { part } from '../../fixtures/exports';
import { NoExport, PartReader } from './partReader';

function joined(parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((one) => [...one]));
}

/** What comes out when the stream is cut at these places. */
function readCut(stream: Uint8Array, cuts: number[]): { kinds: string; data: string } {
  const reader = new PartReader();
  const places = [...new Set([0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length])].sort(
    (a, b) => a - b
  );
  let kinds = '';
  const data: number[] = [];
  places.forEach((place, index) => {
    for (const got of reader.take(stream.subarray(places[index - 1] ?? 0, place))) {
      if (got.kind === 'data') {
        data.push(...got.bytes);
      } else {
        kinds += `${got.kind} `;
      }
    }
  });
  return { kinds, data: Buffer.from(data).toString('utf8') };
}

it('wherever the network cuts an export, the same file comes out', () => {
  const stream = joined([
    part('b', { rowsTotal: 3 }),
    part('d', 'a,b\n'),
    part('k', ''),
    part('d', ''),
    part('d', '日本語,"x"\n'),
    part('e', { rows: 2 }),
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 30 }), (cuts) => {
      expect(readCut(stream, cuts)).toEqual({ kinds: 'begin end ', data: 'a,b\n日本語,"x"\n' });
    })
  );
});

it.each([
  ['the page of a proxy', new TextEncoder().encode('<html>502 Bad Gateway</html>')],
  ['what Grafana says behind a part', joined([part('d', 'x'), new TextEncoder().encode('{"message":"failed"}')])],
  ['a sentence of four gigabytes', Uint8Array.from([0x65, 255, 255, 255, 255])],
])('%s is no export', (_, stream) => {
  expect(() => readCut(stream, [])).toThrow(NoExport);
});
