import { headersOf, withHeaders, withoutHeader } from './headers';
import type { Settings } from './settings';

const settings = {
  url: 'http://traces',
  jsonData: { timeoutSeconds: 5, httpHeaderName1: 'A', httpHeaderName2: 'B', httpHeaderName3: 'C' },
  secureJsonData: { apiKey: 'k', httpHeaderValue3: 'typed' },
  secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: true },
} as unknown as Settings;

it('headers are read up to the first missing number, as the back end reads them', () => {
  expect(headersOf(settings)).toEqual([
    { name: 'A', value: '', isStored: true },
    { name: 'B', value: '', isStored: true },
    { name: 'C', value: 'typed', isStored: false },
  ]);
  expect(headersOf({ ...settings, jsonData: { httpHeaderName2: 'B' } })).toEqual([]);
});

it('changing one header keeps the stored values of the others', () => {
  const [a, b, c] = headersOf(settings);
  const changed = withHeaders(settings, [a, { ...b, name: 'X' }, c] as never);
  expect(changed.jsonData).toEqual({
    timeoutSeconds: 5,
    httpHeaderName1: 'A',
    httpHeaderName2: 'X',
    httpHeaderName3: 'C',
  });
  expect(changed.secureJsonFields).toMatchObject({ httpHeaderValue1: true, httpHeaderValue2: true });
  expect(changed.secureJsonData).toEqual({ apiKey: 'k', httpHeaderValue3: 'typed' });
});

it('removing a header never gives its value to another one: those after it are asked for theirs', () => {
  const left = withoutHeader(settings, 0);
  expect(left.jsonData).toEqual({ timeoutSeconds: 5, httpHeaderName1: 'B', httpHeaderName2: 'C' });
  expect(left.secureJsonFields).toEqual({ httpHeaderValue1: false, httpHeaderValue2: false });
  expect(left.secureJsonData).toEqual({ apiKey: 'k', httpHeaderValue1: '', httpHeaderValue2: 'typed' });
  expect(withoutHeader(settings, 2).secureJsonFields).toEqual({ httpHeaderValue1: true, httpHeaderValue2: true });
});
