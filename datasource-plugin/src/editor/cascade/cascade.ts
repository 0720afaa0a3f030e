import type { Filters } from '../../types';
import { holdsVariable } from '../../query/variablePattern';

/** From the widest pick to the narrowest; hosted models have deployments, external ones connections. */
export const CASCADE = ['model_type', 'model', 'deployment', 'deployment_version', 'connection'] as const;

/** A field that is picked in the cascade. */
export type CascadeField = (typeof CASCADE)[number];

const HOSTED_TYPES = ['fine-tuned', 'open-source'];
const OF_HOSTED: readonly CascadeField[] = ['deployment', 'deployment_version'];
const OF_EXTERNAL: readonly CascadeField[] = ['connection'];

/** The picks that the chosen model types have, and those that are set although they have not. */
export function shownFields(filters: Filters): CascadeField[] {
  const types = filters.model_type ?? [];
  const isOnly = (wanted: string[]) => types.length > 0 && types.every((type) => wanted.includes(type));
  const hidden = isOnly(HOSTED_TYPES) ? OF_EXTERNAL : isOnly(['external']) ? OF_HOSTED : [];
  return CASCADE.filter((field) => !hidden.includes(field) || (filters[field] ?? []).length > 0);
}

/** The picks wider than a field, and every other filter: what its values are narrowed by. */
export function narrowing(filters: Filters, field: CascadeField): Filters {
  const narrower: readonly string[] = CASCADE.slice(CASCADE.indexOf(field));
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !narrower.includes(name)));
}

/**
 * The filters with another pick. Narrower picks go when a value that they were picked under goes, or when the model
 * types no longer have them; variables stay, because their values follow the dashboard.
 */
export function withPick(filters: Filters, field: CascadeField, values: string[]): Filters {
  const before = filters[field] ?? [];
  const picked = withValues(filters, field, values);
  const isReplaced = values.length > 0 && before.some((value) => !values.includes(value));
  const shown = shownFields(withoutPicks(picked, CASCADE));
  const gone = CASCADE.filter(
    (name, index) => index > CASCADE.indexOf(field) && (isReplaced || (field === 'model_type' && !shown.includes(name)))
  );
  return gone.reduce((kept, name) => withValues(kept, name, (kept[name] ?? []).filter(holdsVariable)), picked);
}

/** Without picks below the model type, so that only the types say what is shown. */
function withoutPicks(filters: Filters, fields: readonly CascadeField[]): Filters {
  const picks: readonly string[] = fields.slice(1);
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !picks.includes(name)));
}

function withValues(filters: Filters, field: string, values: string[]): Filters {
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== field));
  return values.length > 0 ? { ...others, [field]: values } : others;
}
