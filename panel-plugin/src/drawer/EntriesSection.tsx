import React, { useMemo } from 'react';
import { Facts } from './Facts';
import { Section } from './Section';
import { entryFacts } from './fact';

/** Names and values as they were sent. */
export function EntriesSection({ title, entries }: { title: string; entries: Record<string, unknown> }) {
  const facts = useMemo(() => entryFacts(entries), [entries]);
  return (
    <Section title={title}>
      <Facts facts={facts} />
    </Section>
  );
}
