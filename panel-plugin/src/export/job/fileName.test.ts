import { exportFileName } from './fileName';
import { newExportId } from './newExportId';

it.each([
  ['csv', 'gpt-4o', 'gpt-4o_traces_data.csv'],
  ['jsonl', 'gpt-4o', 'gpt-4o_traces_data.jsonl'],
  ['parquet', 'meta/llama 3', 'meta_llama_3_traces_data.parquet'],
  ['finetuning-jsonl', 'gpt-4o', 'gpt-4o_finetuning_data.jsonl'],
  ['csv', undefined, 'all_traces_data.csv'],
  ['csv', '../../etc/passwd', 'etc_passwd_traces_data.csv'],
  ['csv', '\u202egpj.exe\u0000', 'gpj.exe_traces_data.csv'],
  ['csv', '...', 'all_traces_data.csv'],
  ['csv', '日本語', '日本語_traces_data.csv'],
] as const)('a %s of %j is named so that every system takes it', (format, model, name) => {
  expect(exportFileName(format, model)).toBe(name);
});

it('an export id is one that the trace server takes, and another each time', () => {
  const ids = new Set(Array.from({ length: 50 }, newExportId));
  expect(ids.size).toBe(50);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
