import type { RequestShape, ResponseShape } from './description.js';
import { anthropicMessagesResponse, anthropicTextResponse } from './shapes/anthropic.js';
import {
  ai21Response,
  converseResponse,
  llamaResponse,
  mistralOutputsResponse,
  titanRequest,
  titanResponse,
} from './shapes/bedrock.js';
import { chatMessagesRequest } from './shapes/chatMessages.js';
import { cohereGenerateResponse, cohereV1Request, cohereV1Response, cohereV2Response } from './shapes/cohere.js';
import { embeddingRequest } from './shapes/embeddingInput.js';
import { embeddingVectorsResponse, openaiEmbeddingsResponse } from './shapes/embeddings.js';
import { errorResponse } from './shapes/errorAnswer.js';
import { geminiRequest, geminiResponse } from './shapes/gemini.js';
import { ollamaChatResponse, ollamaGenerateResponse } from './shapes/ollama.js';
import { openaiChatResponse } from './shapes/openaiChat.js';
import { openaiCompletionsResponse, promptRequest } from './shapes/openaiCompletions.js';
import { openaiResponsesRequest, openaiResponsesResponse } from './shapes/openaiResponses.js';
import { replicateRequest, replicateResponse } from './shapes/replicate.js';

/** Request shapes, the most particular first: the first that matches describes the payload. */
export const REQUEST_SHAPES: readonly RequestShape[] = [
  chatMessagesRequest,
  geminiRequest,
  titanRequest,
  cohereV1Request,
  embeddingRequest,
  replicateRequest,
  openaiResponsesRequest,
  promptRequest,
];

/** Response shapes, the most particular first. */
export const RESPONSE_SHAPES: readonly ResponseShape[] = [
  openaiCompletionsResponse,
  openaiChatResponse,
  replicateResponse,
  openaiResponsesResponse,
  anthropicMessagesResponse,
  anthropicTextResponse,
  ollamaChatResponse,
  ollamaGenerateResponse,
  cohereV2Response,
  cohereV1Response,
  cohereGenerateResponse,
  converseResponse,
  titanResponse,
  llamaResponse,
  ai21Response,
  mistralOutputsResponse,
  geminiResponse,
  openaiEmbeddingsResponse,
  embeddingVectorsResponse,
  errorResponse,
];
