import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { type Observable, catchError, lastValueFrom, of, switchMap, throwError } from 'rxjs';
import { fromFetch } from 'rxjs/fetch';

/** Requests to the host. As in Grafana, an answer other than 2xx is an error that carries the answer's body. */
export class HostBackendSrv implements BackendSrv {
  fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    const url = addressOf(options);
    return fromFetch(url, requestOf(options)).pipe(
      switchMap((response) => replyOf<T>(response, options)),
      switchMap((reply) => (reply.ok ? of(reply) : throwError(() => fetchError(reply)))),
      catchError((error: unknown) => throwError(() => (isFetchError(error) ? error : unreachable(options, error)))),
    );
  }

  /** The body as it comes. As in Grafana, an answer other than 2xx is no error: its body is given out like any other. */
  chunked(options: BackendSrvRequest): Observable<FetchResponse<Uint8Array | undefined>> {
    return fromFetch(addressOf(options), requestOf(options)).pipe(switchMap((response) => partsOf(response, options)));
  }

  datasourceRequest<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(options));
  }

  request<T>(options: BackendSrvRequest): Promise<T> {
    return this.send<T>(options);
  }

  get<T>(url: string, params?: Record<string, unknown>, requestId?: string, options?: Partial<BackendSrvRequest>) {
    return this.send<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.send<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.send<T>({ ...options, method: 'POST', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.send<T>({ ...options, method: 'PATCH', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.send<T>({ ...options, method: 'PUT', url, data });
  }

  private async send<T>(options: BackendSrvRequest): Promise<T> {
    return (await lastValueFrom(this.fetch<T>(options))).data;
  }
}

type Params = Record<string, string | number | boolean | string[] | undefined>;

function addressOf({ url, params }: BackendSrvRequest): string {
  const address = new URL(url, window.location.origin);
  for (const [name, value] of Object.entries((params ?? {}) as Params)) {
    for (const one of value === undefined ? [] : [value].flat()) {
      address.searchParams.append(name, String(one));
    }
  }
  return address.toString();
}

function requestOf({ method = 'GET', data, headers: asked, abortSignal }: BackendSrvRequest): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json', ...(asked as Record<string, string>) };
  const withBody = data !== undefined && method !== 'GET';
  return {
    method,
    headers: withBody ? { 'Content-Type': 'application/json', ...headers } : headers,
    ...(withBody ? { body: JSON.stringify(data) } : {}),
    ...(abortSignal ? { signal: abortSignal } : {}),
  };
}

async function replyOf<T>(response: Response, config: BackendSrvRequest): Promise<FetchResponse<T>> {
  const { ok, status, statusText, headers, redirected, type, url } = response;
  const data = (await bodyOf(response, config.responseType)) as T;
  return { ok, status, statusText, headers, redirected, type, url, config, data };
}

async function bodyOf(response: Response, responseType: BackendSrvRequest['responseType']): Promise<unknown> {
  switch (responseType) {
    case 'arraybuffer':
      return response.arrayBuffer();
    case 'blob':
      return response.blob();
    case 'text':
      return response.text();
    default: {
      const text = await response.text();
      try {
        return text === '' ? {} : (JSON.parse(text) as unknown);
      } catch {
        return text;
      }
    }
  }
}

async function* partsOf(response: Response, config: BackendSrvRequest) {
  const { ok, status, statusText, headers, redirected, type, url } = response;
  const reply = { ok, status, statusText, headers, redirected, type, url, config };
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      yield { ...reply, data: part.value };
    }
  } finally {
    await reader?.cancel();
  }
  yield { ...reply, data: undefined };
}

const fetchError = ({ status, statusText, data, config }: FetchResponse<unknown>): FetchError => ({
  status,
  statusText,
  data,
  config,
});

function isFetchError(error: unknown): error is FetchError {
  return typeof error === 'object' && error !== null && 'status' in error && 'config' in error;
}

const unreachable = (config: BackendSrvRequest, error: unknown): FetchError => ({
  status: 0,
  statusText: 'The host does not answer',
  data: { message: error instanceof Error ? error.message : String(error) },
  config,
});
