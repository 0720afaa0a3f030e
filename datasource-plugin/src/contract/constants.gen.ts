// Generated from contract/ by `npm run contract`. Do not edit.
/** Defaults and limits by schema and property. */
export const LIMITS = {
  "SearchText": {
    "maxLength": 1000
  },
  "QueryText": {
    "maxLength": 8000,
    "maxTerms": 200,
    "maxDepth": 32,
    "maxPatternLength": 1000
  },
  "FurtherConditions": {
    "maxItems": 50
  },
  "QueryStep": {
    "field": {
      "maxLength": 300
    },
    "value": {
      "maxLength": 2000
    }
  },
  "QueryBuilder": {
    "steps": {
      "maxItems": 100
    }
  },
  "QueryParseRequest": {
    "text": {
      "maxLength": 20000
    }
  },
  "QueryDiagnostic": {
    "position": {
      "min": 0
    },
    "length": {
      "min": 0
    }
  },
  "QueryCompleteRequest": {
    "text": {
      "maxLength": 8000
    },
    "position": {
      "min": 0,
      "max": 8000
    },
    "limit": {
      "default": 50,
      "min": 1,
      "max": 200
    }
  },
  "QueryCompleteAnswer": {
    "position": {
      "min": 0
    },
    "length": {
      "min": 0
    }
  },
  "ListLimit": {
    "default": 100,
    "min": 1,
    "max": 1000
  },
  "ListOrder": {
    "default": "desc"
  },
  "ListCursor": {
    "maxLength": 4000
  },
  "ListBudgetMs": {
    "default": 5000,
    "min": 50,
    "max": 60000
  },
  "PayloadDetail": {
    "default": "full"
  },
  "PayloadForm": {
    "default": "text"
  },
  "TailPosition": {
    "maxLength": 1200
  },
  "TailConnections": {
    "max": 50
  },
  "TailBacklog": {
    "max": 10000
  },
  "FieldValuesLimit": {
    "default": 500,
    "min": 1,
    "max": 5000
  },
  "FilterValues": {
    "maxItems": 200
  },
  "ModelTypeFilterValues": {
    "maxItems": 200
  },
  "StatusFilterValues": {
    "maxItems": 200
  },
  "MetricsRequest": {
    "measures": {
      "maxItems": 33
    },
    "group_by": {
      "maxItems": 3
    },
    "interval": {
      "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$",
      "maxBuckets": 50000
    },
    "time_zone": {
      "default": "UTC",
      "maxLength": 64
    },
    "series_limit": {
      "default": 20,
      "min": 1,
      "max": 200
    }
  },
  "HeatmapRequest": {
    "interval": {
      "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$",
      "maxBuckets": 1000
    },
    "time_zone": {
      "default": "UTC",
      "maxLength": 64
    },
    "field": {
      "default": "duration_ms"
    },
    "buckets_per_doubling": {
      "default": 4,
      "min": 1,
      "max": 8
    }
  },
  "LatencyRequest": {
    "max_points": {
      "default": 1000,
      "min": 10,
      "max": 20000
    }
  },
  "TraceBatch": {
    "traces": {
      "maxItems": 10000
    }
  },
  "TraceInput": {
    "request_id": {
      "maxLength": 200,
      "pattern": "[^\\s.]"
    },
    "model": {
      "maxLength": 200,
      "pattern": "\\S"
    },
    "response_model": {
      "maxLength": 200
    },
    "provider": {
      "maxLength": 100
    },
    "operation": {
      "maxLength": 100
    },
    "duration_ms": {
      "min": 0,
      "max": 8640000000
    },
    "deployment": {
      "maxLength": 200
    },
    "deployment_version": {
      "maxLength": 200
    },
    "connection": {
      "maxLength": 200
    },
    "source_type": {
      "maxLength": 100
    },
    "source": {
      "maxLength": 200
    },
    "user_id": {
      "maxLength": 200
    },
    "gateway": {
      "maxLength": 200
    },
    "response_id": {
      "maxLength": 200
    },
    "conversation_id": {
      "maxLength": 200
    },
    "cost_usd": {
      "min": 0,
      "max": 1000000000
    },
    "credits": {
      "min": 0,
      "max": 1000000000
    },
    "finish_reason": {
      "maxLength": 100
    },
    "cache_status": {
      "maxLength": 50
    },
    "trace_id": {
      "pattern": "^[0-9a-f]{32}$"
    },
    "span_id": {
      "pattern": "^[0-9a-f]{16}$"
    },
    "spans": {
      "maxItems": 10000
    }
  },
  "TokenCount": {
    "min": 0,
    "max": 4000000000
  },
  "Timing": {
    "queue_ms": {
      "min": 0
    },
    "network_ms": {
      "min": 0
    },
    "ttft_ms": {
      "min": 0
    },
    "generation_ms": {
      "min": 0
    }
  },
  "WorkflowContext": {
    "name": {
      "maxLength": 200
    },
    "run_id": {
      "maxLength": 200
    },
    "node_id": {
      "maxLength": 200
    }
  },
  "TraceError": {
    "type": {
      "maxLength": 200
    },
    "message": {
      "maxLength": 65536
    },
    "code": {
      "maxLength": 200
    },
    "param": {
      "maxLength": 200
    },
    "http_status": {
      "min": 100,
      "max": 599
    }
  },
  "Retries": {
    "count": {
      "min": 0,
      "max": 10000
    },
    "backoff": {
      "maxLength": 50
    },
    "outcome": {
      "maxLength": 200
    }
  },
  "HttpRequest": {
    "method": {
      "maxLength": 10
    },
    "url": {
      "maxLength": 4096
    }
  },
  "Span": {
    "span_id": {
      "pattern": "^[0-9a-f]{16}$"
    },
    "parent_span_id": {
      "pattern": "^([0-9a-f]{16})?$"
    },
    "name": {
      "maxLength": 1000
    },
    "service": {
      "maxLength": 200
    },
    "kind": {
      "maxLength": 30
    },
    "duration_ms": {
      "min": 0
    },
    "status_message": {
      "maxLength": 65536
    },
    "events": {
      "maxItems": 1000
    }
  },
  "SpanEvent": {
    "name": {
      "maxLength": 1000
    }
  },
  "CreateReplicaChangesRequest": {
    "changes": {
      "maxItems": 10000
    }
  },
  "ReplicaChange": {
    "model": {
      "maxLength": 200,
      "pattern": "\\S"
    },
    "deployment": {
      "maxLength": 200,
      "pattern": "\\S"
    },
    "deployment_version": {
      "maxLength": 200
    },
    "hardware": {
      "maxLength": 200
    },
    "replicas": {
      "min": 0,
      "max": 100000
    },
    "max_replicas": {
      "min": 0,
      "max": 100000
    }
  },
  "CreateKeyRequest": {
    "name": {
      "pattern": "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._@/:+-]{0,99}$"
    },
    "requests_per_minute": {
      "min": 1,
      "max": 1000000
    },
    "traces_per_minute": {
      "min": 1,
      "max": 100000000
    }
  },
  "PriceVersion": {
    "min": 1,
    "max": 4000000000
  },
  "TokenPrices": {
    "input_usd_per_million": {
      "min": 0,
      "max": 1000000
    },
    "output_usd_per_million": {
      "min": 0,
      "max": 1000000
    },
    "cached_input_usd_per_million": {
      "min": 0,
      "max": 1000000
    },
    "cache_write_usd_per_million": {
      "min": 0,
      "max": 1000000
    },
    "reasoning_usd_per_million": {
      "min": 0,
      "max": 1000000
    }
  },
  "PriceInput": {
    "model_pattern": {
      "maxLength": 200,
      "pattern": "\\S"
    },
    "provider": {
      "default": "",
      "maxLength": 100
    },
    "currency": {
      "default": "USD"
    },
    "source": {
      "default": "",
      "maxLength": 500
    }
  },
  "RepriceRequest": {
    "mode": {
      "default": "unpriced"
    }
  },
  "RetentionInput": {
    "policies": {
      "maxItems": 100
    },
    "replica_changes_max_age_days": {
      "min": 1,
      "max": 36500
    }
  },
  "RetentionPolicy": {
    "model_pattern": {
      "maxLength": 200,
      "pattern": "\\S"
    },
    "max_age_days": {
      "min": 1,
      "max": 36500
    }
  },
  "ErasureRequest": {
    "user_id": {
      "maxLength": 200
    },
    "conversation_id": {
      "maxLength": 200
    },
    "request_ids": {
      "maxItems": 1000
    }
  },
  "ExportColumns": {
    "maxItems": 34
  },
  "ExportId": {
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
  },
  "RunningExports": {
    "max": 4
  },
  "KeptExports": {
    "max": 200
  },
  "TracesQuery": {
    "sort": {
      "default": "start_time"
    },
    "order": {
      "default": "desc"
    },
    "limit": {
      "default": 100,
      "min": 1,
      "max": 1000
    }
  },
  "MetricsQuery": {
    "interval": {
      "default": "auto"
    },
    "seriesLimit": {
      "default": 20,
      "min": 1,
      "max": 200
    },
    "minRequests": {
      "default": 1,
      "min": 1,
      "max": 1000000000
    }
  },
  "LatencyQuery": {
    "maxPoints": {
      "min": 10,
      "max": 20000
    }
  },
  "HeatmapQuery": {
    "interval": {
      "default": "$__interval"
    },
    "field": {
      "default": "duration_ms"
    },
    "bucketsPerDoubling": {
      "default": 2,
      "min": 1,
      "max": 8
    }
  },
  "AnnotationsQuery": {
    "burstFailureRate": {
      "default": 20,
      "min": 0.1,
      "max": 100
    },
    "burstMinRequests": {
      "default": 20,
      "min": 1,
      "max": 1000000000
    }
  },
  "WindowQuery": {
    "edge": {
      "default": "start"
    }
  },
  "DataSourceSettings": {
    "timeoutSeconds": {
      "default": 30,
      "min": 1,
      "max": 600
    },
    "contentsMinRole": {
      "default": "Viewer"
    },
    "tracesQuery": {
      "default": "${traceId}"
    },
    "tracesQueryProperty": {
      "default": "query"
    },
    "logsQuery": {
      "default": "{service_name=~\".+\"} |= `${traceId}`"
    },
    "logsQueryProperty": {
      "default": "expr"
    }
  }
} as const;

