import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import type { components } from '../../contract/api.gen';
import { words } from '../../words';
import { JsonEditor } from './JsonEditor';
import { LargeText } from './LargeText';
import { isJson, prettyJson } from './prettyJson';
import { Section } from '../Section';

type Payload = components['schemas']['TracePayload'];

/** Characters above which JSON is not put into the editor, which would stop the page while it colours it. */
export const MAX_EDITOR_TEXT = 1_000_000;

const FORMATS = [
  { value: 'text', label: words.payload.text },
  { value: 'json', label: words.payload.json },
] as const;

interface Props {
  title: string;
  payload: Payload;
  /** Deployment version or connection, put after the model's name in the JSON. */
  modelNote: string;
}

/** Input or output: its text, or the complete payload as JSON. */
export function PayloadPanel({ title, payload, modelNote }: Props) {
  const styles = useStyles2(getStyles);
  const [format, setFormat] = useState<'text' | 'json'>('text');
  const actions = (
    <div className={styles.actions}>
      <RadioButtonGroup
        size="sm"
        aria-label={words.payload.format(title)}
        options={[...FORMATS]}
        value={format}
        onChange={setFormat}
      />
      <ClipboardButton
        size="sm"
        variant="secondary"
        icon="copy"
        aria-label={words.payload.copyLabel(title)}
        getText={() => (format === 'json' && payload.json !== '' ? payload.json : payload.text)}
      >
        {words.payload.copy}
      </ClipboardButton>
    </div>
  );
  return (
    <Section title={title} actions={actions}>
      {format === 'text' ? (
        <PlainText text={payload.text} label={words.payload.contentOf(title)} />
      ) : (
        <JsonPayload json={payload.json} label={words.payload.contentOf(title)} modelNote={modelNote} />
      )}
    </Section>
  );
}

function PlainText({ text, label }: { text: string; label: string }) {
  return text === '' ? <p>{words.payload.emptyText}</p> : <LargeText text={text} label={label} />;
}

function JsonPayload({ json, label, modelNote }: { json: string; label: string; modelNote: string }) {
  const pretty = useMemo(
    () => (json.length <= MAX_EDITOR_TEXT && isJson(json) ? prettyJson(json, modelNote) : undefined),
    [json, modelNote]
  );
  if (json === '') {
    return <p>{words.payload.noJson}</p>;
  }
  if (pretty !== undefined) {
    return <JsonEditor json={pretty} />;
  }
  return (
    <>
      <p>{json.length > MAX_EDITOR_TEXT ? words.payload.tooLargeForEditor : words.payload.notJson}</p>
      <LargeText text={json} label={label} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});
