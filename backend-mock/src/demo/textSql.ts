import type { Layer } from './layers.js';
import { pick, random, sqlArray, sqlText, type SqlArrayItem } from './sqlLiteral.js';
import type { Scenario } from './scenario.js';
import { SCENARIOS } from './texts.js';
import { WORDS } from './words.js';

const WORD_NAMES = [...Object.keys(WORDS), 'order', 'amount'];
const EMBEDDING_DIMENSIONS = 32;

function ofScenario(read: (scenario: Scenario) => SqlArrayItem): string {
  return `arrayElement(${sqlArray(SCENARIOS.map(read))}, scenario)`;
}

/** Puts the request's words in the place of `{name}`, `{product}`, … */
function filled(text: string): string {
  return WORD_NAMES.reduce((sql, name) => `replaceAll(${sql}, '{${name}}', word_${name})`, text);
}

export const wordLayer: Layer = {
  ...Object.fromEntries(
    Object.entries(WORDS).map(([name, words]) => [`word_${name}`, pick(sqlArray(words), `word ${name}`)]),
  ),
  word_order: `concat('A-', toString(10000 + toUInt32(floor(${random('order')} * 89999))))`,
  word_amount: `toString(5 + toUInt32(floor(${random('amount')} * 480)))`,
};

/** Which of the scenario's prompts it is. */
export const choiceLayer: Layer = {
  prompts: ofScenario((scenario) => scenario.prompts.map((prompt) => prompt.text)),
  answers: ofScenario((scenario) => scenario.prompts.map((prompt) => prompt.answers.map((place) => place + 1))),
  sentences: ofScenario((scenario) => scenario.sentences),
};

export const promptLayer: Layer = {
  prompt: `(1 + toUInt32(floor(${random('prompt')} * length(prompts))))`,
  earlier_prompt: `(1 + toUInt32(floor(${random('earlier prompt')} * length(prompts))))`,
};

/** The sentences that answer a prompt: the first always, each other one three times out of four. */
const chosenSentences = `arrayMap(place -> sentences[place], arrayFilter((place, order) -> order = 1 OR bitAnd(cityHash64({seed:UInt64}, day, i, 'sentences'), bitShiftLeft(toUInt64(3), order * 2)) != 0, answers[prompt], arrayEnumerate(answers[prompt])))`;

export const answerLayer: Layer = {
  system_text: ofScenario((scenario) => scenario.system),
  user_text: filled('prompts[prompt]'),
  earlier_text: filled('prompts[earlier_prompt]'),
  whole_answer: filled(`arrayStringConcat(${chosenSentences}, ' ')`),
  earlier_answer: filled('sentences[answers[earlier_prompt][1]]'),
  tool_name: ofScenario((scenario) => scenario.tool[0]),
  tool_arguments: filled(ofScenario((scenario) => scenario.tool[1])),
  vector: `arrayMap(place -> round(toInt32(cityHash64({seed:UInt64}, day, i, place) % 2000) / 10000 - 0.1, 4), range(${EMBEDDING_DIMENSIONS}))`,
  assistant_role: "if(api = 'gemini', 'model', 'assistant')",
};

/** The answer as it was given: one that ran into the token limit lacks its end. */
export const givenAnswerLayer: Layer = {
  answer_text: 'if(is_cut_off, substringUTF8(whole_answer, 1, intDiv(lengthUTF8(whole_answer) * 4, 5)), whole_answer)',
};

/** The texts as the trace server itself would read them from the payloads. */
export const shownTextLayer: Layer = {
  input_text: `if(is_chat, concat('system: ', system_text, if(has_history, concat('\\nuser: ', earlier_text, '\\n', assistant_role, ': ', earlier_answer), ''), '\\nuser: ', user_text), user_text)`,
  output_text: `multiIf(status = 'timeout', '', failure > 0, error_message, NOT is_chat, ${sqlText(`[embedding: 1 × ${EMBEDDING_DIMENSIONS}]`)}, calls_tool, concat(tool_name, '(', tool_arguments, ')'), answer_text)`,
  dimensions: String(EMBEDDING_DIMENSIONS),
};
