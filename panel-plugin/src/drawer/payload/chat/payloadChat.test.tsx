import { screen, within } from '@testing-library/react';
import { payloadSource } from '../../../fixtures/payloads';
import { chooseView, payloadContent, preparePayloadPage, showPayload } from '../../../fixtures/payloadPage';
import { MAX_CHAT_TEXT } from './ChatText';

beforeEach(preparePayloadPage);

describe('chat', () => {
  const showChat = async (messages: unknown[]) => {
    payloadSource();
    const { user } = showPayload({ json: JSON.stringify({ messages }) });
    await chooseView(user, 'Chat');
    await screen.findByText(/Chat messages$/);
    return user;
  };

  it('shows messages with their roles, calls with their arguments, and results', async () => {
    await showChat([
      { role: 'system', content: 'Be brief.' },
      { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'get_order', arguments: '{"order":42}' } }] },
      { role: 'tool', tool_call_id: 'c1', content: 'shipped' },
    ]);
    const [system, call, result] = within(await payloadContent()).getAllByRole('listitem');
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
    expect(await payloadContent()).not.toHaveTextContent('the end');
    await user.click(screen.getByRole('button', { name: /Show all/ }));
    expect(await payloadContent()).toHaveTextContent('the end');
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
    const { user } = showPayload({ text: `${chunk('Hello ')}${chunk('there')}data: [DONE]\n\n`, side: 'output' });
    await chooseView(user, 'Chat');
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
    const { user } = showPayload({ json: '{"hello":1}' });
    await chooseView(user, 'Chat');
    expect(await screen.findByText(/none of the forms that can be shown as messages/)).toBeInTheDocument();
  });
});
