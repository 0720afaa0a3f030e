import type { DemoLane } from './lane.js';

/** Hosted models are served by vLLM, whose API is OpenAI's. */
const hosted = {
  provider: 'vllm',
  operation: 'chat',
  api: 'openai',
  connection: '',
  inputPrice: 0,
  outputPrice: 0,
} as const;

const tuned = (model: string, baseModel: string) => ({
  ...hosted,
  modelType: 'fine-tuned' as const,
  model,
  baseModel,
  responseModel: model,
});
const open = (model: string) => ({
  ...hosted,
  modelType: 'open-source' as const,
  model,
  baseModel: '',
  responseModel: model,
});

const triage = tuned('support-triage-llama-3.1-8b', 'meta-llama/Llama-3.1-8B-Instruct');
const invoices = tuned('invoice-extractor-mistral-7b', 'mistralai/Mistral-7B-Instruct-v0.3');
const legal = tuned('contract-summarizer-qwen2.5-14b', 'Qwen/Qwen2.5-14B-Instruct');
const llama = open('llama-3.3-70b-instruct');
const mistral = open('mistral-small-3.2-24b');
const qwen = open('qwen3-32b');

const at = (deployment: string, region: string) => ({
  deployment,
  region,
  url: `https://inference.example.com/${deployment}/v1/chat/completions`,
});

/** Deployments of fine-tuned and open-source models. */
export const HOSTED_LANES: readonly DemoLane[] = [
  {
    ...triage,
    ...at('support-production', 'eu-west'),
    weight: 15,
    ttftMs: 140,
    tokensPerSecond: 95,
    creditsPerSecond: 0.02,
    failureRate: 0.009,
    versionDays: 9,
    scenarios: [0, 1],
  },
  {
    ...triage,
    ...at('support-staging', 'eu-west'),
    weight: 2,
    ttftMs: 190,
    tokensPerSecond: 70,
    creditsPerSecond: 0.01,
    failureRate: 0.03,
    versionDays: 4,
    scenarios: [0, 1],
  },
  {
    ...invoices,
    ...at('invoices-production', 'eu-west'),
    weight: 8,
    ttftMs: 120,
    tokensPerSecond: 110,
    creditsPerSecond: 0.018,
    failureRate: 0.012,
    versionDays: 13,
    scenarios: [2],
  },
  {
    ...invoices,
    ...at('invoices-batch', 'us-east'),
    weight: 3,
    ttftMs: 420,
    tokensPerSecond: 60,
    creditsPerSecond: 0.009,
    failureRate: 0.02,
    versionDays: 13,
    scenarios: [2],
  },
  {
    ...legal,
    ...at('contracts-production', 'eu-west'),
    weight: 4,
    ttftMs: 260,
    tokensPerSecond: 55,
    creditsPerSecond: 0.035,
    failureRate: 0.011,
    versionDays: 17,
    scenarios: [3],
  },
  {
    ...llama,
    ...at('llama-eu', 'eu-west'),
    weight: 10,
    ttftMs: 310,
    tokensPerSecond: 48,
    creditsPerSecond: 0.09,
    failureRate: 0.013,
    versionDays: 15,
    scenarios: [4, 5, 7],
  },
  {
    ...llama,
    ...at('llama-us', 'us-east'),
    weight: 6,
    ttftMs: 330,
    tokensPerSecond: 46,
    creditsPerSecond: 0.09,
    failureRate: 0.014,
    versionDays: 15,
    scenarios: [4, 5, 6],
  },
  {
    ...llama,
    ...at('llama-batch', 'us-east'),
    weight: 3,
    ttftMs: 900,
    tokensPerSecond: 30,
    creditsPerSecond: 0.04,
    failureRate: 0.025,
    versionDays: 22,
    scenarios: [8],
  },
  {
    ...mistral,
    ...at('mistral-production', 'eu-west'),
    weight: 7,
    ttftMs: 180,
    tokensPerSecond: 75,
    creditsPerSecond: 0.03,
    failureRate: 0.01,
    versionDays: 12,
    scenarios: [6, 8],
  },
  {
    ...qwen,
    ...at('qwen-production', 'us-east'),
    weight: 5,
    ttftMs: 240,
    tokensPerSecond: 62,
    creditsPerSecond: 0.045,
    failureRate: 0.012,
    versionDays: 10,
    scenarios: [5, 7],
  },
  {
    ...qwen,
    ...at('qwen-canary', 'us-east'),
    weight: 1,
    ttftMs: 260,
    tokensPerSecond: 60,
    creditsPerSecond: 0.045,
    failureRate: 0.04,
    versionDays: 3,
    scenarios: [5, 7],
  },
];
