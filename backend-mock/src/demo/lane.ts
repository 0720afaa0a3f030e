/** One way requests reach a model: a deployment of a hosted model, or a connection to an external one. */
export interface DemoLane {
  model: string;
  modelType: 'fine-tuned' | 'open-source' | 'external';
  /** Fine-tuned models: the model they were tuned from. */
  baseModel: string;
  /** Model that answers, without the version of a hosted one. */
  responseModel: string;
  provider: string;
  operation: 'chat' | 'generate_content' | 'embeddings';
  /** Payload form: whose API the requests are written for. */
  api: 'openai' | 'anthropic' | 'gemini' | 'cohere' | 'embeddings';
  deployment: string;
  connection: string;
  url: string;
  /** Share of all requests. */
  weight: number;
  /** Medians: time to first token and tokens per second after it. */
  ttftMs: number;
  tokensPerSecond: number;
  /** Dollars per million tokens; 0 for hosted models. */
  inputPrice: number;
  outputPrice: number;
  /** Credits per second of work; 0 for external models. */
  creditsPerSecond: number;
  failureRate: number;
  /** Days between two versions of a deployment; 0 for external models. */
  versionDays: number;
  /** What it is used for: indexes of SCENARIOS. */
  scenarios: readonly number[];
  region: string;
}
