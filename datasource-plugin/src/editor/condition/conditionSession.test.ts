import type { QueryBuilder, QueryParseAnswer } from '../../resources/resources';
import { ConditionSession, PAUSE, shownDiagnostics } from './conditionSession';

const status: QueryBuilder['steps'][number] = { field: 'status', operator: '=', value: 'failed' };
const answer = (changes: Partial<QueryParseAnswer>): QueryParseAnswer => ({
  text: '',
  ast: null,
  builder: null,
  diagnostics: [],
  ...changes,
});
const fault = { message: 'There is no field.', expected: 'a field', position: 0, length: 1 };

/** As much of the trace server as the session needs: `status = failed` is one step, `? …` has a fault, the rest is text. */
function parse(text: string): QueryParseAnswer {
  if (text.startsWith('?')) {
    return answer({ diagnostics: [fault] });
  }
  const steps = text.split(' AND ').map(() => status);
  return answer(text.startsWith('status') ? { builder: { conjunction: 'and', steps } } : { ast: { kind: 'text' } });
}

function opened(condition: string) {
  const parseQuery = jest.fn((text: string) => Promise.resolve(parse(text)));
  const formatQuery = jest.fn(({ steps }: QueryBuilder) =>
    Promise.resolve(steps.map(({ field, value }) => `${field} = ${value}`).join(' AND '))
  );
  const onSave = jest.fn<undefined, [string]>();
  const onRun = jest.fn();
  const session = new ConditionSession({ resources: { parseQuery, formatQuery }, onSave, onRun }, condition);
  session.open(condition);
  return { session, parseQuery, formatQuery, onSave, onRun };
}

const settle = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('a query without a condition opens with no steps and asks nobody', async () => {
  const { session, parseQuery } = opened('');
  await settle();
  expect(session.state()).toMatchObject({ view: 'builder', drafts: { steps: [] } });
  expect(parseQuery).not.toHaveBeenCalled();
});

it('a condition opens as steps where steps can show it, else as text with the reason', async () => {
  const steps = opened('status = failed');
  expect(steps.session.state().view).toBeUndefined();
  await settle();
  expect(steps.session.state()).toMatchObject({ view: 'builder', drafts: { steps: [status] } });
  const text = opened('refund');
  await settle();
  expect(text.session.state()).toMatchObject({ view: 'text', text: 'refund' });
  expect(text.session.state().read?.reason).toContain('Steps cannot show text');
});

it('opening a condition neither saves nor runs it', async () => {
  const { session, onSave, onRun } = opened('status = failed');
  await settle();
  await session.show('text');
  await session.show('builder');
  expect(onSave).not.toHaveBeenCalled();
  expect(onRun).not.toHaveBeenCalled();
});

