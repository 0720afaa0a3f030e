import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { methodsOf } from '../contract/operations.js';
import { CodedError, invalidArgument } from '../errors.js';
import { validationError } from './validation.js';

/** The coded error for anything thrown while a request is answered. */
export function asCodedError(error: FastifyError | Error): CodedError {
  if (error instanceof CodedError) return error;
  if ('validation' in error && error.validation?.[0]) return validationError(error.validation[0]);
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const code = 'code' in error ? error.code : undefined;
  if (status === 413) {
    return new CodedError('PAYLOAD_TOO_LARGE', 'The body is larger than this server takes. Send smaller batches.');
  }
  if (status === 415) {
    return new CodedError('UNSUPPORTED_MEDIA_TYPE', 'The body has a media type that this operation does not take.', {
      field: 'Content-Type',
      expected: 'application/json',
    });
  }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH' || status === 400) {
    return new CodedError('INVALID_ARGUMENT', 'The request cannot be read.', {
      field: 'body',
      expected: 'a complete body',
    });
  }
  return new CodedError('INTERNAL', 'Something went wrong in the trace server.', { cause: error });
}

/** Answers what the framework refuses before there is a route: an address that is not percent-encoded UTF-8. */
export function answerUnroutable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const error = invalidArgument('path', 'percent-encoded UTF-8');
  void reply.status(error.status).type('application/json; charset=utf-8').send(error.toAnswer());
}

/** Every error answer has the contract's form and status. */
export function registerErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const coded = asCodedError(error);
    if (coded.code === 'INTERNAL') {
      // Where it broke, without the message: that may hold contents.
      request.log.error(
        { at: stackOf(coded.cause), route: request.routeOptions.url, detail: coded.message },
        'request failed',
      );
    }
    if (coded.retryAfterSeconds !== undefined) void reply.header('Retry-After', String(coded.retryAfterSeconds));
    return reply.status(coded.status).type('application/json; charset=utf-8').send(coded.toAnswer());
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url.split('?')[0] ?? '');
    const error =
      allowed.length > 0
        ? new CodedError('METHOD_NOT_ALLOWED', `This path takes ${allowed.join(' and ')}.`)
        : new CodedError('NOT_FOUND', 'There is no such path. /openapi.json lists all.');
    if (allowed.length > 0) void reply.header('Allow', allowed.join(', '));
    return reply.status(error.status).type('application/json; charset=utf-8').send(error.toAnswer());
  });
}

function stackOf(cause: unknown): string[] | undefined {
  if (!(cause instanceof Error)) return undefined;
  return cause.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim());
}
