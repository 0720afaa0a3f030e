import { screen, waitFor } from '@testing-library/react';
import { payloadSource } from '../../../fixtures/payloads';
import { payloadContent, preparePayloadPage, showPayload } from '../../../fixtures/payloadPage';

beforeEach(preparePayloadPage);

describe('text', () => {
  it('shows HTML, scripts, links, hidden characters and broken bytes as text', async () => {
    payloadSource();
    const text = '<script>alert(1)</script> [x](javascript:alert(1)) \u001b[2J\u202eabc \ufffd';
    showPayload({ text });
    expect((await payloadContent()).textContent).toContain(
      '<script>alert(1)</script> [x](javascript:alert(1)) ␛[2J⟨U+202E⟩abc \ufffd'
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('of many megabytes is in the page only where it is seen', async () => {
    payloadSource();
    showPayload({ text: 'the line that is repeated\n'.repeat(200_000) });
    const region = await payloadContent();
    await waitFor(() => {
      expect(region.textContent).toContain('repeated');
    });
    expect(region.textContent.length).toBeLessThan(10_000);
  });

  it('is copied as it was stored, not as it is shown', async () => {
    payloadSource();
    const text = `\u202e${'z'.repeat(300_000)}\r\n`;
    const { user } = showPayload({ text, side: 'output' });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Copy output as stored' })).toBeEnabled();
    });
    await user.click(screen.getByRole('button', { name: 'Copy output as stored' }));
    expect(await navigator.clipboard.readText()).toBe(text);
  });

  it('that is empty says so', async () => {
    payloadSource();
    showPayload({ json: '{}' });
    expect(await screen.findByText('No text was stored.')).toBeInTheDocument();
  });
});
