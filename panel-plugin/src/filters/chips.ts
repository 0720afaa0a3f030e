import { t } from '@grafana/i18n';
import { cutText } from '../hostile/cutText';
import { ALL_MODELS, type ViewState } from '../state/viewState';
import { queryFieldLabel, type QueryBuilder } from './queryFields';
import { operatorSign } from './stepWords';

/** One part of what is selected, in words. */
export interface FilterChip {
  /** Tells the chips apart. */
  id: string;
  words: string;
  /** A condition that is no step, so it is changed where it is text. */
  isText?: boolean;
  /** What stays when this part is taken away: values of the view, or steps that have yet to be written as a condition. */
  without: { change: Partial<ViewState> } | { steps: QueryBuilder };
}

/** The parts of a selection; `joinedByOr` when any of the query's parts is enough. */
export interface FilterChips {
  chips: FilterChip[];
  joinedByOr: boolean;
}

/** Characters of a text in a chip. */
const MAX_WORDS = 80;

/**
 * What of a view narrows the rows, part by part. `builder` is its query as steps; null when steps cannot show it or it
 * has not been read yet, and then the query is one part as it is written.
 */
export function chipsOf(
  view: Pick<ViewState, 'model' | 'search' | 'query'>,
  builder: QueryBuilder | null
): FilterChips {
  const chips: FilterChip[] = [];
  if (view.model !== '' && view.model !== ALL_MODELS) {
    chips.push({ id: 'model', words: worded(t('filters.chip.model', 'Model'), view.model), without: modelGone(view) });
  }
  if (view.search.trim() !== '') {
    const words = worded(t('filters.chip.search', 'Text'), view.search);
    chips.push({ id: 'search', words, without: { change: { search: '' } } });
  }
  if (view.query.trim() === '') {
    return { chips, joinedByOr: false };
  }
  if (builder === null) {
    const words = cutText(view.query.replace(/\s+/g, ' '), MAX_WORDS);
    return {
      chips: [...chips, { id: 'query', words, isText: true, without: { change: { query: '' } } }],
      joinedByOr: false,
    };
  }
  const { conjunction, steps } = builder;
  steps.forEach(({ field, operator, value }, index) => {
    const shown = value === '' ? t('filters.chip.empty', '(empty)') : value;
    chips.push({
      id: `step-${index}`,
      words: cutText(`${queryFieldLabel(field)} ${operatorSign(operator)} ${shown}`, MAX_WORDS),
      without: { steps: { conjunction, steps: steps.filter((_, other) => other !== index) } },
    });
  });
  return { chips, joinedByOr: conjunction === 'or' && steps.length > 1 };
}

/** The view without any of its parts. Which model is shown is a choice of its own and stays. */
export const NOTHING_FILTERED = { search: '', query: '' } as const satisfies Partial<ViewState>;

function modelGone({ model }: Pick<ViewState, 'model'>): FilterChip['without'] {
  return { change: { model: model === '' ? '' : ALL_MODELS } };
}

function worded(label: string, text: string): string {
  return cutText(`${label}: ${text}`, MAX_WORDS);
}
