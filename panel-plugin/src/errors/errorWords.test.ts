import { errorSentence, errorWords, MAX_MESSAGE_LENGTH } from './errorWords';

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
  ])('says what to do about status %d when nobody gives a reason', (status, words) => {
    expect(errorWords({ status })).toMatch(words);
    expect(errorWords({ status, data: '<html>', message: 'Query error', statusText: 'Bad Gateway' })).toMatch(words);
    expect(errorWords({ status, message: `Query error: ${status} Forbidden` })).toMatch(words);
  });

  it.each([
    [502, "The trace server's answer broke off or is damaged."],
    [502, 'What answers at http://localhost:1 is not a trace server (it sent text/html).'],
    [504, 'The trace server at http://localhost:1 did not answer within 5s.'],
    [429, 'The trace server is overloaded. Try again in 7 s.'],
    [403, 'The trace server refused the API key. Enter a valid key in the data source settings.'],
    [401, 'The trace server refused the API key. Enter a valid key in the data source settings.'],
  ])('keeps the reason that the data source gives with status %d: %s', (status, message) => {
    expect(errorWords({ status, message })).toBe(message);
    expect(errorWords({ status, statusText: 'Bad Gateway', data: { error: { message } } })).toBe(message);
  });

  it('shows the beginning of a message of megabytes, cut between two characters', () => {
    const message = `a${'\u{1f4a5}'.repeat(1_000_000)}`;
    const shown = errorWords({ status: 502, message });
    expect(shown).toBe(`a${'\u{1f4a5}'.repeat((MAX_MESSAGE_LENGTH - 2) / 2)}…`);
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

it.each([
  ['Not for viewers', 'Not for viewers.'],
  ['Not for viewers. ', 'Not for viewers.'],
  ['Really?', 'Really?'],
  ['Say “no.”', 'Say “no.”'],
])('what follows a message does not run into it: %s', (message, words) => {
  expect(errorSentence({ message })).toBe(words);
});
