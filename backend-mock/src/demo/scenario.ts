/** What a model is used for: how prompts begin, what people ask, what answers are made of. `{words}` are filled in. */
export interface Scenario {
  system: string;
  prompts: readonly string[];
  sentences: readonly string[];
  /** Answers that are one thing, not prose: exactly one of the sentences. */
  single: boolean;
  /** A tool the model may call instead of answering; arguments are JSON. */
  tool: readonly [name: string, args: string];
}
