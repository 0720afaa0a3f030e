/** How a provider writes a message that is made of blocks. */
interface BlockDialect {
  /** A message's member with the blocks. */
  blocks: string;
  /** The text of a text block. */
  text: string;
  /** A call of a tool: its type and the member with the arguments; `id` and `name` are called so by all. */
  call: string;
  callArguments: string;
  /** The answer of a tool: its type and the members with the call's id and the text. */
  result: string;
  resultId: string;
  resultText: string;
  /** Blocks that a fine-tuning example does without. */
  leftOut: readonly string[];
}

const ANTHROPIC: BlockDialect = {
  blocks: 'content',
  text: 'text',
  call: 'tool_use',
  callArguments: 'input',
  result: 'tool_result',
  resultId: 'tool_use_id',
  resultText: 'content',
  leftOut: ['thinking', 'redacted_thinking'],
};

/** Messages as OpenTelemetry's GenAI conventions write them, from 1.36 on. */
const OPENTELEMETRY: BlockDialect = {
  blocks: 'parts',
  text: 'content',
  call: 'tool_call',
  callArguments: 'arguments',
  result: 'tool_call_response',
  resultId: 'id',
  resultText: 'response',
  leftOut: ['reasoning'],
};

const REQUEST = 't.input_json';
const ANSWER = 't.output_json';

const textOf = (json: string, name: string) => `JSONExtractString(${json}, '${name}')`;
const list = (json: string, name: string) => `JSONExtractArrayRaw(${json}, '${name}')`;
const array = (items: string) => `concat('[', arrayStringConcat(${items}, ','), ']')`;
const isType = (block: string, type: string) => `${textOf(block, 'type')} = '${type}'`;

/** The texts among blocks, joined; blocks of other types are passed over. */
function joinedTexts(blocks: string, member: string): string {
  return `arrayStringConcat(arrayMap(x -> ${textOf('x', member)}, arrayFilter(x -> ${isType('x', 'text')}, ${blocks})), '\\n')`;
}

/** A member that is a text or a list of text blocks, as text. */
function textOrBlocks(json: string, member: string, blockText: string): string {
  return `if(JSONType(${json}, '${member}') = 'Array', ${joinedTexts(list(json, member), blockText)}, ${textOf(json, member)})`;
}

/** Members of an object as one text: some are left out under a condition. */
const given = (condition: string, ...pieces: string[]) => `if(${condition}, concat(${pieces.join(', ')}), '')`;

function toolCall(block: string, { callArguments }: BlockDialect): string {
  // Arguments are JSON inside a text; some senders write them as text already.
  const raw = `JSONExtractRaw(${block}, '${callArguments}')`;
  const argumentsText = `if(JSONType(${block}, '${callArguments}') = 'String', ${raw}, toJSONString(${raw}))`;
  return `concat('{"id":', toJSONString(${textOf(block, 'id')}), ',"type":"function","function":{"name":',
      toJSONString(${textOf(block, 'name')}), ',"arguments":', ${argumentsText}, '}}')`;
}

/** What an assistant says with blocks, as OpenAI's message. */
function assistantMessage(blocks: string, dialect: BlockDialect): string {
  const texts = joinedTexts(blocks, dialect.text);
  const calls = `arrayMap(b -> ${toolCall('b', dialect)}, arrayFilter(b -> ${isType('b', dialect.call)}, ${blocks}))`;
  return `concat('{"role":"assistant","content":', if(${texts} = '', 'null', toJSONString(${texts})),
    ${given(`notEmpty(${calls})`, `',"tool_calls":'`, array(calls))}, '}')`;
}

/** A message of blocks as OpenAI's messages: the answers of tools become messages of their own. */
function blockMessages(message: string, dialect: BlockDialect): string {
  const blocks = list(message, dialect.blocks);
  const texts = joinedTexts(blocks, dialect.text);
  const results = `arrayMap(b -> concat('{"role":"tool","tool_call_id":', toJSONString(${textOf('b', dialect.resultId)}),
      ',"content":', toJSONString(${textOrBlocks('b', dialect.resultText, 'text')}), '}'),
    arrayFilter(b -> ${isType('b', dialect.result)}, ${blocks}))`;
  const said = `if(${texts} = '', [], [concat('{"role":', toJSONString(${textOf(message, 'role')}), ',"content":', toJSONString(${texts}), '}')])`;
  return `multiIf(
    JSONType(${message}, '${dialect.blocks}') != 'Array', [${message}],
    ${textOf(message, 'role')} = 'assistant', [${assistantMessage(blocks, dialect)}],
    arrayConcat(${results}, ${said}))`;
}

/** Whether all blocks can be said in text and calls of tools; an image, for one, cannot. */
function onlyKnownBlocks(blocks: string, { call, result, leftOut }: BlockDialect): string {
  const types = ['text', call, result, ...leftOut].map((type) => `'${type}'`).join(', ');
  return `arrayAll(b -> ${textOf('b', 'type')} IN (${types}), ${blocks})`;
}

