import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Options come after a pause in typing; on a busy machine, well after. */
const PATIENCE = { timeout: 20_000 };

/**
 * jsdom lays nothing out and measures no text, and a list without a height shows no options. Call before options are
 * chosen. Of styles, only an element's own count: jsdom takes seconds to match the thousands of rules of Grafana's
 * style sheets against every element that Testing Library looks at.
 */
export function giveElementsASize() {
  jest.spyOn(window, 'getComputedStyle').mockImplementation((element) => (element as HTMLElement).style);
  const box = { width: 600, height: 600, top: 0, left: 0, bottom: 0, right: 0, x: 0, y: 0 };
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ ...box, toJSON: () => box });
  const context = { measureText: (text: string) => ({ width: text.length * 8 }) };
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  for (const size of ['clientHeight', 'clientWidth'] as const) {
    jest.spyOn(Element.prototype, size, 'get').mockReturnValue(600);
  }
}

/** Opens the combobox with this label, types, and chooses the option with this name. */
export async function choose(label: string | RegExp, option: string | RegExp, typed?: string) {
  const user = userEvent.setup();
  const combobox = screen.getByRole('combobox', { name: label });
  await user.click(combobox);
  if (typed) {
    await user.keyboard(typed);
  }
  await user.click(await screen.findByRole('option', { name: option }, PATIENCE));
}

/** The options that the combobox with this label offers for a typed text, once this one is among them. */
export async function offered(label: string, typed: string, awaited: string) {
  const user = userEvent.setup();
  const combobox = screen.getByRole('combobox', { name: label });
  await user.click(combobox);
  if (typed) {
    await user.keyboard(typed);
  }
  await screen.findByRole('option', { name: awaited }, PATIENCE);
  return screen.getAllByRole('option').map((option) => option.textContent);
}
