import React, { useMemo } from 'react';
import { Facts } from './Facts';
import { Section } from './Section';
import { entryFacts } from './fact';

interface Props {
  title: string;
  entries: Record<string, unknown>;
  /** Field of the query language that an entry is; the same function each time. */
  fieldOf?: (name: string) => string;
}

/** Names and values as they were sent. */
export function EntriesSection({ title, entries, fieldOf }: Props) {
  const facts = useMemo(() => entryFacts(entries, fieldOf), [entries, fieldOf]);
  return (
    <Section title={title}>
      <Facts facts={facts} />
    </Section>
  );
}
