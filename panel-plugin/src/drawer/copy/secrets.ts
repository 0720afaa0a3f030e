/** What stands in the place of a secret, here and in what the trace server stores. */
export const REDACTED = '[redacted]';

/** Names of headers and URL parameters that hold secrets, of HTTP itself, of providers and of gateways. */
const SECRET_NAME =
  /auth|cookie|api[-_]?key|access[-_]?key|subscription[-_]?key|(^|[-_])key$|token|secret|password|passwd|passphrase|credential|signature|^sig$|^code$|session|jwt|assertion/i;
/** Whole names that match, but hold counts or choices. */
const HARMLESS_NAME =
  /^((x[-_])?(ratelimit[-_][-_a-z]*tokens?|(max|n|num)[-_]((new|output|completion|input)[-_])?tokens?)|idempotency[-_]key)$/i;

/**
 * Members of a request's JSON that hold secrets when they are text, such as the authorization of a tool's server. Fewer
 * than of headers: `code`, `signature` and `token` are parts of conversations, too.
 */
const SECRET_MEMBER =
  /^(proxy[-_]?)?authorization$|^cookie$|(^|[-_])(api|access|secret|private|subscription|account|auth)[-_]?key$|^apikey|(access|auth|bearer|refresh|id|session|security)[-_]?token$|^token$|secret$|^client[-_]?secret|password$|passwd$|passphrase$|credentials?$/i;

/** Keys of well-known makes, wherever they stand. */
const SECRET_SHAPE = new RegExp(
  [
    String.raw`\b(?:sk|pk|rk)[-_](?:[A-Za-z0-9]+[-_])*[A-Za-z0-9_-]{16,}`,
    String.raw`\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
    String.raw`\bAIza[0-9A-Za-z_-]{30,}`,
    String.raw`\bya29\.[0-9A-Za-z_-]{16,}`,
    String.raw`\b(?:gh[pousr]|hf|gsk|r8|xai|pplx|nvapi|glsa|mt|tgp_v1|fw|co)[-_][A-Za-z0-9_-]{20,}`,
    String.raw`\bgithub_pat_[A-Za-z0-9_]{20,}`,
    String.raw`\bxox[abeoprs]-[A-Za-z0-9-]{10,}`,
    // From the beginning of a run of such characters only: one try for each, however long a hostile text makes it.
    String.raw`(?<![\w-])(?:\w{1,40}-)?eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*`,
    String.raw`\b(?:Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{16,}`,
    String.raw`-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)`,
  ].join('|'),
  'g'
);

/** Whether a header or URL parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/** Whether a member of a request's JSON with this name holds a secret when its value is a text. */
export function isSecretMember(name: string): boolean {
  return SECRET_MEMBER.test(name);
}

/** The text without what has the shape of a key. */
export function withoutKeys(text: string): string {
  return text.replace(SECRET_SHAPE, REDACTED);
}

/** Whether a value was a secret or looks like one. */
export function holdsSecret(value: string): boolean {
  return value.includes(REDACTED) || withoutKeys(value) !== value;
}

/** Whether a value is an address or a list with something in it that has the name of a secret. */
export function hasSecretParameter(value: string): boolean {
  const names = [...value.matchAll(/(?:^|[?&;,\s])([^=?&;,\s]+)=/g)].map((match) => match[1] ?? '');
  return names.some(isSecretName) || /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(value);
}