it('typing runs once, after a pause, and not per key', async () => {
  const { session, onSave, onRun, parseQuery } = opened('');
  await session.show('text');
  for (const text of ['s', 'st', 'status = failed']) {
    session.type(text);
    await jest.advanceTimersByTimeAsync(50);
  }
  expect(parseQuery).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(PAUSE.run);
  expect(onSave.mock.calls).toEqual([['status = failed']]);
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('a text with a fault is saved but not run, and its fault is known before', async () => {
  const { session, onSave, onRun } = opened('');
  session.type('? x');
  await jest.advanceTimersByTimeAsync(PAUSE.check);
  expect(shownDiagnostics(session.state())).toEqual([fault]);
  expect(onSave).not.toHaveBeenCalled();
  session.finish('? x');
  await settle();
  expect(onSave.mock.calls).toEqual([['? x']]);
  expect(onRun).not.toHaveBeenCalled();
  expect(session.state().view).toBe('text');
  session.type('? xy');
  expect(shownDiagnostics(session.state())).toEqual([]);
});

it('leaving the field without a change does not run the query again', async () => {
  const { session, onRun } = opened('refund');
  await settle();
  session.finish('refund');
  await settle();
  expect(onRun).not.toHaveBeenCalled();
  session.finish('refund late');
  session.finish('refund late');
  await settle();
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('an answer to an older text is dropped', async () => {
  const { session, parseQuery, onRun } = opened('');
  let release: (answer: QueryParseAnswer) => void = () => undefined;
  parseQuery.mockImplementationOnce(() => new Promise((resolve) => (release = resolve)));
  session.finish('slow');
  session.finish('status = failed');
  await settle();
  release(answer({ diagnostics: [fault] }));
  await settle();
  expect(session.state().read?.of).toBe('status = failed');
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('a step that is finished is saved and run at once, one that is not waits', async () => {
  const { session, onSave, onRun } = opened('');
  session.build({ conjunction: 'and', steps: [{ id: 0, field: 'status', operator: '=' }] });
  await settle();
  expect(onSave).not.toHaveBeenCalled();
  session.build({
    conjunction: 'and',
    steps: [
      { id: 0, ...status },
      { id: 1, operator: '=' },
    ],
  });
  await settle();
  expect(onSave.mock.calls).toEqual([['status = failed']]);
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('switching views keeps everything, also a step that is not finished', async () => {
  const { session, onSave } = opened('');
  const steps = [
    { id: 0, ...status },
    { id: 1, field: 'model', operator: '=' as const },
  ];
  session.build({ conjunction: 'or', steps });
  await session.show('text');
  expect(session.state()).toMatchObject({ view: 'text', text: 'status = failed' });
  await session.show('builder');
  expect(session.state()).toMatchObject({ view: 'builder', drafts: { conjunction: 'or', steps } });
  expect(onSave).toHaveBeenCalledTimes(1);
});

it('a typed text becomes steps; one that steps cannot show stays text and is still saved', async () => {
  const { session, onSave } = opened('');
  session.type('status = failed AND status = failed');
  await session.show('builder');
  expect(session.state()).toMatchObject({ view: 'builder', drafts: { steps: [status, status] } });
  await session.show('text');
  session.type('refund');
  await session.show('builder');
  expect(session.state()).toMatchObject({ view: 'text', text: 'refund' });
  expect(session.state().read?.reason).toContain('Steps cannot show');
  expect(onSave.mock.calls).toEqual([['status = failed AND status = failed'], ['refund']]);
});

it('who types text is not told again and again that steps cannot show it', async () => {
  const { session } = opened('');
  await session.show('text');
  session.type('refund');
  await jest.advanceTimersByTimeAsync(PAUSE.run);
  expect(session.state()).toMatchObject({ view: 'text', read: { of: 'refund' } });
  expect(session.state().read?.reason).toBeUndefined();
  await session.show('builder');
  expect(session.state().read?.reason).toContain('Steps cannot show');
  session.type('refund x');
  await jest.advanceTimersByTimeAsync(PAUSE.run);
  expect(session.state().read?.reason).toBeUndefined();
});

it('a trace server that is away leaves the text to be edited, says why, and the query is still run', async () => {
  const { session, parseQuery, onRun } = opened('');
  parseQuery.mockRejectedValue({ data: { error: { message: 'The trace server cannot be reached.' } } });
  session.finish('status = failed');
  await settle();
  expect(session.state()).toMatchObject({ view: 'text', failure: 'The trace server cannot be reached.' });
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('a step that the trace server refuses is told and not saved', async () => {
  const { session, formatQuery, onSave } = opened('');
  formatQuery.mockRejectedValueOnce({ data: { error: { message: 'steps[0].value: a duration' } } });
  session.build({ conjunction: 'and', steps: [{ id: 0, ...status }] });
  await settle();
  expect(session.state()).toMatchObject({ view: 'builder', failure: 'steps[0].value: a duration' });
  expect(onSave).not.toHaveBeenCalled();
});

it('a condition that was changed elsewhere is shown, in the view that is open', async () => {
  const { session, onSave, onRun } = opened('');
  session.open('status = failed');
  await settle();
  expect(session.state()).toMatchObject({ view: 'builder', drafts: { steps: [status] } });
  await session.show('text');
  session.open('status = failed AND status = failed');
  await settle();
  expect(session.state()).toMatchObject({ view: 'text', text: 'status = failed AND status = failed' });
  expect(onSave).not.toHaveBeenCalled();
  expect(onRun).not.toHaveBeenCalled();
});

it('nothing is saved after the editor is closed', async () => {
  const { session, onSave } = opened('');
  session.type('status = failed');
  session.close();
  await jest.advanceTimersByTimeAsync(PAUSE.run);
  expect(onSave).not.toHaveBeenCalled();
});
