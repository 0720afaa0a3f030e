import React from 'react';
import type { components } from '../../contract/api.gen';
import { words } from '../../words';
import { errorKind } from './errorKind';
import { Facts, Section, type Fact } from '../Section';
import { fact, known } from '../traceFacts';

/** What failed, and for well-known failures the usual cause and remedy. */
export function ErrorSection({ error }: { error: components['schemas']['TraceError'] }) {
  const kind = errorKind(error);
  const advice: Fact[] = kind
    ? [fact(words.error.cause, words.error.kinds[kind].cause), fact(words.error.remedy, words.error.kinds[kind].remedy)]
    : [];
  return (
    <Section title={words.error.title}>
      <Facts
        facts={[
          ...known([
            fact(words.error.type, error.type),
            fact(words.error.message, error.message),
            fact(words.error.code, error.code),
            fact(words.error.param, error.param ?? ''),
            fact(words.error.httpStatus, `${error.http_status ?? ''}`),
          ]),
          ...advice,
        ]}
      />
    </Section>
  );
}
