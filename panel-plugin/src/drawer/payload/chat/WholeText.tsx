import { t } from '@grafana/i18n';
import React, { useEffect, useMemo, useRef } from 'react';
import { countBelow } from '../folding/NumberList';
import type { Marks } from '../search/Match';
import { LinesView } from '../text/LinesView';
import { TextBlocks } from '../text/TextBlocks';
import type { TextMatches } from './search/ChatSearchContext';

/** All of a long text of a message, of which only what is seen is in the page. */
export function WholeText({ text, matches }: { text: string; matches: TextMatches }) {
  const { starts, length, currentStart, visit } = matches;
  const place = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => {
    const made = new TextBlocks();
    made.append(text);
    return made;
  }, [text]);
  const isFound = currentStart !== undefined;
  useEffect(() => {
    if (isFound) {
      place.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isFound, visit]);
  const current = isFound ? blocks.placeOf(currentStart) : undefined;
  return (
    <div ref={place}>
      <LinesView
        text={blocks}
        version={0}
        label={t('chat.whole-text', 'Whole text of the message')}
        isJson={false}
        marks={marksOf(starts, length, blocks)}
        current={current && { block: current.block, start: current.offset, length }}
        visit={visit}
      />
    </div>
  );
}

/** The matches by their places in blocks. */
function marksOf(starts: readonly number[], length: number, blocks: TextBlocks): Marks {
  return {
    within: (block, start, end) => {
      const before = blocks.charactersBefore(block);
      const below = (place: number) => countBelow(before + place, starts.length, (index) => starts[index] ?? 0);
      return starts
        .slice(below(start - length + 1), below(end))
        .map((place) => ({ block, start: place - before, length }));
    },
  };
}
