import { screen } from '@testing-library/react';
import { payloadSource } from '../../fixtures/payloads';
import { chooseView, preparePayloadPage, showPayload } from '../../fixtures/payloadPage';

beforeEach(preparePayloadPage);

it('the way one looked at inputs is kept for the next trace, apart from that for outputs', async () => {
  payloadSource();
  const { user, unmount } = showPayload({ text: 'a', json: '{}' });
  expect(screen.getByRole('radio', { name: 'Text' })).toBeChecked();
  await chooseView(user, 'JSON');
  unmount();
  const next = showPayload({ text: 'b', json: '{}' });
  expect(screen.getByRole('radio', { name: 'JSON' })).toBeChecked();
  next.unmount();
  showPayload({ text: 'b', json: '{}', side: 'output' });
  expect(screen.getByRole('radio', { name: 'Text' })).toBeChecked();
});
