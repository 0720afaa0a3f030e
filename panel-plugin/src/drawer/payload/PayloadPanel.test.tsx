import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { preparePage } from '../../fixtures/panel';
import { payloadSource, type AskedPayload } from '../../fixtures/payloads';
import { traceDetail } from '../../fixtures/traces';
import { MAX_CHAT_TEXT } from './chat/ChatText';
import { PayloadPanel } from './PayloadPanel';

/** Everything is in sight at once. */
class SeenAtOnce {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {
    // Nothing to stop.
  }
}

class NeverSeen extends SeenAtOnce {
  override observe() {
    // Tells nothing.
  }
}

beforeEach(() => {
  preparePage();
  Object.assign(global, { IntersectionObserver: SeenAtOnce });
  localStorage.clear();
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
});

const source = { ref: { uid: 'mt' }, scopedVars: undefined };

interface Setup {
  text?: string;
  json?: string;
  /** The trace came with its payload, or with a preview of it. */
  isPreview?: boolean;
  side?: 'input' | 'output';
  modelNote?: string;
  over?: Partial<ReturnType<typeof traceDetail>>;
}

function show({ text = '', json = '', isPreview = false, side = 'input', modelNote = '', over = {} }: Setup) {
  const bytes = { text_bytes: text.length, json_bytes: json.length };
  const payload = isPreview ? { text: text.slice(0, 200), json: '', ...bytes } : { text, json };
  const trace = traceDetail({ [side]: payload, ...over });
  const rendered = render(<PayloadPanel source={source} trace={trace} side={side} modelNote={modelNote} />);
  return { ...rendered, user: userEvent.setup() };
}

const content = (title = 'Input') => screen.findByRole('region', { name: `${title} content` });
const choose = (user: ReturnType<typeof userEvent.setup>, view: 'Chat' | 'Text' | 'JSON') =>
  user.click(screen.getByRole('radio', { name: view }));

/** The request that is waiting, once there is one. */
async function theRequest(asked: AskedPayload[], index = 0): Promise<AskedPayload> {
  await waitFor(() => {
    expect(asked.length).toBeGreaterThan(index);
  });
  return asked[index]!;
}

