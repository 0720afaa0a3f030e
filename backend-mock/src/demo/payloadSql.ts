import { FAILURES } from './failures.js';
import type { Layer } from './layers.js';
import { lookUp } from './sqlLiteral.js';

/** Joins pieces of JSON text and SQL expressions. */
function json(...pieces: string[]): string {
  return `concat(${pieces.join(', ')})`;
}

const number = (column: string): string => `toString(ifNull(${column}, 0))`;

function message(role: string, content: string): string {
  return json(`'{"role":"'`, role, `'","content":'`, content, `'}'`);
}

const history = (entry: (role: string, content: string) => string): string =>
  `if(has_history, ${json(entry(`'user'`, 'earlier_json'), `','`, entry('assistant_role', 'earlier_answer_json'), `','`)}, '')`;

const geminiContent = (role: string, content: string): string =>
  json(`'{"role":"'`, role, `'","parts":[{"text":'`, content, `'}]}'`);

const settings = `concat('"temperature":', toString(temperature), ',"max_tokens":', toString(max_tokens))`;
const stream = `if(streamed, ',"stream":true', '')`;
const openaiTools = `if(offers_tool, concat(',"tools":[{"type":"function","function":{"name":', tool_name_json, '}}]'), '')`;
const toolCalls = json(
  `'[{"id":"call_'`,
  'answer_id',
  `'","type":"function","function":{"name":'`,
  'tool_name_json',
  `',"arguments":'`,
  'toJSONString(tool_arguments)',
  `'}}]'`,
);

const messages = json(message(`'system'`, 'system_json'), `','`, history(message), message(`'user'`, 'user_json'));

const openaiRequest = json(
  `'{"model":'`,
  'model_json',
  `',"messages":['`,
  messages,
  `'],'`,
  settings,
  stream,
  openaiTools,
  `'}'`,
);
const anthropicRequest = json(
  `'{"model":'`,
  'model_json',
  `',"system":'`,
  'system_json',
  `',"messages":['`,
  history(message),
  message(`'user'`, 'user_json'),
  `'],'`,
  settings,
  stream,
  `if(offers_tool, concat(',"tools":[{"name":', tool_name_json, ',"input_schema":{"type":"object"}}]'), '')`,
  `'}'`,
);
const geminiRequest = json(
  `'{"systemInstruction":{"parts":[{"text":'`,
  'system_json',
  `'}]},"contents":['`,
  history(geminiContent),
  geminiContent(`'user'`, 'user_json'),
  `'],"generationConfig":{"temperature":'`,
  'toString(temperature)',
  `',"maxOutputTokens":'`,
  'toString(max_tokens)',
  `'}'`,
  `if(offers_tool, concat(',"tools":[{"functionDeclarations":[{"name":', tool_name_json, '}]}]'), '')`,
  `'}'`,
);
const embeddingsRequest = json(
  `'{"model":'`,
  'model_json',
  `',"input":'`,
  'user_json',
  `',"encoding_format":"float","dimensions":'`,
  'toString(dimensions)',
  `'}'`,
);

