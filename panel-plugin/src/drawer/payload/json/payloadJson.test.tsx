import { screen, waitFor } from '@testing-library/react';
import { payloadSource } from '../../../fixtures/payloads';
import { chooseView, payloadContent, preparePayloadPage, showPayload } from '../../../fixtures/payloadPage';

beforeEach(preparePayloadPage);

describe('JSON', () => {
  it('is complete, on lines, with the deployment version or connection at the model name', async () => {
    payloadSource();
    const { user } = showPayload({ json: '{"model":"bot","id":12345678901234567890}', modelNote: 'v7' });
    await chooseView(user, 'JSON');
    await waitFor(async () => {
      expect((await payloadContent()).textContent).toContain('"model": "bot (v7)",\n  "id": 12345678901234567890\n}');
    });
    await user.click(screen.getByRole('button', { name: 'Copy input as stored' }));
    expect(await navigator.clipboard.readText()).toBe('{"model":"bot","id":12345678901234567890}');
  });

  it('that is none is shown as it was stored, with a sentence saying so', async () => {
    payloadSource();
    const { user } = showPayload({ json: '{"a":  [1, oops' });
    await chooseView(user, 'JSON');
    expect(await screen.findByText(/not valid JSON/)).toBeInTheDocument();
    expect(await payloadContent()).toHaveTextContent('{"a": [1, oops');
  });

  it('that breaks off after much that was valid is shown as it was stored, from its beginning', async () => {
    payloadSource();
    const json = `[${'{"a":  1},'.repeat(30_000)} oops`;
    const { user } = showPayload({ json });
    await chooseView(user, 'JSON');
    expect(await screen.findByText(/not valid JSON/)).toBeInTheDocument();
    expect((await payloadContent()).textContent.replaceAll('\n', '')).toBe(
      json.slice(0, (await payloadContent()).textContent.replaceAll('\n', '').length)
    );
  });

  it('of a trace that has text only says that there is none', async () => {
    payloadSource();
    const { user } = showPayload({ text: 'short' });
    await chooseView(user, 'JSON');
    expect(await screen.findByText(/Only text was stored/)).toBeInTheDocument();
  });
});
