import React from 'react';
import type { PayloadLoad } from '../loading/PayloadLoad';

interface Props {
  load: PayloadLoad | undefined;
  version: number;
  label: string;
  retry: () => void;
  side: 'input' | 'output';
}

/** Messages. */
export function ChatPayload({ label }: Props) {
  return <p>{label}</p>;
}
