import { compactJson } from '../json.js';

/** `get_weather({"city":"Paris"})`. Arguments come as JSON text (OpenAI) or as a value (the others). */
export function toolCallText(name: unknown, args: unknown): string {
  const shownName = typeof name === 'string' && name !== '' ? name : 'tool';
  if (args === undefined || args === null || args === '') {
    return `${shownName}()`;
  }
  return `${shownName}(${typeof args === 'string' ? args : compactJson(args)})`;
}