/** schemaVersion of newly saved queries. */
export const QUERY_SCHEMA_VERSION = 2 as const;

/** Fields to filter and group by, with their labels. */
export const DIMENSIONS = {
  "model": "Model",
  "model_type": "Model type",
  "provider": "Provider",
  "operation": "Operation",
  "deployment": "Deployment",
  "deployment_version": "Deployment version",
  "connection": "Connection",
  "status": "Status",
  "source_type": "Source type",
  "source": "Source",
  "user_id": "User",
  "error_type": "Error type",
  "finish_reason": "Finish reason"
} as const;

/** The fields by which replica history is narrowed. */
export const REPLICA_FILTERS = [
  "model",
  "deployment",
  "deployment_version"
] as const;

/** Measures with label, Grafana unit and description. */
export const MEASURES = {
  "requests": {
    "label": "Requests",
    "unit": "short",
    "description": "All requests."
  },
  "successes": {
    "label": "Successful requests",
    "unit": "short",
    "description": "Requests with status success."
  },
  "failures": {
    "label": "Failed requests",
    "unit": "short",
    "description": "Requests with status error or timeout."
  },
  "timeouts": {
    "label": "Timeouts",
    "unit": "short",
    "description": "Requests with status timeout; they are failures too."
  },
  "failure_rate": {
    "label": "Failure rate",
    "unit": "percentunit",
    "description": "Failures divided by requests, 0 to 1."
  },
  "timeout_rate": {
    "label": "Timeout rate",
    "unit": "percentunit",
    "description": "Timeouts divided by requests, 0 to 1."
  },
  "duration_avg_ms": {
    "label": "Average latency",
    "unit": "ms",
    "description": "Mean duration of requests with a known duration."
  },
  "duration_min_ms": {
    "label": "Shortest latency",
    "unit": "ms",
    "description": "Shortest known duration."
  },
  "duration_max_ms": {
    "label": "Longest latency",
    "unit": "ms",
    "description": "Longest known duration."
  },
  "duration_p50_ms": {
    "label": "P50 latency",
    "unit": "ms",
    "description": "Median duration; linear interpolation where exact."
  },
  "duration_p90_ms": {
    "label": "P90 latency",
    "unit": "ms",
    "description": "90th percentile of duration; linear interpolation where exact."
  },
  "duration_p95_ms": {
    "label": "P95 latency",
    "unit": "ms",
    "description": "95th percentile of duration; linear interpolation where exact."
  },
  "duration_p99_ms": {
    "label": "P99 latency",
    "unit": "ms",
    "description": "99th percentile of duration; linear interpolation where exact."
  },
  "duration_samples": {
    "label": "Latency samples",
    "unit": "short",
    "description": "Requests with a known duration: what averages and percentiles of latency are taken over."
  },
  "ttft_avg_ms": {
    "label": "Average time to first token",
    "unit": "ms",
    "description": "Mean over streamed requests that report it."
  },
  "ttft_p50_ms": {
    "label": "P50 time to first token",
    "unit": "ms",
    "description": "Median over streamed requests that report it."
  },
  "ttft_p90_ms": {
    "label": "P90 time to first token",
    "unit": "ms",
    "description": "90th percentile over streamed requests that report it."
  },
  "ttft_p95_ms": {
    "label": "P95 time to first token",
    "unit": "ms",
    "description": "95th percentile over streamed requests that report it."
  },
  "ttft_p99_ms": {
    "label": "P99 time to first token",
    "unit": "ms",
    "description": "99th percentile over streamed requests that report it."
  },
  "ttft_samples": {
    "label": "Time to first token samples",
    "unit": "short",
    "description": "Streamed requests that report a time to first token: what its average and percentiles are taken over."
  },
  "time_per_output_token_ms": {
    "label": "Time per output token",
    "unit": "ms",
    "description": "Mean over successful requests with at least two output tokens of the time after the first token, divided by the output tokens after the first."
  },
  "output_tokens_per_second": {
    "label": "Output tokens per second",
    "unit": "short",
    "description": "Output tokens divided by the time of the requests that report both."
  },
  "input_tokens": {
    "label": "Input tokens",
    "unit": "short",
    "description": "Sum; cached tokens are part of it."
  },
  "output_tokens": {
    "label": "Output tokens",
    "unit": "short",
    "description": "Sum; reasoning tokens are part of it."
  },
  "total_tokens": {
    "label": "Total tokens",
    "unit": "short",
    "description": "Input plus output tokens."
  },
  "cached_input_tokens": {
    "label": "Cached input tokens",
    "unit": "short",
    "description": "Sum of input tokens served from the provider's cache."
  },
  "cache_write_tokens": {
    "label": "Cache write tokens",
    "unit": "short",
    "description": "Sum of input tokens written to the provider's cache."
  },
  "reasoning_tokens": {
    "label": "Reasoning tokens",
    "unit": "short",
    "description": "Sum of output tokens spent on reasoning."
  },
  "cost_usd": {
    "label": "Cost",
    "unit": "currencyUSD",
    "description": "Sum over requests with a known cost."
  },
  "cost_per_request_usd": {
    "label": "Average cost per request",
    "unit": "currencyUSD",
    "description": "Cost divided by the requests with a known cost."
  },
  "unpriced_requests": {
    "label": "Unpriced requests",
    "unit": "short",
    "description": "Requests of external models without a known cost, which the cost leaves out."
  },
  "credits": {
    "label": "Credits",
    "unit": "short",
    "description": "Sum of credits of hosted models."
  },
  "credits_per_request": {
    "label": "Average credits per request",
    "unit": "short",
    "description": "Credits divided by successful requests (responses generated)."
  }
} as const;