function knownMessages(messages: string, dialect: BlockDialect): string {
  return `notEmpty(${messages}) AND arrayAll(m -> ${textOf('m', 'role')} != '' AND
    ${onlyKnownBlocks(list('m', dialect.blocks), dialect)}, ${messages})`;
}

/** An assistant that neither says nor calls anything is no example. */
function saysSomething(blocks: string, dialect: BlockDialect): string {
  const { call } = dialect;
  return `(${joinedTexts(blocks, dialect.text)} != '' OR arrayExists(b -> ${isType('b', call)}, ${blocks}))`;
}

const line = (messages: string, tools: string) => `concat('{"messages":', ${array(messages)}, ${tools}, '}')`;

/** OpenAI's chat completions, and all who speak them: the messages are as they were sent. */
function openAiLine(): { condition: string; line: string } {
  const messages = list(REQUEST, 'messages');
  const answer = `JSONExtractRaw(${ANSWER}, 'choices', 1, 'message')`;
  const calls = list(answer, 'tool_calls');
  const content = `JSONExtractRaw(${answer}, 'content')`;
  const said = `concat('{"role":"assistant","content":', if(${content} = '', 'null', ${content}),
    ${given(`notEmpty(${calls})`, `',"tool_calls":'`, array(calls))}, '}')`;
  const tools = list(REQUEST, 'tools');
  return {
    condition: `(${textOrBlocks(answer, 'content', 'text')} != '' OR notEmpty(${calls})) AND notEmpty(${messages})
    AND arrayAll(m -> ${textOf('m', 'role')} != '', ${messages})`,
    line: line(`arrayPushBack(${messages}, ${said})`, given(`notEmpty(${tools})`, `',"tools":'`, array(tools))),
  };
}

function anthropicLine(): { condition: string; line: string } {
  const messages = list(REQUEST, 'messages');
  const answer = list(ANSWER, 'content');
  const system = textOrBlocks(REQUEST, 'system', 'text');
  const instructions = `if(${system} = '', [], [concat('{"role":"system","content":', toJSONString(${system}), '}')])`;
  const mapped = `arrayFlatten(arrayMap(m -> ${blockMessages('m', ANTHROPIC)}, ${messages}))`;
  const tools = `arrayMap(o -> concat('{"type":"function","function":{"name":', toJSONString(${textOf('o', 'name')}),
      ',"description":', toJSONString(${textOf('o', 'description')}), ',"parameters":', JSONExtractRaw(o, 'input_schema'), '}}'),
    arrayFilter(o -> JSONHas(o, 'input_schema'), ${list(REQUEST, 'tools')}))`;
  return {
    condition: `${saysSomething(answer, ANTHROPIC)} AND ${onlyKnownBlocks(answer, ANTHROPIC)}
    AND ${knownMessages(messages, ANTHROPIC)}`,
    line: line(
      `arrayConcat(${instructions}, ${mapped}, [${assistantMessage(answer, ANTHROPIC)}])`,
      given(`notEmpty(${tools})`, `',"tools":'`, array(tools)),
    ),
  };
}

function openTelemetryLine(): { condition: string; line: string } {
  const messages = `JSONExtractArrayRaw(${REQUEST})`;
  const answer = `JSONExtractArrayRaw(${ANSWER}, 1, 'parts')`;
  return {
    condition: `${saysSomething(answer, OPENTELEMETRY)} AND ${onlyKnownBlocks(answer, OPENTELEMETRY)}
    AND ${knownMessages(messages, OPENTELEMETRY)}`,
    line: line(
      `arrayPushBack(arrayFlatten(arrayMap(m -> ${blockMessages('m', OPENTELEMETRY)}, ${messages})), ${assistantMessage(answer, OPENTELEMETRY)})`,
      `''`,
    ),
  };
}

/** Traces of which only texts are known. */
const PLAIN_TEXT = {
  condition: `t.input_json = '' AND t.output_json = '' AND t.operation IN ('', 'chat') AND t.input_text != '' AND t.output_text != ''`,
  line: `concat('{"messages":[{"role":"user","content":', toJSONString(toValidUTF8(t.input_text)),
    '},{"role":"assistant","content":', toJSONString(toValidUTF8(t.output_text)), '}]}')`,
};

/**
 * A successful chat as a line of OpenAI's fine-tuning format: `messages`, the last of them the answer, and `tools` where
 * the request has them. Empty when the format has no words for the trace.
 */
export const FINETUNING_LINE = `multiIf(
  t.status != 'success', '',
  ${[openAiLine(), anthropicLine(), openTelemetryLine(), PLAIN_TEXT].map((shape) => `${shape.condition}, ${shape.line}`).join(',\n  ')},
  '')`;
