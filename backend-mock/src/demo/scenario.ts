/** Something people ask. */
export interface Prompt {
  text: string;
  /** The scenario's sentences (by place) that can answer it, in the order of an answer; the first is always said. */
  answers: readonly number[];
}

/** What a model is used for: instructions, what people ask, what answers are made of. `{words}` are filled in. */
export interface Scenario {
  system: string;
  prompts: readonly Prompt[];
  sentences: readonly string[];
  /** A tool the model may call instead of answering; arguments are JSON. */
  tool: readonly [name: string, args: string];
}
