import { operation } from '../../contract/operations.js';
import { invalidArgument } from '../../errors.js';
import { callGone } from '../../http/callGone.js';
import type { Route } from '../route.js';
import { payloadBytesQuery, type PayloadForm, payloadSizeQuery, type PayloadSide } from './getSql.js';
import { locate, noSuchTrace } from './locate.js';

const ONE_RANGE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/;
const MEDIA_TYPES: Record<PayloadForm, string> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

interface ByteRange {
  first: number;
  length: number;
}

/**
 * The bytes that a `Range` header asks for; undefined when it is absent or not a single range of bytes, which the header's
 * own rules (RFC 9110) say to overlook.
 * @throws INVALID_ARGUMENT when it begins behind the end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const [match, first = '', last = '', suffix = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (match === undefined) return undefined;
  const start = suffix === '' ? Number(first) : Math.max(0, size - Number(suffix));
  const end = suffix === '' && last !== '' ? Math.min(Number(last), size - 1) : size - 1;
  if (start >= size || end < start) throw invalidArgument('Range', `bytes within the payload's ${size}`);
  return { first: start, length: end - start + 1 };
}

/** `GET /api/v1/traces/{request_id}/payloads/{side}`: the engine's bytes go to the caller as they come. */
export const tracePayloadRoute: Route = (app, { store }) => {
  app.route<{ Params: { request_id: string; side: PayloadSide }; Querystring: { form: PayloadForm } }>({
    ...operation('getTracePayload'),
    handler: async (request, reply) => {
      const gone = callGone(reply);
      const { request_id: requestId, side } = request.params;
      const { form } = request.query;
      const place = await locate(store, requestId, gone);
      const [size] = await store.rows<{ bytes: number }>(payloadSizeQuery(place, side, form), gone);
      if (!size) throw noSuchTrace();
      const range = byteRange(request.headers.range, size.bytes);
      const { first, length } = range ?? { first: 0, length: size.bytes };
      if (range) {
        void reply.status(206).header('Content-Range', `bytes ${first}-${first + length - 1}/${size.bytes}`);
      }
      void reply
        .type(MEDIA_TYPES[form])
        .header('Content-Length', String(length))
        .header('Accept-Ranges', 'bytes')
        // What a caller wrote is never a page of this server.
        .header('X-Content-Type-Options', 'nosniff')
        .header('Content-Security-Policy', 'sandbox');
      return reply.send(await store.raw(payloadBytesQuery(place, side, form, { first, length }), 'RawBLOB', gone));
    },
  });
};
