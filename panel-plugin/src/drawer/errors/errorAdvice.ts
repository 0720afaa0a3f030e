import { t } from '@grafana/i18n';
import type { ErrorKind } from './knownKinds';

/** What usually leads to a failure of this kind, and what to do about it. */
interface Advice {
  cause: string;
  remedy: string;
}

/** Sentences for a kind of failure. They hold nothing of the trace. */
export function errorAdvice(kind: ErrorKind): Advice {
  return ADVICE[kind]();
}

const ADVICE: Record<ErrorKind, () => Advice> = {
  quota: () => ({
    cause: t('error.quota-cause', 'The account has no credit left, or its budget for this period is used up.'),
    remedy: t('error.quota-remedy', 'Have the plan and the budget of the account checked. Trying again does not help.'),
  }),
  overloaded: () => ({
    cause: t(
      'error.overloaded-cause',
      'The provider or the deployment is busy with everybody’s requests, not only with yours.'
    ),
    remedy: t(
      'error.overloaded-remedy',
      'Try again with growing pauses, send it to another region or model, or add replicas.'
    ),
  }),
  'rate-limit': () => ({
    cause: t(
      'error.rate-limit-cause',
      'More requests or tokens per minute than the provider or the deployment allows.'
    ),
    remedy: t(
      'error.rate-limit-remedy',
      'Send fewer requests at once, retry after the time the answer names, or ask for a higher limit.'
    ),
  }),
  'content-filter': () => ({
    cause: t('error.content-filter-cause', "The provider's safety filter refused the input or stopped the output."),
    remedy: t(
      'error.content-filter-remedy',
      'Look at the input and the answer for what set the filter off, rephrase it, or have the filter changed where the provider lets you.'
    ),
  }),
  timeout: () => ({
    cause: t(
      'error.timeout-cause',
      'The model took longer than the caller waits: a long input or output, a busy model, or a start from zero replicas.'
    ),
    remedy: t(
      'error.timeout-remedy',
      'Ask for fewer output tokens, stream the answer, raise the timeout, or keep a replica running.'
    ),
  }),
  'context-length': () => ({
    cause: t('error.context-length-cause', 'Input and wanted output together are longer than what the model can take.'),
    remedy: t(
      'error.context-length-remedy',
      'Shorten the input or its history, ask for fewer output tokens, or use a model with a longer context.'
    ),
  }),
  'too-large': () => ({
    cause: t(
      'error.too-large-cause',
      'The request is larger than the provider accepts, usually because of images, files or a long history within it.'
    ),
    remedy: t(
      'error.too-large-remedy',
      'Make images smaller, send files by reference where the provider takes that, or leave older messages out.'
    ),
  }),
  media: () => ({
    cause: t(
      'error.media-cause',
      'The provider could not fetch or read an image or a file of the request. The model was not asked.'
    ),
    remedy: t(
      'error.media-remedy',
      'Check that its address can be reached without signing in, and that its format is one that the model takes; or send it within the request.'
    ),
  }),
  'model-retired': () => ({
    cause: t(
      'error.model-retired-cause',
      'The provider has taken this model away. Requests to it fail from now on, whatever they hold.'
    ),
    remedy: t(
      'error.model-retired-remedy',
      'Choose its successor and change the name wherever it is configured. Trying again does not help.'
    ),
  }),
  'model-not-found': () => ({
    cause: t(
      'error.model-not-found-cause',
      'No model or deployment of this name is there, or this key may not use it.'
    ),
    remedy: t(
      'error.model-not-found-remedy',
      'Check the name of the model or deployment, the region, and whether this key may use it. A new deployment takes some minutes.'
    ),
  }),
  'not-found': () => ({
    cause: t(
      'error.not-found-cause',
      'The address is not one of the provider’s, or something that the request names, as a file or an earlier answer, is not there.'
    ),
    remedy: t(
      'error.not-found-remedy',
      'Check base URL and path under “Request as sent”, and the ids within the request.'
    ),
  }),
  authentication: () => ({
    cause: t('error.authentication-cause', 'The key is missing, wrong or expired.'),
    remedy: t(
      'error.authentication-remedy',
      'Check the key of this connection or deployment, and that it belongs to the address that is called.'
    ),
  }),
  permission: () => ({
    cause: t('error.permission-cause', 'The key is valid, but is not allowed to use this model, region or feature.'),
    remedy: t('error.permission-remedy', 'Have the key or the role behind it allowed to use this model.'),
  }),
  'invalid-request': () => ({
    cause: t('error.invalid-request-cause', 'A parameter is wrong, missing, or not known to this model.'),
    remedy: t(
      'error.invalid-request-remedy',
      'Compare the parameter named here, and the request as sent, with the documentation of the provider.'
    ),
  }),
  connection: () => ({
    cause: t(
      'error.connection-cause',
      'The provider was not reached, or the connection broke before the answer was complete.'
    ),
    remedy: t(
      'error.connection-remedy',
      'Try again. If it keeps happening, check name resolution, proxy and certificates between caller and provider.'
    ),
  }),
  server: () => ({
    cause: t('error.server-cause', 'The provider or the deployment failed on its own side.'),
    remedy: t(
      'error.server-remedy',
      'Try again. If it keeps happening, look at the status page of the provider or the logs of the deployment.'
    ),
  }),
};
