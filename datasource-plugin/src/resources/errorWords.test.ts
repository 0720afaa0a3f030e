import { errorWords } from './errorWords';

it.each([
  [
    { data: { error: { code: 'INVALID_ARGUMENT', message: 'steps[0].value: a duration' } }, status: 400 },
    'steps[0].value: a duration',
  ],
  [{ data: { message: 'plugin unavailable' }, statusText: 'Bad Gateway' }, 'plugin unavailable'],
  [{ status: 502, statusText: 'Bad Gateway' }, 'Bad Gateway'],
  [new Error('no network'), 'no network'],
  ['text', 'The trace server could not be asked.'],
  [undefined, 'The trace server could not be asked.'],
  [{ data: 'half an answ', message: '' }, 'The trace server could not be asked.'],
])('a failure is told in words people can read: %j', (error, words) => {
  expect(errorWords(error)).toBe(words);
});
