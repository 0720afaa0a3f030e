import { store } from '@grafana/data';
import { useState } from 'react';

export const PAYLOAD_VIEWS = ['chat', 'text', 'json'] as const;

export type PayloadView = (typeof PAYLOAD_VIEWS)[number];

/** How this viewer looked at inputs, or at outputs, the last time: plain text unless another way was chosen. */
export function usePayloadView(side: 'input' | 'output'): [PayloadView, (view: PayloadView) => void] {
  const key = `modeltrace-traces-panel.payload.${side}`;
  const [view, setView] = useState<PayloadView>(() => {
    const kept = String(store.get(key));
    return PAYLOAD_VIEWS.find((candidate) => candidate === kept) ?? 'text';
  });
  const choose = (chosen: PayloadView) => {
    setView(chosen);
    store.set(key, chosen);
  };
  return [view, choose];
}
