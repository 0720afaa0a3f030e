import type { Layer } from './layers.js';
import { lookUp, pick, pickOf, randomBelow, randomBits, sqlText } from './sqlLiteral.js';
import { SCENARIOS } from './texts.js';
import { WORDS } from './words.js';

const WORD_NAMES = [...Object.keys(WORDS), 'order', 'amount'];
const EMBEDDING_DIMENSIONS = 32;

/** All prompts and sentences of all scenarios in one list each, so that the engine looks a text up by one number. */
const PROMPTS = SCENARIOS.flatMap(({ prompts, sentences }, scenario) => {
  const before = SCENARIOS.slice(0, scenario).flatMap((earlier) => earlier.sentences).length;
  return prompts.map(({ text, answers }) => ({
    text,
    scenario: scenario + 1,
    answers: answers.map((place) => ({ place: before + place + 1, text: sentences[place] ?? '' })),
  }));
});
const SENTENCES = SCENARIOS.flatMap(({ sentences }) => sentences);
const PROMPTS_OF_SCENARIOS = SCENARIOS.map((_, scenario) =>
  PROMPTS.flatMap((prompt, index) => (prompt.scenario === scenario + 1 ? [index + 1] : [])),
);
const MOST_ANSWERS = Math.max(...PROMPTS.map(({ answers }) => answers.length));

/** Puts the request's words in the place of `{name}`, `{product}`, …; `texts` are all that `template` can be. */
function filled(template: string, texts: readonly string[]): string {
  return WORD_NAMES.filter((name) => texts.some((text) => text.includes(`{${name}}`))).reduce(
    (sql, name) => `replaceAll(${sql}, '{${name}}', word_${name})`,
    template,
  );
}

export const wordLayer: Layer = {
  ...Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [`word_${name}`, pick(words, `word ${name}`)])),
  word_order: `concat('A-', toString(10000 + ${randomBelow(89_999, 'order')}))`,
  word_amount: `toString(5 + ${randomBelow(480, 'amount')})`,
  prompt: pickOf(PROMPTS_OF_SCENARIOS, 'scenario', 'prompt'),
  earlier_prompt: pickOf(PROMPTS_OF_SCENARIOS, 'scenario', 'earlier prompt'),
  sentence_bits: randomBits('sentences'),
};

/** The sentences that answer a prompt: the first always, each other one three times out of four. */
function answerTemplate(): string {
  const places = (order: number) =>
    lookUp(
      PROMPTS.map(({ answers }) => answers[order]?.place ?? 0),
      'prompt',
    );
  const others = Array.from({ length: MOST_ANSWERS - 1 }, (_, index) => index + 1).map((order) =>
    lookUp(
      ['', ...SENTENCES.map((sentence) => ` ${sentence}`)],
      `1 + if(bitAnd(bitShiftRight(sentence_bits, ${order * 2}), 3) != 0, ${places(order)}, 0)`,
    ),
  );
  return `concat(${[lookUp(SENTENCES, places(0)), ...others].join(', ')})`;
}

/** What is not said has an empty template: there is nothing to fill in then. */
export const templateLayer: Layer = {
  user_template: lookUp(
    PROMPTS.map(({ text }) => text),
    'prompt',
  ),
  earlier_template: `if(has_history, ${lookUp(
    PROMPTS.map(({ text }) => text),
    'earlier_prompt',
  )}, '')`,
  earlier_answer_template: `if(has_history, ${lookUp(
    PROMPTS.map(({ answers }) => answers[0]?.text ?? ''),
    'earlier_prompt',
  )}, '')`,
  answer_template: `if(is_answered AND NOT calls_tool, ${answerTemplate()}, '')`,
  tool_template: `if(calls_tool, ${lookUp(
    SCENARIOS.map((scenario) => scenario.tool[1]),
    'scenario',
  )}, '')`,
};

export const answerLayer: Layer = {
  system_text: lookUp(
    SCENARIOS.map((scenario) => scenario.system),
    'scenario',
  ),
  user_text: filled(
    'user_template',
    PROMPTS.map(({ text }) => text),
  ),
  earlier_text: filled(
    'earlier_template',
    PROMPTS.map(({ text }) => text),
  ),
  earlier_answer: filled(
    'earlier_answer_template',
    PROMPTS.flatMap(({ answers }) => answers.slice(0, 1).map(({ text }) => text)),
  ),
  whole_answer: filled('answer_template', SENTENCES),
  tool_name: lookUp(
    SCENARIOS.map((scenario) => scenario.tool[0]),
    'scenario',
  ),
  tool_arguments: filled(
    'tool_template',
    SCENARIOS.map((scenario) => scenario.tool[1]),
  ),
  assistant_role: "if(api = 'gemini', 'model', 'assistant')",
};

/** The answer as it was given: one that ran into the token limit lacks its end. */
export const givenAnswerLayer: Layer = {
  answer_text: 'if(is_cut_off, substringUTF8(whole_answer, 1, intDiv(lengthUTF8(whole_answer) * 4, 5)), whole_answer)',
  vector: `arrayMap(place -> round(toInt32(intHash64(bitXor(h, place)) % 2000) / 10000 - 0.1, 4), range(if(is_chat, 0, ${EMBEDDING_DIMENSIONS})))`,
};

/** The texts as the trace server itself would read them from the payloads. */
export const shownTextLayer: Layer = {
  input_text: `if(is_chat, concat('system: ', system_text, if(has_history, concat('\\nuser: ', earlier_text, '\\n', assistant_role, ': ', earlier_answer), ''), '\\nuser: ', user_text), user_text)`,
  output_text: `multiIf(status = 'timeout', '', failure > 0, error_message, NOT is_chat, ${sqlText(`[embedding: 1 × ${EMBEDDING_DIMENSIONS}]`)}, calls_tool, concat(tool_name, '(', tool_arguments, ')'), answer_text)`,
  dimensions: String(EMBEDDING_DIMENSIONS),
  system_json: 'toJSONString(system_text)',
  user_json: 'toJSONString(user_text)',
  earlier_json: 'toJSONString(earlier_text)',
  earlier_answer_json: 'toJSONString(earlier_answer)',
  answer_json: 'toJSONString(answer_text)',
  tool_name_json: `concat('"', tool_name, '"')`,
  model_json: `concat('"', model, '"')`,
  response_model_json: `concat('"', response_model, '"')`,
};
