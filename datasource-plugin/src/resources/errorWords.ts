/** What Grafana's FetchError holds of an answer of the back end. */
interface Refused {
  data?: { error?: { message?: unknown } | string; message?: unknown };
  message?: unknown;
  statusText?: unknown;
}

/** Why a resource did not answer, as a sentence for people: the back end's own words where it gave some. */
export function errorWords(error: unknown): string {
  const { data, message, statusText } = (typeof error === 'object' && error !== null ? error : {}) as Refused;
  const answered = typeof data?.error === 'object' ? data.error.message : data?.message;
  const said = [answered, message, statusText].find((words) => typeof words === 'string' && words.trim() !== '');
  return typeof said === 'string' ? said : 'The trace server could not be asked.';
}
