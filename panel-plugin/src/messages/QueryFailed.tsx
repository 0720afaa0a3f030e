import { t } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { errorSentence, errorStatus, errorWords } from '../errors/errorWords';
import { PanelMessage } from './PanelMessage';

interface Props {
  error: unknown;
  /** Undefined where the panel cannot ask again by itself. */
  onRetry: (() => void) | undefined;
}

/** Status of Grafana and of the trace server for what somebody may not see. */
const FORBIDDEN = 403;

/** The first query failed: why, and what to do. */
export function QueryFailed({ error, onRetry }: Props) {
  const isForbidden = errorStatus(error) === FORBIDDEN;
  return (
    <PanelMessage
      role="alert"
      icon={isForbidden ? 'lock' : 'exclamation-triangle'}
      title={
        isForbidden
          ? t('states.forbidden', 'You may not see these traces')
          : t('states.failed', 'Traces could not be loaded')
      }
      help={
        isForbidden
          ? t('states.forbidden-help', '{{reason}} Ask an administrator of this Grafana for access.', {
              reason: errorSentence(error),
              interpolation: { escapeValue: false },
            })
          : errorWords(error)
      }
    >
      {onRetry && <Button onClick={onRetry}>{t('states.retry', 'Try again')}</Button>}
    </PanelMessage>
  );
}

/** For a failed refresh, or one of several queries that failed: the rows that there are stay, with the reason above them. */
export function QueryErrorBanner({ error, onRetry }: Props) {
  return error === undefined ? null : (
    <Alert severity="error" title={t('states.failed', 'Traces could not be loaded')}>
      {errorWords(error)}{' '}
      {onRetry && (
        <Button size="sm" variant="secondary" onClick={onRetry}>
          {t('states.retry', 'Try again')}
        </Button>
      )}
    </Alert>
  );
}
