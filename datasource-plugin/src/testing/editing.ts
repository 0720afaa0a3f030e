import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** jsdom lays nothing out, and a list without a height shows no options. Call before options are chosen. */
export function giveElementsASize() {
  const box = { width: 120, height: 120, top: 0, left: 0, bottom: 0, right: 0, x: 0, y: 0 };
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ ...box, toJSON: () => box });
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(120);
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(120);
}

/** Opens the combobox with this label, types, and chooses the option with this name. */
export async function choose(label: string, option: string | RegExp, typed?: string) {
  const user = userEvent.setup();
  const combobox = screen.getByRole('combobox', { name: label });
  await user.click(combobox);
  if (typed) {
    await user.type(combobox, typed);
  }
  await user.click(await screen.findByRole('option', { name: option }));
}

/** Options that a combobox offers for a typed text. */
export async function offered(label: string, typed: string, atLeast: string | RegExp) {
  const user = userEvent.setup();
  const combobox = screen.getByRole('combobox', { name: label });
  await user.click(combobox);
  await user.type(combobox, typed);
  await screen.findByRole('option', { name: atLeast });
  return within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent);
}
