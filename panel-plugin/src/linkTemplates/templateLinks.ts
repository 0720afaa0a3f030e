import { filledAddress } from '../drawer/links/filledAddress';

/** A link that a dashboard's author adds to every trace. */
export interface LinkTemplate {
  name: string;
  /** Address with `${request_id}` and the like where a value of the trace belongs. */
  url: string;
}

/** Values of a trace that an address may hold, by the names of the trace server's fields. */
export const LINK_VALUES = [
  'request_id',
  'trace_id',
  'span_id',
  'conversation_id',
  'response_id',
  'user_id',
  'model',
  'provider',
  'deployment',
  'deployment_version',
  'connection',
  'source_type',
  'source',
] as const;

/** Of a trace, what links are made of. What the trace does not have is empty. */
export type LinkedTrace = Partial<Record<(typeof LINK_VALUES)[number], string>>;

/** A link of one trace. */
export interface TraceLink {
  name: string;
  /** An http or https address, or a path of this Grafana without its sub path. */
  href: string;
  isOfGrafana: boolean;
}

/** Stands for this Grafana while an address is checked; `.invalid` never is a host. */
const THIS_GRAFANA = 'https://grafana.invalid';

/** The links of a trace. One whose values the trace lacks, or that is no address, is left out. */
export function templateLinks(templates: readonly LinkTemplate[], trace: LinkedTrace): TraceLink[] {
  return templates.flatMap(({ name, url }) => {
    const link = hasOnlyKnownValues(url) ? filled(url.trim(), trace) : undefined;
    return link && name.trim() !== '' ? [{ name, ...link }] : [];
  });
}

/** Whether a template is one: http, https or a path that begins with a slash, and no other values than there are. */
export function isLinkTemplate(url: string): boolean {
  const any = Object.fromEntries(LINK_VALUES.map((name) => [name, 'any']));
  return hasOnlyKnownValues(url) && filled(url.trim(), any) !== undefined;
}

function hasOnlyKnownValues(url: string): boolean {
  return url
    .split('${')
    .slice(1)
    .every((rest) => LINK_VALUES.some((known) => rest.startsWith(`${known}}`)));
}

function filled(url: string, trace: LinkedTrace): Omit<TraceLink, 'name'> | undefined {
  const values = Object.fromEntries(LINK_VALUES.map((name) => [name, trace[name] ?? '']));
  // Browsers read two slashes, and a backslash for either, as the beginning of another host.
  if (!/^\/(?![/\\])/.test(url)) {
    const href = filledAddress(url, values);
    return href === undefined ? undefined : { href, isOfGrafana: false };
  }
  const address = filledAddress(`${THIS_GRAFANA}${url}`, values);
  return address === undefined ? undefined : { href: address.slice(THIS_GRAFANA.length), isOfGrafana: true };
}
