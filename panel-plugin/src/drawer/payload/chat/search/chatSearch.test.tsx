import { screen, waitFor, within } from '@testing-library/react';
import { chooseView, payloadContent, preparePayloadPage, showPayload } from '../../../../fixtures/payloadPage';
import { payloadSource } from '../../../../fixtures/payloads';

beforeEach(preparePayloadPage);

async function searched(messages: unknown[], needle: string) {
  payloadSource();
  const { user } = showPayload({ json: JSON.stringify({ messages }) });
  await chooseView(user, 'Chat');
  await screen.findByText(/Chat messages$/);
  await user.type(screen.getByRole('textbox', { name: 'Search in input' }), needle);
  return user;
}

const marks = async () =>
  within(await payloadContent())
    .queryAllByText(/./, { selector: 'mark' })
    .map((mark) => mark.textContent);

describe('a search in Chat', () => {
  it('finds what messages, calls, results and names show, in the order in which they are shown', async () => {
    const user = await searched(
      [
        { role: 'user', name: 'Order desk', content: 'Where is order 42?' },
        {
          role: 'assistant',
          tool_calls: [{ id: 'order-1', function: { name: 'get_order', arguments: '{"order":42}' } }],
        },
        { role: 'tool', tool_call_id: 'order-1', content: '{"order":"shipped"}' },
      ],
      'order'
    );
    expect(await screen.findByText('1 of 7')).toBeInTheDocument();
    expect(await marks()).toEqual(['Order', 'order', 'order', 'order', 'order', 'order', 'order']);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('7 of 7')).toBeInTheDocument();
  });

  it('finds what is shown and not how the payload writes it', async () => {
    const user = await searched([{ role: 'user', content: 'He said "no"\nand left' }], '"no"');
    expect(await screen.findByText('1 of 1')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    await user.clear(field);
    await user.type(field, 'content');
    expect(await screen.findByText('No match')).toBeInTheDocument();
  });

  it('opens the reasoning that a match is in, and leaves it to be closed again', async () => {
    const message = { role: 'assistant', reasoning_content: 'I should look it up.', content: 'On its way.' };
    const user = await searched([message], 'look it up');
    await screen.findByText('1 of 1');
    await waitFor(() => {
      expect(screen.getByText('look it up')).toBeVisible();
    });
    await user.click(screen.getByText('Reasoning'));
    expect(screen.getByText('look it up')).not.toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Search in input' }), '{Enter}');
    expect(screen.getByText('look it up')).toBeVisible();
  });

  it('opens the whole of a long text for a match after its beginning, and scrolls to it', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollTo = scrolled;
    await searched([{ role: 'user', content: `${'hay\n'.repeat(5_000)}needle` }], 'needle');
    await screen.findByText('1 of 1');
    expect(await screen.findByRole('region', { name: 'Whole text of the message' })).toBeInTheDocument();
    await waitFor(() => {
      expect(scrolled).toHaveBeenCalledWith({ top: expect.any(Number) as number });
    });
  });

  it('shows a match among thousands of messages without showing all of them', async () => {
    const messages = Array.from({ length: 3_000 }, (_, index) => ({ role: 'user', content: `message ${index}.` }));
    const user = await searched(messages, 'message 2500.');
    await screen.findByText('1 of 1');
    expect(await screen.findByText('message 2500.', { selector: 'mark' })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem').length).toBeLessThan(100);
    await user.click(screen.getByRole('button', { name: 'Show earlier messages (2,475 left)' }));
    expect(screen.getByText('message 2430.')).toBeInTheDocument();
  });

  it('brings the match that it goes to into view, and marks it apart from the others', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = function record(this: Element) {
      scrolled(this.textContent);
    };
    const user = await searched([{ role: 'user', content: 'One parcel, one Parcel.' }], 'parcel');
    await screen.findByText('1 of 2');
    await waitFor(() => {
      expect(scrolled).toHaveBeenLastCalledWith('parcel');
    });
    await user.keyboard('{Enter}');
    expect(scrolled).toHaveBeenLastCalledWith('Parcel');
    const [other, current] = within(await payloadContent()).getAllByText(/parcel/i, { selector: 'mark' });
    expect(current!.className).not.toBe(other!.className);
  });

  it('in a payload that is no chat looks at the lines that it is shown as', async () => {
    payloadSource();
    const { user } = showPayload({ json: '{"hello":1}' });
    await chooseView(user, 'Chat');
    await screen.findByText(/none of the forms/);
    await user.type(screen.getByRole('textbox', { name: 'Search in input' }), 'hello');
    expect(await screen.findByText('1 of 1')).toBeInTheDocument();
    expect(await payloadContent()).toHaveTextContent('"hello": 1');
  });
});