describe('a payload that is read from the data source', () => {
  const long = 'Where is my parcel? '.repeat(100);

  it('shows its beginning at once, more while it comes, and all of it in the end', async () => {
    const asked = payloadSource();
    show({ text: long, isPreview: true });
    expect(await content()).toHaveTextContent('Where is my parcel?');
    const request = await theRequest(asked);
    act(() => {
      request.send(`${long.slice(0, 1000)} so far`);
    });
    await waitFor(async () => {
      expect(await content()).toHaveTextContent(/so far/);
    });
    expect(screen.getByText('Loading…')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy input as stored' })).toBeDisabled();
    act(() => {
      request.send(`${long.slice(1000)} the end`);
      request.end();
    });
    await waitFor(() => {
      expect(screen.queryByText('Loading…')).not.toBeInTheDocument();
    });
    expect(await content()).toHaveTextContent(/the end$/);
    expect(screen.getByRole('button', { name: 'Copy input as stored' })).toBeEnabled();
  });

  it('is asked for once in each form, however often one looks at it', async () => {
    const asked = payloadSource();
    const { user } = show({ text: long, json: JSON.stringify({ long }), isPreview: true });
    const text = await theRequest(asked);
    expect([text.side, text.form]).toEqual(['input', 'text']);
    await choose(user, 'JSON');
    const json = await theRequest(asked, 1);
    expect(json.form).toBe('json');
    await choose(user, 'Text');
    await choose(user, 'JSON');
    expect(asked).toHaveLength(2);
  });

  it('is not asked for when the preview is all of it', async () => {
    const asked = payloadSource();
    show({ text: 'short', isPreview: true });
    expect(await content()).toHaveTextContent('short');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Copy input as stored' })).toBeEnabled();
    });
    expect(asked).toEqual([]);
  });

  it('is not asked for before it is seen', async () => {
    Object.assign(global, { IntersectionObserver: NeverSeen });
    const asked = payloadSource();
    show({ text: long, isPreview: true });
    expect(await content()).toHaveTextContent('Where is my parcel?');
    expect(asked).toEqual([]);
  });

  it('is given up when the drawer closes', async () => {
    const asked = payloadSource();
    const { unmount } = show({ text: long, isPreview: true });
    const request = await theRequest(asked);
    unmount();
    expect(request.isStopped).toBe(true);
  });

  it('says why it failed, keeps what had come, and is read again on demand', async () => {
    const asked = payloadSource();
    const { user } = show({ text: long, isPreview: true });
    const request = await theRequest(asked);
    act(() => {
      request.fail(404, 'There is no trace with this request_id.');
    });
    expect(await screen.findByText('There is no trace with this request_id.')).toBeInTheDocument();
    expect(await content()).toHaveTextContent('Where is my parcel?');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    const again = await theRequest(asked, 1);
    act(() => {
      again.send(`${long} again`);
      again.end();
    });
    await waitFor(async () => {
      expect(await content()).toHaveTextContent(/again$/);
    });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('text', () => {
  it('shows HTML, scripts, links, hidden characters and broken bytes as text', async () => {
    payloadSource();
    const text = '<script>alert(1)</script> [x](javascript:alert(1)) \u001b[2J\u202eabc \ufffd';
    show({ text });
    expect((await content()).textContent).toContain(
      '<script>alert(1)</script> [x](javascript:alert(1)) ␛[2J⟨U+202E⟩abc \ufffd'
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('of many megabytes is in the page only where it is seen', async () => {
    payloadSource();
    show({ text: 'the line that is repeated\n'.repeat(200_000) });
    const region = await content();
    await waitFor(() => {
      expect(region.textContent).toContain('repeated');
    });
    expect(region.textContent.length).toBeLessThan(10_000);
  });

  it('is copied as it was stored, not as it is shown', async () => {
    payloadSource();
    const text = `\u202e${'z'.repeat(300_000)}\r\n`;
    const { user } = show({ text, side: 'output' });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Copy output as stored' })).toBeEnabled();
    });
    await user.click(screen.getByRole('button', { name: 'Copy output as stored' }));
    expect(await navigator.clipboard.readText()).toBe(text);
  });

  it('that is empty says so', async () => {
    payloadSource();
    show({ json: '{}' });
    expect(await screen.findByText('No text was stored.')).toBeInTheDocument();
  });
});

describe('JSON', () => {
  it('is complete, on lines, with the deployment version or connection at the model name', async () => {
    payloadSource();
    const { user } = show({ json: '{"model":"bot","id":12345678901234567890}', modelNote: 'v7' });
    await choose(user, 'JSON');
    await waitFor(async () => {
      expect((await content()).textContent).toContain('"model": "bot (v7)",\n  "id": 12345678901234567890\n}');
    });
    await user.click(screen.getByRole('button', { name: 'Copy input as stored' }));
    expect(await navigator.clipboard.readText()).toBe('{"model":"bot","id":12345678901234567890}');
  });

  it('that is none is shown as it was stored, with a sentence saying so', async () => {
    payloadSource();
    const { user } = show({ json: '{"a":  [1, oops' });
    await choose(user, 'JSON');
    expect(await screen.findByText(/not valid JSON/)).toBeInTheDocument();
    expect(await content()).toHaveTextContent('{"a": [1, oops');
  });

  it('that breaks off after much that was valid is shown as it was stored, from its beginning', async () => {
    payloadSource();
    const json = `[${'{"a":  1},'.repeat(30_000)} oops`;
    const { user } = show({ json });
    await choose(user, 'JSON');
    expect(await screen.findByText(/not valid JSON/)).toBeInTheDocument();
    expect((await content()).textContent.replaceAll('\n', '')).toBe(
      json.slice(0, (await content()).textContent.replaceAll('\n', '').length)
    );
  });

  it('of a trace that has text only says that there is none', async () => {
    payloadSource();
    const { user } = show({ text: 'short' });
    await choose(user, 'JSON');
    expect(await screen.findByText(/Only text was stored/)).toBeInTheDocument();
  });
});

it('the way one looked at inputs is kept for the next trace, apart from that for outputs', async () => {
  payloadSource();
  const { user, unmount } = show({ text: 'a', json: '{}' });
  expect(screen.getByRole('radio', { name: 'Text' })).toBeChecked();
  await choose(user, 'JSON');
  unmount();
  const next = show({ text: 'b', json: '{}' });
  expect(screen.getByRole('radio', { name: 'JSON' })).toBeChecked();
  next.unmount();
  show({ text: 'b', json: '{}', side: 'output' });
  expect(screen.getByRole('radio', { name: 'Text' })).toBeChecked();
});

describe('search in a payload', () => {
  it('counts matches, goes through them and round by Enter, and marks them', async () => {
    payloadSource();
    const { user } = show({ text: 'Parcel one\nparcel two\nno\nPARCEL three' });
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    await user.type(field, 'parcel');
    expect(await screen.findByText('1 of 3')).toBeInTheDocument();
    const marks = within(await content())
      .getAllByText(/parcel/i, { selector: 'mark' })
      .map((mark) => mark.textContent);
    expect(marks).toEqual(['Parcel', 'parcel', 'PARCEL']);
    await user.keyboard('{Enter}');
    expect(screen.getByText('2 of 3')).toBeInTheDocument();
    await user.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
    expect(screen.getByText('3 of 3')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
  });

  it('scrolls to the match that it goes to', async () => {
    payloadSource();
    const scrolled = jest.fn();
    Element.prototype.scrollTo = scrolled;
    const { user } = show({ text: `${'hay\n'.repeat(50_000)}needle` });
    await user.type(screen.getByRole('textbox', { name: 'Search in input' }), 'needle');
    await screen.findByText('1 of 1');
    await waitFor(() => {
      expect(scrolled).toHaveBeenCalledWith({ top: expect.any(Number) as number });
    });
    const { top } = (scrolled.mock.calls as [{ top: number }][]).at(-1)![0];
    expect(top).toBeGreaterThan(500_000);
  });

  it('is left by Escape, which goes no further, and reached by Ctrl+F', async () => {
    payloadSource();
    const { user } = show({ text: 'needle' });
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    (await content()).focus();
    await user.keyboard('{Control>}f{/Control}');
    expect(field).toHaveFocus();
    await user.keyboard('needle');
    await screen.findByText('1 of 1');
    const heard = jest.fn();
    document.body.addEventListener('keydown', heard);
    await user.keyboard('{Escape}');
    document.body.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
    expect(field).toHaveValue('');
    expect(await content()).toHaveFocus();
  });

  it('says that nothing matches', async () => {
    payloadSource();
    const { user } = show({ text: 'hay' });
    await user.type(screen.getByRole('textbox', { name: 'Search in input' }), 'needle');
    expect(await screen.findByText('No match')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Next match/ })).toBeDisabled();
  });
});

describe('chat', () => {
  const showChat = async (messages: unknown[]) => {
    payloadSource();
    const { user } = show({ json: JSON.stringify({ messages }) });
    await choose(user, 'Chat');
    await screen.findByText(/Chat messages$/);
    return user;
  };

  it('shows messages with their roles, calls with their arguments, and results', async () => {
    await showChat([
      { role: 'system', content: 'Be brief.' },
      { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'get_order', arguments: '{"order":42}' } }] },
      { role: 'tool', tool_call_id: 'c1', content: 'shipped' },
    ]);
    const [system, call, result] = within(await content()).getAllByRole('listitem');
    expect(system).toHaveTextContent('system' + 'Be brief.');
    expect(call).toHaveTextContent('assistant' + 'Calls tool get_order c1' + '{ "order": 42 }');
    expect(result).toHaveTextContent('tool' + 'Result of a tool c1' + 'shipped');
  });

  it('shows a picture of the payload on demand only, and fetches nothing from elsewhere', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgoAAA';
    const image = (url: string) => ({ type: 'image_url', image_url: { url } });
    const user = await showChat([
      {
        role: 'user',
        content: [image(png), image('https://evil.example/x.png'), image('data:image/svg+xml;base64,PHN2Zz4=')],
      },
    ]);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByText('https://evil.example/x.png')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show image' }));
    expect(screen.getAllByRole('img').map((shown) => shown.getAttribute('src'))).toEqual([png]);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show image' })).not.toBeInTheDocument();
  });

  it('shows the beginning of long messages, all of it on demand', async () => {
    const user = await showChat([{ role: 'user', content: `${'x'.repeat(MAX_CHAT_TEXT)} the end` }]);
    expect(await content()).not.toHaveTextContent('the end');
    await user.click(screen.getByRole('button', { name: /Show all/ }));
    expect(await content()).toHaveTextContent('the end');
  });

  it('of very many messages shows a part, and more on demand', async () => {
    const user = await showChat(Array.from({ length: 120 }, (_, index) => ({ role: 'user', content: `m${index}` })));
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: /70 left/ }));
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
  });

  it('puts a streamed answer together that was stored as text', async () => {
    payloadSource();
    const chunk = (text: string) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] })}\n\n`;
    const { user } = show({ text: `${chunk('Hello ')}${chunk('there')}data: [DONE]\n\n`, side: 'output' });
    await choose(user, 'Chat');
    expect(await screen.findByText(/put together from the parts of a stream/)).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent('assistant' + 'Hello there');
  });

  it('shows HTML, links and hidden characters of messages and names as text', async () => {
    await showChat([
      { role: 'us\u202eer', name: '<b>x</b>', content: '<img src=x onerror=alert(1)> [a](javascript:b)' },
    ]);
    const [message] = screen.getAllByRole('listitem');
    expect(message).toHaveTextContent('us⟨U+202E⟩er<b>x</b><img src=x onerror=alert(1)> [a](javascript:b)');
    expect(within(message!).queryByRole('img')).not.toBeInTheDocument();
    expect(within(message!).queryByRole('link')).not.toBeInTheDocument();
  });

  it('that is none says where to look instead', async () => {
    payloadSource();
    const { user } = show({ json: '{"hello":1}' });
    await choose(user, 'Chat');
    expect(await screen.findByText(/none of the forms that can be shown as messages/)).toBeInTheDocument();
  });
});
