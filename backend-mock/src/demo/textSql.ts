import type { Layer } from './layers.js';
import { pick, random, sqlArray, sqlText } from './sqlLiteral.js';
import type { Scenario } from './scenario.js';
import { SCENARIOS } from './texts.js';
import { WORDS } from './words.js';

const WORD_NAMES = [...Object.keys(WORDS), 'order', 'amount'];
const EMBEDDING_DIMENSIONS = 32;

function ofScenario(read: (scenario: Scenario) => string | readonly string[]): string {
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

export const promptLayer: Layer = {
  system_text: ofScenario((scenario) => scenario.system),
  user_text: filled(
    pick(
      ofScenario((scenario) => scenario.prompts),
      'prompt',
    ),
  ),
  earlier_text: filled(
    pick(
      ofScenario((scenario) => scenario.prompts),
      'earlier prompt',
    ),
  ),
  sentences: ofScenario((scenario) => scenario.sentences),
  is_single: `arrayElement(${sqlArray(SCENARIOS.map((scenario) => (scenario.single ? 1 : 0)))}, scenario) = 1`,
  tool_name: ofScenario((scenario) => scenario.tool[0]),
  tool_arguments: filled(ofScenario((scenario) => scenario.tool[1])),
};

/** Prose keeps the order of its sentences and leaves some out. */
const chosenSentences = `if(is_single, [${pick('sentences', 'sentence')}], arrayFilter((sentence, place) -> bitAnd(cityHash64({seed:UInt64}, day, i, 'sentences'), bitShiftLeft(toUInt64(3), place * 2)) != 0, sentences, arrayEnumerate(sentences)))`;

export const answerLayer: Layer = {
  whole_answer: filled(`arrayStringConcat(if(empty(${chosenSentences}), [sentences[1]], ${chosenSentences}), ' ')`),
  earlier_answer: filled('sentences[1]'),
  vector: `arrayMap(place -> round(toInt32(cityHash64({seed:UInt64}, day, i, place) % 2000) / 10000 - 0.1, 4), range(${EMBEDDING_DIMENSIONS}))`,
  assistant_role: "if(api = 'gemini', 'model', 'assistant')",
};

/** The texts as the trace server itself would read them from the payloads. */
export const shownTextLayer: Layer = {
  answer_text: 'if(is_cut_off, substringUTF8(whole_answer, 1, intDiv(lengthUTF8(whole_answer) * 4, 5)), whole_answer)',
  input_text: `if(is_chat, concat('system: ', system_text, if(has_history, concat('\\nuser: ', earlier_text, '\\n', assistant_role, ': ', earlier_answer), ''), '\\nuser: ', user_text), user_text)`,
  output_text: `multiIf(status = 'timeout', '', failure > 0, error_message, NOT is_chat, ${sqlText(`[embedding: 1 × ${EMBEDDING_DIMENSIONS}]`)}, calls_tool, concat(tool_name, '(', tool_arguments, ')'), if(is_cut_off, substringUTF8(whole_answer, 1, intDiv(lengthUTF8(whole_answer) * 4, 5)), whole_answer))`,
  dimensions: String(EMBEDDING_DIMENSIONS),
};
