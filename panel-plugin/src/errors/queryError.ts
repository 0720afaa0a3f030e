import { LoadingState } from '@grafana/data';

/** What answers of queries and a panel's data have in common. Older members are still the only ones in some failures. */
interface Failable {
  state?: LoadingState | undefined;
  errors?: readonly unknown[] | undefined;
  error?: unknown;
}

/**
 * What a query failed with, or undefined when it did not. A query that fails as a whole, as for lack of permission, has
 * only `error`; one that the data source's back end refused has `errors`.
 */
export function queryError({ state, errors, error }: Failable): unknown {
  return errors?.[0] ?? error ?? (state === LoadingState.Error ? new Error('') : undefined);
}
