import React from 'react';
import { FoldButton } from '../folding/FoldButton';
import { FoldedRest } from '../folding/FoldedRest';
import { closingOf, keyOf, type Folding } from '../folding/Folding';
import { foldName, memberWords } from '../folding/partWords';
import type { FoldFocus } from '../folding/useFoldFocus';
import type { Marks, Match } from '../search/Match';
import type { Row } from './Rows';
import { RowText } from './RowText';
import type { TextBlocks } from './TextBlocks';

interface Props {
  row: Row;
  text: TextBlocks;
  isJson: boolean;
  marks: Marks | undefined;
  current: Match | undefined;
  folding: Folding | undefined;
  /** The object or array that begins in the row. */
  part: number | undefined;
  isTabStop: boolean;
  focus: FoldFocus;
}

/** What is in a row: its text, the button that folds what begins in it, and what stands for what is folded. */
export function LineRow({ row, text, isJson, marks, current, folding, part, isTabStop, focus }: Props) {
  const words = <RowText row={row} text={text} isJson={isJson} marks={marks} current={current} />;
  if (!folding || part === undefined) {
    return (
      <>
        {words}
        {'\n'}
      </>
    );
  }
  const { index, folded, toggle } = folding;
  const count = index.memberCount(part);
  const isArray = text.block(row.block).charAt(row.end - 1) === '[';
  const isFolded = folded.has(part);
  return (
    <>
      <FoldButton
        part={part}
        name={foldName(keyOf(row, text), count, isArray)}
        isFolded={isFolded}
        isTabStop={isTabStop}
        focus={focus}
        toggle={toggle}
      />
      {words}
      {isFolded && (
        <FoldedRest
          members={memberWords(count, isArray)}
          closing={closingOf(part, text, index)}
          unfold={() => {
            toggle(part);
          }}
        />
      )}
      {'\n'}
    </>
  );
}