/** Operators of the query language and of the filter builder by type of field. */
export const QUERY_FIELD_TYPES = {
  "text": {
    "operators": [
      "=",
      "!=",
      "contains",
      "matches",
      "in",
      "exists"
    ],
    "builder": [
      "=",
      "!=",
      "contains"
    ]
  },
  "choice": {
    "operators": [
      "=",
      "!=",
      "in"
    ],
    "builder": [
      "=",
      "!="
    ]
  },
  "duration": {
    "operators": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<=",
      "in",
      "exists"
    ],
    "builder": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<="
    ]
  },
  "count": {
    "operators": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<=",
      "in",
      "exists"
    ],
    "builder": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<="
    ]
  },
  "number": {
    "operators": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<=",
      "in",
      "exists"
    ],
    "builder": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<="
    ]
  },
  "money": {
    "operators": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<=",
      "in",
      "exists"
    ],
    "builder": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<="
    ]
  },
  "time": {
    "operators": [
      "=",
      "!=",
      ">",
      "<",
      ">=",
      "<="
    ],
    "builder": [
      ">",
      "<",
      ">=",
      "<="
    ]
  },
  "boolean": {
    "operators": [
      "=",
      "!="
    ],
    "builder": [
      "=",
      "!="
    ]
  }
} as const;

