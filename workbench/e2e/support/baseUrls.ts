/** The pages under test: Grafana's packages of 13.2 on React 19, and those of 13.1 on React 18. */
export type Variant = 'react-19' | 'react-18';

const variableOf = (variant: Variant) => `WORKBENCH_URL_${variant.replace('-', '_').toUpperCase()}`;

/** Where the global set-up started the host; empty before it ran. Workers inherit it through the environment. */
export const baseUrlOf = (variant: Variant): string => process.env[variableOf(variant)] ?? '';

export function setBaseUrl(variant: Variant, url: string): void {
  process.env[variableOf(variant)] = url;
}

const TRACE_SERVER = 'WORKBENCH_TRACE_SERVER_URL';

/** The trace server with the fixture. */
export const traceServerUrl = (): string => process.env[TRACE_SERVER] ?? '';

export function setTraceServerUrl(url: string): void {
  process.env[TRACE_SERVER] = url;
}
