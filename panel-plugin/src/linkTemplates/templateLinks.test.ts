import { isLinkTemplate, templateLinks } from './templateLinks';

const trace = { request_id: 'req/1 &?#', model: 'gpt-4o', user_id: '' };
const hrefs = (url: string, of: Record<string, string> = trace) =>
  templateLinks([{ name: 'Ticket', url }], of).map(({ href }) => href);

it('values of a trace are put in as values, whatever they hold', () => {
  expect(hrefs('https://x.example/${request_id}?m=${model}')).toEqual([
    'https://x.example/req%2F1%20%26%3F%23?m=gpt-4o',
  ]);
  expect(hrefs('/d/users?var-model=${model}')).toEqual(['/d/users?var-model=gpt-4o']);
});

it('a trace that lacks a value has no link that leads to something else', () => {
  expect(hrefs('https://x.example/users/${user_id}')).toEqual([]);
  expect(hrefs('https://x.example/${request_id}', { request_id: '..' })).toEqual([]);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//other.example/${model}',
  '/\\other.example/',
  'https://${model}.example/',
  'relative/${model}',
  'https://x.example/${unknown}',
  'https://x.example/${model',
  '',
])('%s is no link', (url) => {
  expect(hrefs(url)).toEqual([]);
  expect(isLinkTemplate(url)).toBe(false);
});

it.each(['https://x.example/${trace_id}', 'http://x.example', '/explore?x=${conversation_id}'])(
  '%s is a link',
  (url) => {
    expect(isLinkTemplate(url)).toBe(true);
  }
);
