import { screen, waitFor, within } from '@testing-library/react';
import { payloadSource } from '../../../fixtures/payloads';
import { payloadContent, preparePayloadPage, showPayload } from '../../../fixtures/payloadPage';

beforeEach(preparePayloadPage);

describe('search in a payload', () => {
  it('counts matches, goes through them and round by Enter, and marks them', async () => {
    payloadSource();
    const { user } = showPayload({ text: 'Parcel one\nparcel two\nno\nPARCEL three' });
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    await user.type(field, 'parcel');
    expect(await screen.findByText('1 of 3')).toBeInTheDocument();
    const marks = within(await payloadContent())
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
    const { user } = showPayload({ text: `${'hay\n'.repeat(50_000)}needle` });
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
    const { user } = showPayload({ text: 'needle' });
    const field = screen.getByRole('textbox', { name: 'Search in input' });
    (await payloadContent()).focus();
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
    expect(await payloadContent()).toHaveFocus();
  });

  it('says that nothing matches', async () => {
    payloadSource();
    const { user } = showPayload({ text: 'hay' });
    await user.type(screen.getByRole('textbox', { name: 'Search in input' }), 'needle');
    expect(await screen.findByText('No match')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Next match/ })).toBeDisabled();
  });
});
