import openapiFetch, { type Client, type FetchOptions, type FetchResponse } from 'openapi-fetch';
import type { FilterKeys, HttpMethod, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers';
import type { paths } from './contract/api.gen.js';
import { errorOfAnswer, errorOfFailure } from './traceServerError.js';

/** Where the trace server is, and what lets the caller in. */
export interface ClientOptions {
  /** E.g. `http://127.0.0.1:4318`; a path in it goes before the API's own. */
  baseUrl: string | URL;
  /** Sent as bearer token. */
  apiKey?: string | undefined;
  /** Instead of the platform's own. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

type Json = 'application/json';
type AnswerOf<Operation> =
  Operation extends Record<string | number, unknown>
    ? NonNullable<FetchResponse<Operation, unknown, Json>['data']>
    : never;
type OptionsOf<Path extends keyof paths, Method extends HttpMethod> = Omit<
  FetchOptions<FilterKeys<paths[Path], Method>>,
  'parseAs'
>;
/** A second argument that may be left out when nothing in it is required. */
type Init<Options> = RequiredKeysOf<Options> extends never ? [init?: Options] : [init: Options];

/**
 * Calls the operation of a path. Parameters, body and the answer's JSON are typed by the contract. Options of `fetch`
 * such as `signal` are taken too.
 * @throws TraceServerError
 */
export type Call<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...init: Init<OptionsOf<Path, Method>>
) => Promise<AnswerOf<paths[Path][Method]>>;

/** Calls, and what an answer's status and headers were. */
export interface Connection {
  readonly baseUrl: URL;
  readonly http: Client<paths, Json>;
  call<Method extends HttpMethod>(method: Method): Call<Method>;
  /** What a call of `http` answers; its failures become a TraceServerError. */
  answerOf<Answer extends RawAnswer>(call: Promise<Answer>): Promise<Exclude<Answer, { error: unknown }>>;
}

interface RawAnswer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** @throws TypeError when `baseUrl` is no URL. */
export function connect(options: ClientOptions): Connection {
  const baseUrl = new URL(options.baseUrl);
  const { fetch } = options;
  const http = openapiFetch<paths, Json>({
    baseUrl: baseUrl.href,
    ...(options.apiKey !== undefined && { headers: { Authorization: `Bearer ${options.apiKey}` } }),
    // The platform's own is looked up at each call, so that a test or a tracer may replace it.
    fetch: (request) => (fetch ?? globalThis.fetch)(request),
  });
  const answerOf: Connection['answerOf'] = async (call) => {
    try {
      const answer = await call;
      if (!answer.response.ok) throw errorOfAnswer(answer.response, answer.error, baseUrl);
      return answer as Exclude<typeof answer, { error: unknown }>;
    } catch (failure) {
      throw errorOfFailure(failure, baseUrl);
    }
  };
  const call = <Method extends HttpMethod>(method: Method) => {
    const request = http.request as unknown as (method: string, path: string, init?: object) => Promise<RawAnswer>;
    const ask = async (path: string, init?: object) => (await answerOf(request(method, path, init))).data;
    return ask as unknown as Call<Method>;
  };
  return { baseUrl, http, call, answerOf };
}
