import type { ShellPiece } from './shellWord';
import { holdsSecret, isSecretName } from './secrets';

const USER_INFORMATION = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;
/** Control characters, spaces and what ends or hides a part of a line have no place in an address. */
const NOT_IN_ADDRESS = /[^\x21-\x7e]/gu;

/**
 * A request's address without secrets: user information, and values of parameters that hold one, become variables. The
 * fragment, which is never sent, is left out. Undefined for what is not an address of a web server.
 * @param keyVariable shell variable for the provider's key
 */
export function requestAddress(url: string, keyVariable: string): ShellPiece[] | undefined {
  if (!/^https?:\/\/[^/?#]/i.test(url)) {
    return undefined;
  }
  const [sent = ''] = url.replace(NOT_IN_ADDRESS, encodedCharacter).split('#', 1);
  const query = sent.indexOf('?');
  const place = query < 0 ? sent : sent.slice(0, query);
  return [...placePieces(place), ...(query < 0 ? [] : queryPieces(sent.slice(query + 1), keyVariable))];
}

function placePieces(place: string): ShellPiece[] {
  const scheme = USER_INFORMATION.exec(place);
  const user: ShellPiece[] = scheme ? [scheme[1] ?? '', { variable: 'URL_CREDENTIALS' }, '@'] : [];
  const segments = place.slice(scheme?.[0].length ?? 0).split('/');
  return [
    ...user,
    ...segments.flatMap((segment, index): ShellPiece[] => [
      ...(index === 0 ? [] : ['/']),
      holdsSecret(decoded(segment)) ? { variable: 'URL_SECRET' } : segment,
    ]),
  ];
}

function queryPieces(query: string, keyVariable: string): ShellPiece[] {
  return query.split('&').flatMap((pair, index): ShellPiece[] => {
    const mark = index === 0 ? '?' : '&';
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    if (!isSecretName(decoded(name)) && !isSecretValue(value)) {
      return [`${mark}${pair}`];
    }
    return isSecretValue(name) || equals < 0
      ? [mark, { variable: 'URL_SECRET' }]
      : [`${mark}${name}=`, { variable: variableOf(decoded(name), keyVariable) }];
  });
}

/** A value that is a secret, or an address or list that has one in it. */
function isSecretValue(value: string): boolean {
  const plain = decoded(decoded(value));
  const names = [...plain.matchAll(/(?:^|[;?&])([^=;?&]*)=/g)].map((match) => match[1] ?? '');
  return holdsSecret(plain) || names.some(isSecretName);
}

const KEY_NAME = /^(x[-_])?(goog[-_])?(api[-_]?key|key)$/i;

/** `$API_KEY` for what is the key of the provider, and otherwise the name in the way of variables. */
export function variableOf(name: string, keyVariable: string): string {
  const variable = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  return KEY_NAME.test(name) || !/^[A-Z]/.test(variable) ? keyVariable : variable;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Halves of surrogate pairs have no encoding. */
function encodedCharacter(character: string): string {
  return /\p{Surrogate}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
}
