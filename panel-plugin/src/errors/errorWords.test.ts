import { errorWords } from './errorWords';

describe('errors in words', () => {
  it('says that the database is starting or down, whatever the message of a 503', () => {
    expect(errorWords({ status: 503, message: 'ECONNREFUSED 10.0.0.1' })).toMatch(
      /^The trace server's database is starting or down/
    );
  });

  it.each([
    [401, /API key/],
    [403, /no access/],
    [429, /busy/],
    [502, /cannot be reached/],
    [504, /in time/],
  ])('says what to do about status %d', (status, words) => {
    expect(errorWords({ status })).toMatch(words);
  });

  it.each([
    [
      'a failed resource call',
      { status: 400, data: { error: { code: 'INVALID_ARGUMENT', message: 'limit is too big' } } },
    ],
    ['a failed query', { message: 'limit is too big' }],
    ['Grafana itself', { status: 500, data: { message: 'limit is too big' } }],
    ['code', new Error('limit is too big')],
  ])('passes on the message of %s', (_, error) => {
    expect(errorWords(error)).toBe('limit is too big');
  });

  it('has a sentence when there is no message', () => {
    expect(errorWords(undefined)).toBe('No reason was given.');
  });

  it('shows what hides in a message', () => {
    expect(errorWords({ message: 'bad\u202e' })).toBe('bad⟨U+202E⟩');
  });
});
