import { act, screen, waitFor } from '@testing-library/react';
import { payloadSource } from '../../../fixtures/payloads';
import {
  chooseView,
  nothingIsSeen,
  payloadContent,
  preparePayloadPage,
  showPayload,
  theRequest,
} from '../../../fixtures/payloadPage';

beforeEach(preparePayloadPage);

describe('a payload that is read from the data source', () => {
  const long = 'Where is my parcel? '.repeat(100);

  it('shows its beginning at once, more while it comes, and all of it in the end', async () => {
    const asked = payloadSource();
    showPayload({ text: long, isPreview: true });
    expect(await payloadContent()).toHaveTextContent('Where is my parcel?');
    const request = await theRequest(asked);
    act(() => {
      request.send(`${long.slice(0, 1000)} so far`);
    });
    await waitFor(async () => {
      expect(await payloadContent()).toHaveTextContent(/so far/);
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
    expect(await payloadContent()).toHaveTextContent(/the end$/);
    expect(screen.getByRole('button', { name: 'Copy input as stored' })).toBeEnabled();
  });

  it('is asked for once in each form, however often one looks at it', async () => {
    const asked = payloadSource();
    const { user } = showPayload({ text: long, json: JSON.stringify({ long }), isPreview: true });
    const text = await theRequest(asked);
    expect([text.side, text.form]).toEqual(['input', 'text']);
    await chooseView(user, 'JSON');
    const json = await theRequest(asked, 1);
    expect(json.form).toBe('json');
    await chooseView(user, 'Text');
    await chooseView(user, 'JSON');
    expect(asked).toHaveLength(2);
  });

  it('is not asked for when the preview is all of it', async () => {
    const asked = payloadSource();
    showPayload({ text: 'short', isPreview: true });
    expect(await payloadContent()).toHaveTextContent('short');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Copy input as stored' })).toBeEnabled();
    });
    expect(asked).toEqual([]);
  });

  it('is not asked for before it is seen', async () => {
    nothingIsSeen();
    const asked = payloadSource();
    showPayload({ text: long, isPreview: true });
    expect(await payloadContent()).toHaveTextContent('Where is my parcel?');
    expect(asked).toEqual([]);
  });

  it('is given up when the drawer closes', async () => {
    const asked = payloadSource();
    const { unmount } = showPayload({ text: long, isPreview: true });
    const request = await theRequest(asked);
    unmount();
    expect(request.isStopped).toBe(true);
  });

  it('says why it failed, keeps what had come, and is read again on demand', async () => {
    const asked = payloadSource();
    const { user } = showPayload({ text: long, isPreview: true });
    const request = await theRequest(asked);
    act(() => {
      request.fail(404, 'There is no trace with this request_id.');
    });
    expect(await screen.findByText('There is no trace with this request_id.')).toBeInTheDocument();
    expect(await payloadContent()).toHaveTextContent('Where is my parcel?');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    const again = await theRequest(asked, 1);
    act(() => {
      again.send(`${long} again`);
      again.end();
    });
    await waitFor(async () => {
      expect(await payloadContent()).toHaveTextContent(/again$/);
    });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