/** Fields of the query language: label, type of value, other names, and whether their values can be listed. */
export const QUERY_FIELDS = {
  "request_id": {
    "label": "Request ID",
    "type": "text",
    "aliases": [
      "id"
    ],
    "has_values": false
  },
  "status": {
    "label": "Status",
    "type": "choice",
    "aliases": [],
    "has_values": true,
    "values": [
      "success",
      "failed",
      "error",
      "timeout"
    ]
  },
  "start_time": {
    "label": "Executed on",
    "type": "time",
    "aliases": [
      "time",
      "timestamp"
    ],
    "has_values": false
  },
  "duration_ms": {
    "label": "Response time",
    "type": "duration",
    "aliases": [
      "duration",
      "latency",
      "latency_ms",
      "response_time"
    ],
    "has_values": false
  },
  "model": {
    "label": "Model",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "model_type": {
    "label": "Model type",
    "type": "choice",
    "aliases": [
      "type"
    ],
    "has_values": true,
    "values": [
      "fine-tuned",
      "open-source",
      "external"
    ]
  },
  "response_model": {
    "label": "Model snapshot",
    "type": "text",
    "aliases": [
      "snapshot"
    ],
    "has_values": false
  },
  "provider": {
    "label": "Provider",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "operation": {
    "label": "Operation",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "deployment": {
    "label": "Deployment",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "deployment_version": {
    "label": "Deployment version",
    "type": "text",
    "aliases": [
      "version"
    ],
    "has_values": true
  },
  "connection": {
    "label": "Connection",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "source_type": {
    "label": "Source type",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "source": {
    "label": "Source",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "user_id": {
    "label": "User",
    "type": "text",
    "aliases": [
      "user"
    ],
    "has_values": true
  },
  "gateway": {
    "label": "Gateway",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "conversation_id": {
    "label": "Conversation",
    "type": "text",
    "aliases": [
      "conversation",
      "session_id"
    ],
    "has_values": false
  },
  "response_id": {
    "label": "Response ID",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "trace_id": {
    "label": "Trace ID",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "span_id": {
    "label": "Span ID",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "input": {
    "label": "Input",
    "type": "text",
    "aliases": [
      "prompt",
      "input_text"
    ],
    "has_values": false
  },
  "output": {
    "label": "Output",
    "type": "text",
    "aliases": [
      "answer",
      "output_text"
    ],
    "has_values": false
  },
  "input_tokens": {
    "label": "Input tokens",
    "type": "count",
    "aliases": [
      "prompt_tokens"
    ],
    "has_values": false
  },
  "output_tokens": {
    "label": "Output tokens",
    "type": "count",
    "aliases": [
      "completion_tokens"
    ],
    "has_values": false
  },
  "total_tokens": {
    "label": "Total tokens",
    "type": "count",
    "aliases": [
      "tokens"
    ],
    "has_values": false
  },
  "cached_input_tokens": {
    "label": "Cached input tokens",
    "type": "count",
    "aliases": [
      "cached_tokens",
      "cache_read_tokens"
    ],
    "has_values": false
  },
  "cache_write_tokens": {
    "label": "Cache write tokens",
    "type": "count",
    "aliases": [],
    "has_values": false
  },
  "reasoning_tokens": {
    "label": "Reasoning tokens",
    "type": "count",
    "aliases": [],
    "has_values": false
  },
  "cost_usd": {
    "label": "Cost",
    "type": "money",
    "aliases": [
      "cost"
    ],
    "has_values": false
  },
  "credits": {
    "label": "Credits",
    "type": "number",
    "aliases": [],
    "has_values": false
  },
  "ttft_ms": {
    "label": "Time to first token",
    "type": "duration",
    "aliases": [
      "ttft"
    ],
    "has_values": false
  },
  "queue_ms": {
    "label": "Queue time",
    "type": "duration",
    "aliases": [
      "queue"
    ],
    "has_values": false
  },
  "network_ms": {
    "label": "Network time",
    "type": "duration",
    "aliases": [
      "network"
    ],
    "has_values": false
  },
  "generation_ms": {
    "label": "Generation time",
    "type": "duration",
    "aliases": [
      "generation"
    ],
    "has_values": false
  },
  "streamed": {
    "label": "Streamed",
    "type": "boolean",
    "aliases": [
      "stream"
    ],
    "has_values": false
  },
  "cache_status": {
    "label": "Cache status",
    "type": "text",
    "aliases": [
      "cache"
    ],
    "has_values": false
  },
  "finish_reason": {
    "label": "Finish reason",
    "type": "text",
    "aliases": [],
    "has_values": true
  },
  "error_type": {
    "label": "Error type",
    "type": "text",
    "aliases": [
      "error"
    ],
    "has_values": true
  },
  "error_code": {
    "label": "Error code",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "error_message": {
    "label": "Error message",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "error_param": {
    "label": "Error parameter",
    "type": "text",
    "aliases": [],
    "has_values": false
  },
  "http_status": {
    "label": "HTTP status",
    "type": "count",
    "aliases": [
      "error_http_status"
    ],
    "has_values": false
  },
  "retries": {
    "label": "Retries",
    "type": "count",
    "aliases": [
      "retry_count"
    ],
    "has_values": false
  },
  "workflow": {
    "label": "Workflow",
    "type": "text",
    "aliases": [
      "workflow_id",
      "workflow_name",
      "workflow.name",
      "workflow.id"
    ],
    "has_values": false
  },
  "workflow_run": {
    "label": "Workflow run",
    "type": "text",
    "aliases": [
      "workflow_run_id",
      "workflow.run_id",
      "run_id"
    ],
    "has_values": false
  },
  "workflow_node": {
    "label": "Workflow node",
    "type": "text",
    "aliases": [
      "workflow_node_id",
      "workflow.node_id",
      "node_id"
    ],
    "has_values": false
  }
} as const;

/** Up to how many samples percentiles are exact, and how far a sketch is off at most above. */
export const PERCENTILES = {
  "exactSamples": 100000,
  "exactSamplesWithoutRollup": 10000000,
  "relativeError": 0.01
} as const;

/** HTTP status of each error code. */
export const ERROR_STATUS = {
  "INVALID_ARGUMENT": 400,
  "UNAUTHENTICATED": 401,
  "FORBIDDEN": 403,
  "NOT_FOUND": 404,
  "METHOD_NOT_ALLOWED": 405,
  "NOT_ACCEPTABLE": 406,
  "CONFLICT": 409,
  "PAYLOAD_TOO_LARGE": 413,
  "UNSUPPORTED_MEDIA_TYPE": 415,
  "OVERLOADED": 429,
  "RATE_LIMITED": 429,
  "INTERNAL": 500,
  "ENGINE_UNAVAILABLE": 503,
  "SHUTTING_DOWN": 503
} as const;

/** Fields of the frames the data source returns, by query type. */
export const FRAME_FIELDS = {
  "traces": {
    "status": {
      "type": "string",
      "label": "Status"
    },
    "request_id": {
      "type": "string",
      "label": "Request ID"
    },
    "duration_ms": {
      "type": "number",
      "unit": "ms",
      "nullable": true,
      "label": "Response time"
    },
    "deployment_version": {
      "type": "string",
      "label": "Deployment version"
    },
    "connection": {
      "type": "string",
      "label": "Connection"
    },
    "source_type": {
      "type": "string",
      "label": "Source type"
    },
    "source": {
      "type": "string",
      "label": "Source"
    },
    "start_time": {
      "type": "time",
      "label": "Executed on"
    },
    "input_preview": {
      "type": "string",
      "label": "Input"
    },
    "output_preview": {
      "type": "string",
      "label": "Output"
    },
    "model": {
      "type": "string",
      "label": "Model"
    },
    "model_type": {
      "type": "string",
      "label": "Model type"
    },
    "provider": {
      "type": "string",
      "label": "Provider"
    },
    "operation": {
      "type": "string",
      "label": "Operation"
    },
    "deployment": {
      "type": "string",
      "label": "Deployment"
    },
    "user_id": {
      "type": "string",
      "label": "User"
    },
    "input_tokens": {
      "type": "number",
      "unit": "short",
      "nullable": true,
      "label": "Input tokens"
    },
    "output_tokens": {
      "type": "number",
      "unit": "short",
      "nullable": true,
      "label": "Output tokens"
    },
    "cost_usd": {
      "type": "number",
      "unit": "currencyUSD",
      "nullable": true,
      "label": "Cost"
    },
    "credits": {
      "type": "number",
      "unit": "short",
      "nullable": true,
      "label": "Credits"
    },
    "ttft_ms": {
      "type": "number",
      "unit": "ms",
      "nullable": true,
      "label": "Time to first token"
    },
    "streamed": {
      "type": "boolean",
      "label": "Streamed"
    },
    "finish_reason": {
      "type": "string",
      "label": "Finish reason"
    },
    "error_type": {
      "type": "string",
      "label": "Error type"
    },
    "tags_preview": {
      "type": "string",
      "label": "Tags"
    },
    "match_preview": {
      "type": "string",
      "label": "Match"
    },
    "trace_id": {
      "type": "string",
      "label": "Trace ID"
    },
    "cursor": {
      "type": "string",
      "label": "Cursor"
    }
  },
  "latency": {
    "time": {
      "type": "time",
      "label": "Time"
    },
    "duration_ms": {
      "type": "number",
      "unit": "ms",
      "label": "Latency"
    },
    "request_id": {
      "type": "string",
      "label": "Request ID"
    },
    "status": {
      "type": "string",
      "label": "Status"
    },
    "model": {
      "type": "string",
      "label": "Model"
    },
    "requests": {
      "type": "string",
      "label": "Requests at this point"
    },
    "failures": {
      "type": "string",
      "label": "Failures at this point"
    },
    "failed_request_id": {
      "type": "string",
      "label": "Failed request ID"
    }
  },
  "metrics": {},
  "heatmap": {
    "xMax": {
      "type": "time",
      "label": "To"
    },
    "yMin": {
      "type": "number",
      "unit": "ms",
      "label": "Latency from"
    },
    "yMax": {
      "type": "number",
      "unit": "ms",
      "label": "Latency below"
    },
    "count": {
      "type": "number",
      "unit": "short",
      "label": "Requests"
    },
    "failures": {
      "type": "number",
      "unit": "short",
      "label": "Failures"
    },
    "request_id": {
      "type": "string",
      "label": "Slowest request"
    },
    "xMin": {
      "type": "time",
      "label": "From"
    },
    "latency_from": {
      "type": "number",
      "unit": "ms",
      "label": "Exact latency from"
    }
  },
  "annotations": {
    "time": {
      "type": "time",
      "label": "Time"
    },
    "timeEnd": {
      "type": "time",
      "label": "End"
    },
    "title": {
      "type": "string",
      "label": "Title"
    },
    "text": {
      "type": "string",
      "label": "Text"
    },
    "tags": {
      "type": "string",
      "label": "Tags"
    },
    "id": {
      "type": "string",
      "label": "ID"
    }
  },
  "replicas": {
    "time": {
      "type": "time",
      "label": "Time"
    },
    "replicas": {
      "type": "number",
      "unit": "short",
      "label": "Replicas"
    },
    "max_replicas": {
      "type": "number",
      "unit": "short",
      "label": "Configured maximum"
    },
    "saturation": {
      "type": "number",
      "unit": "percentunit",
      "label": "Share of the maximum"
    }
  },
  "window": {
    "edge": {
      "type": "number",
      "unit": "dateTimeAsIso",
      "label": "Edge of the time range"
    }
  },
  "trace": {
    "traceID": {
      "type": "string",
      "label": "Trace ID"
    },
    "spanID": {
      "type": "string",
      "label": "Span ID"
    },
    "parentSpanID": {
      "type": "string",
      "label": "Parent span ID"
    },
    "operationName": {
      "type": "string",
      "label": "Operation"
    },
    "serviceName": {
      "type": "string",
      "label": "Service"
    },
    "kind": {
      "type": "string",
      "label": "Kind"
    },
    "statusCode": {
      "type": "number",
      "label": "Status code"
    },
    "statusMessage": {
      "type": "string",
      "label": "Status message"
    },
    "startTime": {
      "type": "number",
      "label": "Start time"
    },
    "duration": {
      "type": "number",
      "label": "Duration"
    },
    "serviceTags": {
      "type": "other",
      "label": "Service tags"
    },
    "tags": {
      "type": "other",
      "label": "Tags"
    },
    "logs": {
      "type": "other",
      "label": "Logs"
    }
  }
} as const;
