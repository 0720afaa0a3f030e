import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { formatCount } from '../../../view/formats';
import { useSteps } from '../../useSteps';
import { ChatText } from './ChatText';
import type { ChatPart } from './chatModel';
import { MediaView } from './MediaView';
import { shownName } from './shownName';

const unescaped = { interpolation: { escapeValue: false } };

/** Parts put into the page at a time: a message of 20 MB may have a million. */
const PART_STEP = 100;

/** The pieces of a message, or of the result of a tool, whose texts are often JSON. */
export function PartList({ parts, isResult = false }: { parts: readonly ChatPart[]; isResult?: boolean }) {
  const { shown, more } = useSteps(parts, PART_STEP);
  return (
    <>
      {shown.map((part, index) =>
        isResult && part.kind === 'text' ? (
          <ChatText key={index} text={indented(part.text)} isCode />
        ) : (
          <PartView key={index} part={part} />
        )
      )}
      {more}
    </>
  );
}

/** A piece of a message as what it is. */
function PartView({ part }: { part: ChatPart }) {
  switch (part.kind) {
    case 'text':
      return <ChatText text={part.text} />;
    case 'refusal':
      return (
        <Labelled label={t('chat.refusal', 'Refused')}>
          <ChatText text={part.text} />
        </Labelled>
      );
    case 'reasoning':
      return <Reasoning text={part.text} />;
    case 'tool-call':
      return (
        <Labelled
          label={t('chat.tool-call', 'Calls tool {{name}}', { name: shownName(part.name), ...unescaped })}
          note={part.id}
        >
          {part.input !== '' && <ChatText text={indented(part.input)} isCode />}
        </Labelled>
      );
    case 'tool-result':
      return (
        <Labelled
          label={part.isError ? t('chat.tool-error', 'Error of a tool') : t('chat.tool-result', 'Result of a tool')}
          note={part.id}
        >
          <PartList parts={part.parts} isResult />
        </Labelled>
      );
    case 'media':
      return <MediaView media={part.media} />;
    case 'vector':
      return <p>{vectorText(part.size, part.isBase64)}</p>;
    case 'other':
      return (
        <Labelled label={part.type === '' ? t('chat.other', 'Other content') : shownName(part.type)}>
          <ChatText text={part.json} isCode />
        </Labelled>
      );
  }
}

/** What a model thought is seldom what one looks for: it opens on demand. */
function Reasoning({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  if (text === '') {
    return <p className={styles.label}>{t('chat.reasoning-hidden', 'Reasoning, which the provider does not show')}</p>;
  }
  return (
    <details className={styles.labelled}>
      <summary className={styles.label}>{t('chat.reasoning', 'Reasoning')}</summary>
      <ChatText text={text} />
    </details>
  );
}

function Labelled({ label, note = '', children }: { label: string; note?: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.labelled}>
      <div className={styles.label}>
        {label} {note !== '' && <code>{shownName(note)}</code>}
      </div>
      {children}
    </div>
  );
}

function vectorText(size: number, isBase64: boolean): string {
  return isBase64
    ? t('chat.vector-base64', 'Embedding in base64, {{size}} characters', { size: formatCount(size) })
    : t('chat.vector', 'Embedding of {{size}} numbers', { size: formatCount(size) });
}

/** Characters up to which arguments are put on indented lines; longer ones are shown as they are. */
const MAX_INDENTED = 100_000;

/** Arguments and results are often JSON in a text of one line. */
function indented(text: string): string {
  if (text.length > MAX_INDENTED || !/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  labelled: css({
    margin: theme.spacing(0.5, 0),
    paddingLeft: theme.spacing(1),
    borderLeft: `2px solid ${theme.colors.border.strong}`,
  }),
  label: css({
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
