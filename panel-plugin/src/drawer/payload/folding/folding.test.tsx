import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseView, payloadContent, preparePayloadPage, showPayload } from '../../../fixtures/payloadPage';
import { payloadSource } from '../../../fixtures/payloads';

beforeEach(preparePayloadPage);

const REQUEST = {
  model: 'bot',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Where is my parcel?', tags: ['a', 'b'] },
  ],
  empty: {},
};

async function showJson(value: unknown = REQUEST) {
  payloadSource();
  const { user } = showPayload({ json: JSON.stringify(value) });
  await chooseView(user, 'JSON');
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Fold all' })).toBeEnabled();
  });
  const content = await payloadContent();
  return {
    user,
    lines: () => content.textContent.trimEnd().split('\n'),
    arrow: (name: string, expanded: boolean) => within(content).getByRole('button', { name, expanded }),
  };
}

describe('JSON that is folded', () => {
  it('shows in one line how much is hidden, and all of it when it is unfolded', async () => {
    const { user, lines, arrow } = await showJson();
    const all = lines();
    await user.click(arrow('messages, 2 items', true));
    expect(lines()).toEqual(['{', '  "model": "bot",', '  "messages": [2 items],', '  "empty": {}', '}']);
    await user.click(arrow('messages, 2 items', false));
    expect(lines()).toEqual(all);
  });

  it('unfolds by a click on the number of what is hidden', async () => {
    const { user, lines, arrow } = await showJson();
    await user.click(arrow('tags, 2 items', true));
    expect(lines()).toContain('      "tags": [2 items]');
    await user.click(screen.getByText('2 items'));
    expect(lines()).toContain('        "a",');
  });

  it('keeps what is folded within it folded', async () => {
    const { user, lines, arrow } = await showJson();
    await user.click(arrow('tags, 2 items', true));
    await user.click(arrow('messages, 2 items', true));
    await user.click(arrow('messages, 2 items', false));
    expect(lines()).toContain('      "tags": [2 items]');
  });

  it('is what all of the outermost value is at once, and nothing is again', async () => {
    const { user, lines, arrow } = await showJson();
    const all = lines();
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(lines()).toEqual(['{', '  "model": "bot",', '  "messages": [2 items],', '  "empty": {}', '}']);
    await user.click(arrow('messages, 2 items', false));
    expect(lines().slice(2, 6)).toEqual(['  "messages": [', '    {2 keys},', '    {3 keys}', '  ],']);
    await user.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(lines()).toEqual(all);
  });

  it('has brackets in texts that fold nothing', async () => {
    const { lines } = await showJson({ a: 'ends with {', b: { c: '[' } });
    expect(screen.getAllByRole('button', { expanded: true }).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Object, 2 keys',
      'b, 1 key',
    ]);
    expect(lines()[1]).toBe('  "a": "ends with {",');
  });

  it('of hundreds of thousands of objects is folded and unfolded without losing a line', async () => {
    const items = Array.from({ length: 30_000 }, (_, index) => ({ index }));
    const { user, lines, arrow } = await showJson({ items });
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    await waitFor(() => {
      expect(lines()).toEqual(['{', '  "items": [30000 items]', '}']);
    });
    await user.click(arrow('items, 30000 items', false));
    await waitFor(() => {
      expect(lines().slice(1, 4)).toEqual(['  "items": [', '    {1 key},', '    {1 key},']);
    });
  });
});

describe('folding by keyboard', () => {
  it('is one stop of the Tab key, and arrow keys go from part to part, fold and unfold', async () => {
    const { user, lines } = await showJson();
    (await payloadContent()).focus();
    await user.tab();
    const isAt = (name: string) => {
      expect(document.activeElement).toHaveAccessibleName(name);
    };
    isAt('Object, 3 keys');
    await user.keyboard('{ArrowDown}');
    isAt('messages, 2 items');
    await user.keyboard('{ArrowLeft}');
    expect(lines()).toContain('  "messages": [2 items],');
    isAt('messages, 2 items');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    isAt('Object, 3 keys');
    await user.keyboard('{End}');
    isAt('tags, 2 items');
    await user.keyboard('{Enter}');
    expect(lines()).toContain('      "tags": [2 items]');
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    isAt('Object, 2 keys');
    await user.keyboard('{Home}');
    isAt('Object, 3 keys');
    await user.tab();
    expect(await payloadContent()).not.toContainElement(document.activeElement as HTMLElement);
  });
});

describe('a search in folded JSON', () => {
  it('counts what is hidden, and unfolds what hides the match that it goes to', async () => {
    const { user, lines, arrow } = await showJson();
    await user.click(arrow('tags, 2 items', true));
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Search in input' }), 'parcel');
    await screen.findByText('1 of 1');
    await waitFor(() => {
      expect(lines()).toContain('      "content": "Where is my parcel?",');
    });
    expect(lines()).toContain('      "tags": [2 items]');
    expect(lines()).toContain('    {2 keys},');
    expect(screen.getByText('parcel', { selector: 'mark' })).toBeInTheDocument();
  });

  it('unfolds again on the way to a match that was folded away meanwhile', async () => {
    const { user, lines, arrow } = await showJson();
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    await user.type(field, 'parcel');
    await screen.findByText('1 of 1');
    await user.click(arrow('messages, 2 items', true));
    expect(lines()).toContain('  "messages": [2 items],');
    await user.type(field, '{Enter}');
    expect(lines()).toContain('      "content": "Where is my parcel?",');
  });
});
