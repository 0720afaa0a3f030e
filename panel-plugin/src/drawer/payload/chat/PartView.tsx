import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo, type ReactNode } from 'react';
import { formatCount } from '../../../view/formats';
import type { ChatPart } from './chatModel';
import { ChatText } from './ChatText';
import { indented } from './indented';
import { MediaView } from './MediaView';
import { useMatches } from './search/ChatSearchContext';
import { MarkedText } from './search/MarkedText';
import { useRevealed } from './search/useRevealed';
import { useStretch } from './search/useStretch';
import { cutName } from './shownName';

/** Parts put into the page at a time: a message of 20 MB may have a million. */
const PART_STEP = 100;

/** The pieces of a message, or of the result of a tool, whose texts are often JSON. */
export function PartList({ parts, isResult = false }: { parts: readonly ChatPart[]; isResult?: boolean }) {
  const { shown, before, after, showEarlier, showMore } = useStretch(parts, PART_STEP);
  return (
    <>
      {before > 0 && (
        <Button size="sm" variant="secondary" onClick={showEarlier}>
          {t('chat.earlier-parts', 'Show what comes before ({{left}} left)', { left: formatCount(before) })}
        </Button>
      )}
      {shown.map((part, index) => (
        <PartView key={before + index} part={part} isResult={isResult} />
      ))}
      {after > 0 && (
        <Button size="sm" variant="secondary" onClick={showMore}>
          {t('chat.more-parts', 'Show more ({{left}} left)', { left: formatCount(after) })}
        </Button>
      )}
    </>
  );
}

/** A piece of a message as what it is. */
function PartView({ part, isResult }: { part: ChatPart; isResult: boolean }) {
  switch (part.kind) {
    case 'text':
      return isResult ? <IndentedText text={part.text} owner={part} /> : <ChatText text={part.text} owner={part} />;
    case 'refusal':
      return (
        <Labelled label={t('chat.refusal', 'Refused')}>
          <ChatText text={part.text} owner={part} />
        </Labelled>
      );
    case 'reasoning':
      return <Reasoning part={part} />;
    case 'tool-call':
      return (
        <Labelled
          label={t('chat.calls-tool', 'Calls tool')}
          name={<MarkedText owner={part} field="name" text={cutName(part.name)} />}
          note={<Id part={part} />}
        >
          {part.input !== '' && <IndentedText text={part.input} owner={part} />}
        </Labelled>
      );
    case 'tool-result':
      return (
        <Labelled
          label={part.isError ? t('chat.tool-error', 'Error of a tool') : t('chat.tool-result', 'Result of a tool')}
          note={<Id part={part} />}
        >
          <PartList parts={part.parts} isResult />
        </Labelled>
      );
    case 'media':
      return <MediaView media={part.media} owner={part} />;
    case 'vector':
      return <p>{vectorText(part.size, part.isBase64)}</p>;
    case 'other':
      return <OtherPart part={part} />;
  }
}

function OtherPart({ part }: { part: ChatPart & { kind: 'other' } }) {
  const type = <MarkedText owner={part} field="type" text={cutName(part.type)} />;
  return (
    <Labelled label={part.type === '' ? t('chat.other', 'Other content') : type}>
      <ChatText text={part.json} owner={part} isCode />
    </Labelled>
  );
}

function IndentedText({ text, owner }: { text: string; owner: object }) {
  const shown = useMemo(() => indented(text), [text]);
  return <ChatText text={shown} owner={owner} isCode />;
}

/** What a model thought is seldom what one looks for: it opens on demand, and when a match in it is gone to. */
function Reasoning({ part }: { part: ChatPart & { kind: 'reasoning' } }) {
  const styles = useStyles2(getStyles);
  const { currentStart, visit } = useMatches(part, 'text');
  const [isOpen, setIsOpen] = useRevealed(currentStart !== undefined, visit);
  if (part.text === '') {
    return <p className={styles.label}>{t('chat.reasoning-hidden', 'Reasoning, which the provider does not show')}</p>;
  }
  return (
    <details
      className={styles.labelled}
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.label}>{t('chat.reasoning', 'Reasoning')}</summary>
      <ChatText text={part.text} owner={part} />
    </details>
  );
}

function Id({ part }: { part: ChatPart & { id: string } }) {
  return part.id === '' ? null : (
    <code>
      <MarkedText owner={part} field="id" text={cutName(part.id)} />
    </code>
  );
}

interface LabelledProps {
  label: ReactNode;
  name?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}

function Labelled({ label, name, note, children }: LabelledProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.labelled}>
      <div className={styles.label}>
        {label} {name} {note}
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
