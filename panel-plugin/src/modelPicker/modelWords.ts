import { dateTimeFormatTimeAgo } from '@grafana/data';
import { t } from '@grafana/i18n';
import { visibleText } from '../hostile/visibleText';
import type { Model, ModelKind } from './models';

/** The heading of a kind of models. */
export function kindWords(kind: ModelKind): string {
  switch (kind) {
    case 'fine-tuned':
      return t('model.fine-tuned', 'Fine-tuned');
    case 'open-source':
      return t('model.open-source', 'Open-source');
    case 'external':
      return t('model.external', 'External');
  }
}

/** How much a model is used, and when last. */
export function usageWords({ requests, lastTraceMs }: Model): string {
  const counted = t('model.requests', '', {
    count: requests,
    formatted: requests.toLocaleString(),
    defaultValue_one: '{{formatted}} request',
    defaultValue_other: '{{formatted}} requests',
  });
  return lastTraceMs === undefined
    ? counted
    : t('model.usage', '{{requests}}, last {{ago}}', {
        requests: counted,
        ago: dateTimeFormatTimeAgo(lastTraceMs),
        interpolation: { escapeValue: false },
      });
}

/** @param ofQuery how many models the panel's query is of by itself; 0 for any */
export const allModelsWords = (ofQuery = 0): string =>
  ofQuery === 0
    ? t('model.all', 'All models')
    : t('model.all-of-query', '', {
        count: ofQuery,
        defaultValue_one: '{{count}} model of the query',
        defaultValue_other: 'All {{count}} models of the query',
      });

/** Whether a model's name has the text in it, whatever its case. */
export function modelMatches({ name }: Model, text: string): boolean {
  return visibleText(name).toLowerCase().includes(text.trim().toLowerCase());
}