const openaiAnswer = json(
  `'{"id":"chatcmpl-'`,
  'answer_id',
  `'","object":"chat.completion","created":'`,
  'toString(toUnixTimestamp(start_time))',
  `',"model":'`,
  'response_model_json',
  `',"choices":[{"index":0,"message":{"role":"assistant","content":'`,
  `if(calls_tool, ${json(`'null,"tool_calls":'`, toolCalls)}, answer_json)`,
  `'},"finish_reason":"'`,
  'finish_reason',
  `'"}],"usage":{"prompt_tokens":'`,
  number('input_tokens'),
  `',"completion_tokens":'`,
  number('output_tokens'),
  `',"total_tokens":'`,
  number('input_tokens + output_tokens'),
  `',"prompt_tokens_details":{"cached_tokens":'`,
  number('cached_input_tokens'),
  `'},"completion_tokens_details":{"reasoning_tokens":'`,
  number('reasoning_tokens'),
  `'}}}'`,
);
const anthropicAnswer = json(
  `'{"id":"msg_'`,
  'answer_id',
  `'","type":"message","role":"assistant","model":'`,
  'response_model_json',
  `',"content":['`,
  `if(calls_tool, ${json(`'{"type":"tool_use","id":"toolu_'`, 'answer_id', `'","name":'`, 'tool_name_json', `',"input":'`, 'tool_arguments', `'}'`)}, ${json(`'{"type":"text","text":'`, 'answer_json', `'}'`)})`,
  `'],"stop_reason":"'`,
  'finish_reason',
  `'","stop_sequence":null,"usage":{"input_tokens":'`,
  number('input_tokens - cached_input_tokens'),
  `',"cache_creation_input_tokens":0,"cache_read_input_tokens":'`,
  number('cached_input_tokens'),
  `',"output_tokens":'`,
  number('output_tokens'),
  `'}}'`,
);
const geminiAnswer = json(
  `'{"candidates":[{"content":{"role":"model","parts":['`,
  `if(calls_tool, ${json(`'{"functionCall":{"name":'`, 'tool_name_json', `',"args":'`, 'tool_arguments', `'}}'`)}, ${json(`'{"text":'`, 'answer_json', `'}'`)})`,
  `']},"finishReason":"'`,
  'finish_reason',
  `'","index":0}],"usageMetadata":{"promptTokenCount":'`,
  number('input_tokens'),
  `',"cachedContentTokenCount":'`,
  number('cached_input_tokens'),
  `',"candidatesTokenCount":'`,
  number('answered_tokens'),
  `',"thoughtsTokenCount":'`,
  number('reasoning_tokens'),
  `'},"modelVersion":'`,
  'response_model_json',
  `',"responseId":"'`,
  'answer_id',
  `'"}'`,
);
const cohereAnswer = json(
  `'{"id":"'`,
  'answer_id',
  `'","finish_reason":"'`,
  'finish_reason',
  `'","message":{"role":"assistant",'`,
  `if(calls_tool, ${json(`'"tool_calls":'`, toolCalls)}, ${json(`'"content":[{"type":"text","text":'`, 'answer_json', `'}]'`)})`,
  `'},"usage":{"tokens":{"input_tokens":'`,
  number('input_tokens'),
  `',"output_tokens":'`,
  number('output_tokens'),
  `'},"cached_tokens":'`,
  number('cached_input_tokens'),
  `'}}'`,
);
const embeddingsAnswer = json(
  `'{"object":"list","data":[{"object":"embedding","index":0,"embedding":'`,
  'toJSONString(vector)',
  `'}],"model":'`,
  'response_model_json',
  `',"usage":{"prompt_tokens":'`,
  number('input_tokens'),
  `',"total_tokens":'`,
  number('input_tokens'),
  `'}}'`,
);
const errorAnswer = json(
  `if(api = 'anthropic', '{"type":"error","error":{"message":', '{"error":{"message":')`,
  lookUp(
    FAILURES.map(({ message, type, code, param }) => {
      const fields = [message, type, code, param === '' ? null : param].map((field) => JSON.stringify(field));
      return `${fields[0]},"type":${fields[1]},"code":${fields[2]},"param":${fields[3]}}}`;
    }),
    'failure',
  ),
);

const FINISH_REASONS = `multiIf(api = 'anthropic', ['end_turn', 'max_tokens', 'tool_use'], api = 'gemini', ['STOP', 'MAX_TOKENS', 'STOP'], api = 'cohere', ['COMPLETE', 'MAX_TOKENS', 'TOOL_CALL'], ['stop', 'length', 'tool_calls'])`;

export const finishLayer: Layer = {
  finish_reason: `if(succeeded AND is_chat, arrayElement(${FINISH_REASONS}, multiIf(is_cut_off, 2, calls_tool, 3, 1)), '')`,
};

/** Requests and answers in the form of the provider's API, with the same texts and counts as the columns. */
export const payloadLayer: Layer = {
  input_json: `multiIf(api = 'anthropic', ${anthropicRequest}, api = 'gemini', ${geminiRequest}, api = 'embeddings', ${embeddingsRequest}, ${openaiRequest})`,
  output_json: `multiIf(status = 'timeout', '', failure > 0, ${errorAnswer}, api = 'anthropic', ${anthropicAnswer}, api = 'gemini', ${geminiAnswer}, api = 'cohere', ${cohereAnswer}, api = 'embeddings', ${embeddingsAnswer}, ${openaiAnswer})`,
  parameters_json: `multiIf(api = 'embeddings', concat('{"encoding_format":"float","dimensions":', toString(dimensions), '}'), concat('{"temperature":', toString(temperature), if(api = 'gemini', ',"maxOutputTokens":', ',"max_tokens":'), toString(max_tokens), if(streamed AND api != 'gemini', ',"stream":true', ''), if(offers_tool, concat(',"tools":[', tool_name_json, ']'), ''), '}'))`,
  workflow_json: `if(source_type = 'Workflow', concat('{"name":"', source, '","run_id":"', workflow_run, '","node_id":"', workflow_node, '","input":{"reference":"', word_order, '","customer":"', word_name, '"},"output":{"status":"', if(succeeded, 'done', 'failed'), '"}}'), '')`,
  retries_json: `if(retry_count = 0, '', concat('{"count":', toString(retry_count), ',"backoff":"exponential","outcome":"', if(succeeded, 'succeeded', 'gave up'), '"}'))`,
  http_request_json: `concat('{"method":"POST","url":"', url, '","headers":{"content-type":"application/json"}}')`,
  response_id: `multiIf(NOT succeeded OR NOT is_chat, '', api = 'anthropic', concat('msg_', answer_id), api IN ('gemini', 'cohere'), answer_id, concat('chatcmpl-', answer_id))`,
  input_preview: 'leftUTF8(input_text, 200)',
  output_preview: 'leftUTF8(output_text, 200)',
};
