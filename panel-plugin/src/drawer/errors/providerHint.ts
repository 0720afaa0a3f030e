import { t } from '@grafana/i18n';
import type { ErrorKind } from './knownKinds';

/** Where limits, filters and keys of well-known providers are found. Names are those of OpenTelemetry's `gen_ai.provider.name` and older ones. */
const PROVIDERS: [RegExp, () => Partial<Record<ErrorKind, string>>][] = [
  [
    /azure/i,
    () => ({
      'rate-limit': t(
        'error.azure-limit',
        'Azure counts tokens per minute for each deployment; another deployment of the same model has its own.'
      ),
      'content-filter': t(
        'error.azure-filter',
        'In Azure the filter belongs to the deployment; the answer names the category that was hit.'
      ),
      'model-not-found': t(
        'error.azure-model',
        'Azure wants the name of the deployment in the URL, not that of the model.'
      ),
      'model-retired': t(
        'error.azure-retired',
        'In Azure the deployment has to be moved to a newer model; its name, which callers use, can stay.'
      ),
      authentication: t(
        'error.azure-key',
        'A key of Azure holds for one resource: compare the host of the URL with the resource of the key.'
      ),
    }),
  ],
  [
    /^openai/i,
    () => ({
      'rate-limit': t(
        'error.openai-limit',
        'OpenAI counts requests and tokens per organisation, project and model; the headers x-ratelimit-* of an answer tell what is left.'
      ),
      'model-retired': t(
        'error.openai-retired',
        'OpenAI names the successor on its page of deprecations. Names without a date move on by themselves.'
      ),
      media: t(
        'error.openai-media',
        'OpenAI fetches images itself and takes PNG, JPEG, WebP and GIF that does not move.'
      ),
      quota: t('error.openai-quota', 'OpenAI answers 429 for this, too, though it is no rate limit.'),
    }),
  ],
  [
    /anthropic/i,
    () => ({
      'rate-limit': t(
        'error.anthropic-limit',
        'Anthropic counts requests, input tokens and output tokens per minute apart; the header retry-after tells how long to wait.'
      ),
      overloaded: t(
        'error.anthropic-overloaded',
        'Anthropic answers 529 when it is busy as a whole; your own limits are not used up.'
      ),
    }),
  ],
  [
    /bedrock|aws/i,
    () => ({
      'rate-limit': t(
        'error.bedrock-limit',
        'Bedrock counts per account, region and model; cross-region inference profiles spread requests.'
      ),
      permission: t(
        'error.bedrock-access',
        'In Bedrock access to each model is granted per account and region, besides the IAM policy.'
      ),
      'model-not-found': t(
        'error.bedrock-model',
        'Bedrock has other models in each region, and some only by the id of an inference profile.'
      ),
    }),
  ],
  [
    /gemini|vertex|gcp|google/i,
    () => ({
      'rate-limit': t(
        'error.gemini-limit',
        'Google counts per project, region and model; the quotas page of the project shows which one is used up.'
      ),
      'model-not-found': t(
        'error.gemini-model',
        'Google has other models in each version of its API (v1, v1beta) and in each region.'
      ),
      'content-filter': t(
        'error.gemini-filter',
        'For Gemini the thresholds of the filter are part of the request (safetySettings); the finish reason names the category.'
      ),
    }),
  ],
  [
    /cohere/i,
    () => ({
      'rate-limit': t('error.cohere-limit', 'Trial keys of Cohere have lower limits, also per month.'),
      'model-retired': t('error.cohere-retired', 'Cohere lists its models and their successors in its documentation.'),
    }),
  ],
  [
    /vllm|ollama|self-hosted|tgi/i,
    () => ({
      'model-not-found': t(
        'error.hosted-model',
        'For your own deployment: Ollama has to pull a model first, and vLLM knows it under the name that it was started with.'
      ),
      overloaded: t(
        'error.hosted-overloaded',
        'For your own deployment: compare its replicas with the requests of this time.'
      ),
      'rate-limit': t(
        'error.hosted-limit',
        'For your own deployment: the limit is that of the gateway or of the running replicas.'
      ),
      'context-length': t(
        'error.hosted-context',
        'For your own deployment: the context length is a setting of the server that can be below that of the model.'
      ),
    }),
  ],
];

/** What is particular to this provider about such a failure; undefined when nothing is known. */
export function providerHint(provider: string, kind: ErrorKind): string | undefined {
  return PROVIDERS.find(([pattern]) => pattern.test(provider))?.[1]()[kind];
}
