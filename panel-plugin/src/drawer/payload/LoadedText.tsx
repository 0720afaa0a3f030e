import { t } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React, { useMemo } from 'react';
import { errorWords } from '../../errors/errorWords';
import type { FoldIndex } from './folding/FoldIndex';
import { JsonLines } from './folding/JsonLines';
import type { PayloadLoad } from './loading/PayloadLoad';
import type { TextSearch } from './search/TextSearch';
import type { SearchState } from './search/useSearch';
import { LinesView, type LinesProps } from './text/LinesView';
import { TextBlocks } from './text/TextBlocks';

interface Props {
  load: PayloadLoad | undefined;
  /** Changes when more has come. */
  version: number;
  label: string;
  retry: () => void;
  /** The beginning of the text, which is known before anything is read. */
  preview: string;
  /** Whether there is a text, whatever form is shown. */
  hasText: boolean;
  isJson: boolean;
  state: SearchState<TextSearch>;
}

/** What has come of a payload, as text or JSON, and what is wrong with it. */
export function LoadedText({ load, version, label, retry, preview, hasText, isJson, state }: Props) {
  const beginning = useMemo(() => {
    const blocks = new TextBlocks();
    blocks.append(preview);
    return blocks;
  }, [preview]);
  if (isEmpty(load)) {
    return <p>{isJson ? noJson(hasText) : t('payload.empty-text', 'No text was stored.')}</p>;
  }
  const text = load && load.shown.length >= beginning.length ? load.shown : beginning;
  const isBroken = load?.isBrokenJson === true;
  const search = text === beginning ? undefined : state.search;
  return (
    <>
      {load?.status === 'failed' && <LoadFailed load={load} retry={retry} />}
      {isBroken && <p>{t('payload.not-json', 'The stored payload is not valid JSON and is shown as it is.')}</p>}
      {text.length > 0 && (
        <Lines
          text={text}
          version={version}
          label={label}
          isJson={isJson && !isBroken}
          marks={search}
          current={search?.at(state.index)}
          visit={state.visit}
          index={load?.folds}
          isComplete={load?.status === 'complete'}
        />
      )}
      <Loading load={load} />
    </>
  );
}

function Lines({ index, isComplete, ...lines }: LinesProps & { index: FoldIndex | undefined; isComplete: boolean }) {
  return lines.isJson && index ? (
    <JsonLines {...lines} index={index} isComplete={isComplete} />
  ) : (
    <LinesView {...lines} />
  );
}

function isEmpty(load: PayloadLoad | undefined): boolean {
  return load?.status === 'complete' && load.stored.length === 0;
}

function noJson(hasText: boolean): string {
  return hasText
    ? t('payload.no-json', 'Only text was stored for this trace, so there is no JSON to show.')
    : t('payload.empty-json', 'Nothing was stored.');
}

/** How much has come, while more is coming. */
export function Loading({ load }: { load: PayloadLoad | undefined }) {
  if (load !== undefined && load.status !== 'loading') {
    return null;
  }
  const megabytes = (load?.stored.length ?? 0) / 1_000_000;
  return (
    <p>
      {megabytes < 1
        ? t('payload.loading', 'Loading…')
        : t('payload.loading-megabytes', 'Loading… {{megabytes}} million characters by now', {
            megabytes: megabytes.toFixed(1),
          })}
    </p>
  );
}

/** What came before it failed stays. */
export function LoadFailed({ load, retry }: { load: PayloadLoad; retry: () => void }) {
  return (
    <Alert severity="error" title={t('payload.failed', 'The payload could not be loaded to its end')}>
      <p>{errorWords(load.error)}</p>
      <Button size="sm" variant="secondary" onClick={retry}>
        {t('payload.retry', 'Try again')}
      </Button>
    </Alert>
  );
}
