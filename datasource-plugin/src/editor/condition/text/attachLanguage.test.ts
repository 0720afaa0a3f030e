import type { Monaco, MonacoEditor } from '@grafana/ui';
import type { QueryCompleteAnswer } from '../../../resources/resources';
import { attachLanguage } from './attachLanguage';

type Provider = Parameters<Monaco['languages']['registerCompletionItemProvider']>[1];

const answer: QueryCompleteAnswer = {
  position: 0,
  length: 1,
  suggestions: [{ kind: 'field', text: 'status', detail: 'Status' }],
};

/** An editor with a text, and its completion, which the trace server answers when it is told to. */
function attach(text: string) {
  const model = { text, getValue: () => model.text, getOffsetAt: () => model.text.length, isDisposed: () => false };
  const providers: Provider[] = [];
  const taken = { dispose: jest.fn() };
  const languages = {
    CompletionItemKind: {},
    registerCompletionItemProvider: (_id: string, provider: Provider) => {
      providers.push(provider);
      return taken;
    },
    registerHoverProvider: () => taken,
  };
  let respond: (given: QueryCompleteAnswer | Error) => void = () => undefined;
  const complete = () =>
    new Promise<QueryCompleteAnswer>((resolve, reject) => {
      respond = (given) => {
        (given instanceof Error ? reject : resolve)(given as never);
      };
    });
  const editor = { getModel: () => model } as unknown as MonacoEditor;
  const detach = attachLanguage({ languages } as unknown as Monaco, editor, () => ({
    complete,
    variableNames: () => [],
  }));
  const ask = (of: unknown = model, isCancellationRequested = false) =>
    providers[0]?.provideCompletionItems(of as never, {} as never, {} as never, { isCancellationRequested } as never);
  return {
    model,
    ask,
    detach,
    taken,
    respond: (given: QueryCompleteAnswer | Error) => {
      respond(given);
    },
  };
}

const nothing = { suggestions: [] };

it('who types faster than the trace server answers still gets suggestions', async () => {
  const { model, ask, respond } = attach('s');
  const asked = ask();
  model.text = 'st';
  respond(answer);
  // Incomplete, so that the editor asks again for what is there now.
  expect(await asked).toMatchObject({ incomplete: true, suggestions: [{ insertText: 'status ' }] });
});

it('nothing is suggested when the trace server is away or the editor no longer waits', async () => {
  const away = attach('s');
  const failed = away.ask();
  away.respond(new Error('away'));
  expect(await failed).toEqual(nothing);
  const left = attach('s');
  const cancelled = left.ask(left.model, true);
  left.respond(answer);
  expect(await cancelled).toEqual(nothing);
});

it('an editor answers for its own text only, and leaves nothing behind', async () => {
  const { ask, detach, taken } = attach('s');
  expect(await ask({ getValue: () => 'another' })).toEqual(nothing);
  detach();
  expect(taken.dispose).toHaveBeenCalledTimes(2);
});
