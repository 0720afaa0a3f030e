import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { message, type ChatPart } from './chatModel';
import { MessageView } from './MessageView';

const many = Array.from({ length: 5_000 }, (_, index): ChatPart => ({ kind: 'text', text: `piece ${index}.` }));

it.each([
  ['a message', many],
  ['the result of a tool', [{ kind: 'tool-result', id: 'c', isError: false, parts: many } as const]],
])('thousands of pieces of %s come into the page in steps, not all at once', async (_, parts) => {
  render(<MessageView message={message('user', parts)} />);
  expect(screen.getAllByText(/^piece/).length).toBeLessThan(200);
  await userEvent.click(screen.getByText('Show more (4,900 left)'));
  expect(screen.getByText('piece 150.')).toBeInTheDocument();
});
