import { newExportId } from './newExportId';

it('an export id is one that the trace server takes, and another each time', () => {
  const ids = new Set(Array.from({ length: 50 }, newExportId));
  expect(ids.size).toBe(50);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
