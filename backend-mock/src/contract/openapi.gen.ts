// Generated from contract/ by `npm run contract`. Do not edit.
export const openapi = {
  "openapi": "3.1.0",
  "info": {
    "title": "Modeltrace trace server",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Stores model traces and answers queries over them. A trace is one model request with its answer. Times are RFC 3339; durations are milliseconds and carry `_ms`; money is US dollars and carries `_usd`. Input tokens include cached tokens, as OpenTelemetry's GenAI conventions say.\n"
  },
  "servers": [
    {
      "url": "http://127.0.0.1:4318"
    }
  ],
  "security": [
    {
      "ApiKey": [
        "admin"
      ]
    }
  ],
  "tags": [
    {
      "name": "ingest",
      "description": "Storing traces. A success answer means that the data is stored."
    },
    {
      "name": "query",
      "description": "Reading traces and measures."
    },
    {
      "name": "export",
      "description": "Taking out everything that matches."
    },
    {
      "name": "admin",
      "description": "Prices, retention, erasure and keys."
    },
    {
      "name": "operations",
      "description": "State of the server."
    }
  ],
  "paths": {
    "/healthz": {
      "get": {
        "operationId": "getHealth",
        "tags": [
          "operations"
        ],
        "summary": "Whether the server and its engine can answer.",
        "security": [
          {}
        ],
        "responses": {
          "200": {
            "description": "Ready",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/livez": {
      "get": {
        "operationId": "getLiveness",
        "tags": [
          "operations"
        ],
        "summary": "Whether the server's process answers, whatever the engine does.",
        "security": [
          {}
        ],
        "responses": {
          "200": {
            "description": "It does",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Liveness"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/readyz": {
      "get": {
        "operationId": "getReadiness",
        "tags": [
          "operations"
        ],
        "summary": "Whether requests should be sent to this server now, and if not, why.",
        "security": [
          {}
        ],
        "responses": {
          "200": {
            "description": "Ready",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Readiness"
                }
              }
            }
          },
          "503": {
            "description": "Not ready",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Readiness"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/metrics": {
      "get": {
        "operationId": "getServerMetrics",
        "tags": [
          "operations"
        ],
        "summary": "Measures of the server itself in Prometheus' text format; docs/operations.md lists them.",
        "description": "Programs on the server's own machine need no key.",
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "x-open-on-loopback": true,
        "responses": {
          "200": {
            "description": "The measures",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/openapi.json": {
      "get": {
        "operationId": "getOpenapi",
        "tags": [
          "operations"
        ],
        "summary": "This description as JSON.",
        "security": [
          {}
        ],
        "responses": {
          "200": {
            "description": "The OpenAPI document",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/traces": {
      "post": {
        "operationId": "ingestOtlpTraces",
        "tags": [
          "ingest"
        ],
        "security": [
          {
            "ApiKey": [
              "ingest"
            ]
          }
        ],
        "summary": "OTLP/HTTP traces (protobuf or JSON, optionally gzip).",
        "description": "Errors of protobuf requests are answered with google.rpc.Status in protobuf. Spans with GenAI attributes become traces; all accepted spans are kept for the span tree. Spans that cannot be read are rejected one by one and counted in `partialSuccess`.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object"
              }
            },
            "application/x-protobuf": {
              "schema": {
                "type": "string",
                "format": "binary"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OtlpTracesAnswer"
                }
              },
              "application/x-protobuf": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "429": {
            "$ref": "#/components/responses/Overloaded"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/ingest/report": {
      "get": {
        "operationId": "getIngestReport",
        "tags": [
          "operations"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "What arrived since the server started, by conventions and sender, and what of it was odd.",
        "description": "Counts only, never values. Each server counts what it took itself. At most 200 groups and 200 names in each are told apart; what comes after is counted as `(others)`.\n",
        "responses": {
          "200": {
            "description": "The counts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IngestReport"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/traces": {
      "post": {
        "operationId": "createTraces",
        "tags": [
          "ingest"
        ],
        "security": [
          {
            "ApiKey": [
              "ingest"
            ]
          }
        ],
        "summary": "Stores one trace or a batch.",
        "description": "All or nothing - one bad trace refuses the whole request and names its field. A `request_id` that is already stored changes nothing and is counted in `duplicates`.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateTracesRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IngestAnswer"
                }
              }
            }
          },
          "429": {
            "$ref": "#/components/responses/Overloaded"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listTraces",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Traces, newest first unless `sort` and `order` say otherwise, with previews instead of payloads.",
        "description": "Every row carries `cursor`; the last row's cursor as `cursor` asks for the page after it, the first row's as `before` for the page before it, in the same order. A page with fewer rows than `limit` is the last in its direction, unless it says `continue` - then the search through payloads used up its budget, and the same request with `continue` as `cursor` (as `before`, if `before` was given) goes on where it stopped; nothing is skipped or repeated. As Arrow both fields are headers. Filters with several values mean any of them; different filters must all hold. Rows whose sort column is not known come last in both orders; ties are newest first.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ListLimit"
            }
          },
          {
            "$ref": "#/components/parameters/ListSort"
          },
          {
            "$ref": "#/components/parameters/ListOrder"
          },
          {
            "name": "cursor",
            "in": "query",
            "description": "Rows after the one that carries this cursor.",
            "schema": {
              "$ref": "#/components/schemas/ListCursor"
            }
          },
          {
            "name": "before",
            "in": "query",
            "description": "Rows before the one that carries this cursor; not together with `cursor`.",
            "schema": {
              "$ref": "#/components/schemas/ListCursor"
            }
          },
          {
            "$ref": "#/components/parameters/ListBudget"
          },
          {
            "$ref": "#/components/parameters/FilterTraceId"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "One page of traces",
            "headers": {
              "Modeltrace-Searched-Back-To": {
                "description": "`searched_back_to` of an answer that stopped early.",
                "schema": {
                  "$ref": "#/components/schemas/Time"
                }
              },
              "Modeltrace-Continue": {
                "description": "`continue` of an answer that stopped early.",
                "schema": {
                  "$ref": "#/components/schemas/ListCursor"
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TraceList"
                }
              },
              "application/vnd.apache.arrow.stream": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/traces/{request_id}": {
      "get": {
        "operationId": "getTrace",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "One trace with its spans and, unless `payload=preview`, its payloads.",
        "parameters": [
          {
            "$ref": "#/components/parameters/RequestId"
          },
          {
            "name": "payload",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/PayloadDetail"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The trace",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TraceDetail"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/traces/{request_id}/payloads/{side}": {
      "get": {
        "operationId": "getTracePayload",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Input or output of one trace as it is stored, whole or a range of bytes.",
        "description": "Answered byte by byte as stored, whatever its size. `Range` takes one range of bytes, e.g. `bytes=0-99999`; a character may be cut at its ends.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/RequestId"
          },
          {
            "name": "side",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "input",
                "output"
              ]
            }
          },
          {
            "name": "form",
            "in": "query",
            "description": "The plain text, or the complete payload as the JSON text that was stored (empty when only text was given).",
            "schema": {
              "$ref": "#/components/schemas/PayloadForm"
            }
          },
          {
            "name": "Range",
            "in": "header",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The payload",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              },
              "application/json": {
                "schema": {}
              }
            }
          },
          "206": {
            "description": "The range of it that was asked for",
            "headers": {
              "Content-Range": {
                "schema": {
                  "type": "string"
                }
              }
            },
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              },
              "application/json": {
                "schema": {}
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/traces/{request_id}/neighbors": {
      "get": {
        "operationId": "getTraceNeighbors",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "The traces before and after one in the list of `GET /api/v1/traces` with the same parameters.",
        "description": "The trace itself need not be in the list; its place in it is what counts.",
        "parameters": [
          {
            "$ref": "#/components/parameters/RequestId"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "$ref": "#/components/parameters/ListSort"
          },
          {
            "$ref": "#/components/parameters/ListOrder"
          },
          {
            "$ref": "#/components/parameters/ListBudget"
          },
          {
            "$ref": "#/components/parameters/FilterTraceId"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "The neighbours",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TraceNeighbors"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/tail": {
      "get": {
        "operationId": "tailTraces",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "New traces as they are stored, as server-sent events.",
        "description": "Every event without a name carries a TraceSummary as JSON and its position as `id`, in the order of storing, so late traces come too. `Last-Event-ID` (or `after`) goes on after a position without gaps or repeats; without it the tail begins now. A follower that is too far behind gets an event `lagging` (TailLag) and goes on with the newest. Comments keep the connection alive. When the server's tails are all taken the answer is 429.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "name": "after",
            "in": "query",
            "description": "The `id` of an event; `Last-Event-ID` goes before it.",
            "schema": {
              "$ref": "#/components/schemas/TailPosition"
            }
          },
          {
            "name": "Last-Event-ID",
            "in": "header",
            "schema": {
              "$ref": "#/components/schemas/TailPosition"
            }
          },
          {
            "$ref": "#/components/parameters/FilterTraceId"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "Events until the caller goes or the server stops",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "429": {
            "$ref": "#/components/responses/Overloaded"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/metrics": {
      "post": {
        "operationId": "queryMetrics",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Measures over traces, grouped and per interval.",
        "description": "Columns are `time` (when `interval` is given, the start of the bucket in `time_zone`), one per `group_by`, one per measure. A bucket or group without requests has no row. Rows are ordered by group, then time. Percentiles are exact while the selection has at most 100,000 samples - 10,000,000 where no sketches by day are kept that could answer it, as for hours or with a filter on status - and a sketch with a relative error of at most 1 % above; `Modeltrace-Percentiles` says which, the measures `duration_samples` and `ttft_samples` of how many.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/MetricsRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Columns, as JSON or as an Arrow stream by `Accept`.",
            "headers": {
              "Modeltrace-Percentiles": {
                "description": "How percentiles were computed, in the whole answer; absent when none were asked for.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "exact",
                    "sketch; relative-error=0.01"
                  ]
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Columns"
                }
              },
              "application/vnd.apache.arrow.stream": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/latency": {
      "post": {
        "operationId": "queryLatency",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "One point per request, down-sampled with peaks kept when there are more than `max_points`.",
        "description": "Columns are `time`, `duration_ms`, `request_id`, `status`, `model`, `requests` (how many requests the point stands for; the slowest of them is the one shown), `failures` (how many of them failed) and `failed_request_id` (the slowest failed one; empty when none did). Ordered by time, no time twice. Traces without a known duration have no point.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LatencyRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Columns"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/heatmap": {
      "post": {
        "operationId": "queryHeatmap",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Requests per time bucket and latency bucket.",
        "description": "Columns are `time` and `time_end` (of the time bucket, cut to `from` and `to`), `bucket_min_ms` (inclusive), `bucket_max_ms` (exclusive; null for the last, which is open), `requests`, `failures` and `request_id` (the slowest request of the cell). Latency buckets are the same in every answer with the same `buckets_per_doubling`: their bounds grow by the same factor, rounded to four digits, from 1 ms on; the first bucket holds everything below. Cells without requests have no row. Ordered by time, then latency. The four bounds of a cell, as a condition on traces, select its requests exactly.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/HeatmapRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Columns"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/replicas": {
      "post": {
        "operationId": "createReplicaChanges",
        "tags": [
          "ingest"
        ],
        "security": [
          {
            "ApiKey": [
              "ingest"
            ]
          }
        ],
        "summary": "Stores replica changes of hosted deployments. The same change sent again changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateReplicaChangesRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IngestAnswer"
                }
              }
            }
          },
          "429": {
            "$ref": "#/components/responses/Overloaded"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listReplicaChanges",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Replica history, oldest first, with the state at `from` as each series' first row.",
        "description": "Columns are `time`, `model`, `deployment`, `deployment_version`, `hardware`, `replicas`, `max_replicas`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/Columns"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/models": {
      "get": {
        "operationId": "listModels",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Models with type, deployments, versions and connections.",
        "responses": {
          "200": {
            "description": "All models",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelList"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/fields/{field}/values": {
      "get": {
        "operationId": "listFieldValues",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Values of a field, most frequent first, narrowed by the other filters.",
        "parameters": [
          {
            "name": "field",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Dimension"
            }
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "name": "contains",
            "in": "query",
            "description": "Only values that contain this text, whatever its case.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FieldValuesLimit"
            }
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "The values",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FieldValues"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/export": {
      "get": {
        "operationId": "exportTraces",
        "tags": [
          "export"
        ],
        "security": [
          {
            "ApiKey": [
              "export"
            ]
          }
        ],
        "summary": "Everything that matches, as one file.",
        "description": "The newest trace of a model first; models in descending order of their names. The file is written while it is read: it is whole only when the answer ends as HTTP says it must, and `getExport` says `complete` with the same SHA-256. A failure on the way breaks the connection off. Trailers `Modeltrace-Rows` and `Modeltrace-Sha256` say the same as `getExport`. When the server's exports are all taken the answer is 429.\n",
        "parameters": [
          {
            "name": "format",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ExportFormat"
            }
          },
          {
            "name": "columns",
            "in": "query",
            "description": "Columns of csv and parquet, in this order. Absent: for csv all columns of the traces table, shown or not; for parquet every column.",
            "schema": {
              "$ref": "#/components/schemas/ExportColumns"
            }
          },
          {
            "name": "export_id",
            "in": "query",
            "description": "Id under which to follow or cancel the export; chosen by the caller, or by the server when absent.",
            "schema": {
              "$ref": "#/components/schemas/ExportId"
            }
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "$ref": "#/components/parameters/FilterTraceId"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "The file",
            "headers": {
              "Modeltrace-Export-Id": {
                "schema": {
                  "$ref": "#/components/schemas/ExportId"
                }
              },
              "Modeltrace-Total-Rows": {
                "description": "Traces that match.",
                "schema": {
                  "type": "integer"
                }
              },
              "Content-Disposition": {
                "schema": {
                  "type": "string"
                }
              }
            },
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/jsonl": {
                "schema": {
                  "type": "string"
                }
              },
              "application/vnd.apache.parquet": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "429": {
            "$ref": "#/components/responses/Overloaded"
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/export/plan": {
      "get": {
        "operationId": "planExport",
        "tags": [
          "export"
        ],
        "security": [
          {
            "ApiKey": [
              "export"
            ]
          }
        ],
        "summary": "What an export would be, without making it.",
        "parameters": [
          {
            "name": "format",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ExportFormat"
            }
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "$ref": "#/components/parameters/FilterTraceId"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "Counted now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExportOutline"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/exports/{export_id}": {
      "get": {
        "operationId": "getExport",
        "tags": [
          "export"
        ],
        "security": [
          {
            "ApiKey": [
              "export"
            ]
          }
        ],
        "summary": "How far an export is, and the proof of one that is complete.",
        "parameters": [
          {
            "name": "export_id",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ExportId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The export",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Export"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "cancelExport",
        "tags": [
          "export"
        ],
        "security": [
          {
            "ApiKey": [
              "export"
            ]
          }
        ],
        "summary": "Ends an export and the engine's work for it; its download breaks off. One that has ended stays as it is.",
        "parameters": [
          {
            "name": "export_id",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/ExportId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The export as it ended",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Export"
                }
              }
            }
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/keys": {
      "post": {
        "operationId": "createKey",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Makes an API key. The answer is the only place where the key itself ever stands.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateKeyRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreateKeyAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listKeys",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "All API keys ever made, newest first, without the keys themselves.",
        "responses": {
          "200": {
            "description": "The keys",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyList"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/keys/{key_id}": {
      "delete": {
        "operationId": "revokeKey",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Revokes a key for good. Every server refuses it within five seconds. A revoked key stays in the list.",
        "parameters": [
          {
            "name": "key_id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 20
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Revoked",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyDetails"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/prices": {
      "get": {
        "operationId": "listPrices",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "The price table, now or as it was in an earlier version.",
        "parameters": [
          {
            "name": "version",
            "in": "query",
            "description": "A version of the table; absent is the newest.",
            "schema": {
              "$ref": "#/components/schemas/PriceVersion"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The prices",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PriceList"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createPrice",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Adds a price; the table gets a new version.",
        "description": "A price for the same provider and pattern whose time overlaps is refused with CONFLICT.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PriceInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Added",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Price"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/prices/{price_id}": {
      "put": {
        "operationId": "replacePrice",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Replaces a price; the table gets a new version, the earlier one stays readable.",
        "parameters": [
          {
            "name": "price_id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PriceInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Replaced",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Price"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deletePrice",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Removes a price from the table's next version. Traces that it priced keep their cost.",
        "parameters": [
          {
            "name": "price_id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Removed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PriceRemoved"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/prices/reprice": {
      "post": {
        "operationId": "repriceTraces",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Computes the cost of stored traces anew from the newest price table.",
        "description": "Costs that the sender gave are never touched. Answers when the engine has stored the new costs; sums over them are right from then on.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RepriceRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RepriceAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/prices/unpriced": {
      "get": {
        "operationId": "listUnpriced",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Models with unpriced requests, most requests first.",
        "description": "Requests of external models without a known cost, as the measure `unpriced_requests` counts them; failed ones are among them.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Search"
          },
          {
            "$ref": "#/components/parameters/Query"
          },
          {
            "$ref": "#/components/parameters/Condition"
          },
          {
            "$ref": "#/components/parameters/FilterModel"
          },
          {
            "$ref": "#/components/parameters/FilterModelType"
          },
          {
            "$ref": "#/components/parameters/FilterProvider"
          },
          {
            "$ref": "#/components/parameters/FilterOperation"
          },
          {
            "$ref": "#/components/parameters/FilterDeployment"
          },
          {
            "$ref": "#/components/parameters/FilterDeploymentVersion"
          },
          {
            "$ref": "#/components/parameters/FilterConnection"
          },
          {
            "$ref": "#/components/parameters/FilterStatus"
          },
          {
            "$ref": "#/components/parameters/FilterSourceType"
          },
          {
            "$ref": "#/components/parameters/FilterSource"
          },
          {
            "$ref": "#/components/parameters/FilterUserId"
          },
          {
            "$ref": "#/components/parameters/FilterErrorType"
          },
          {
            "$ref": "#/components/parameters/FilterFinishReason"
          }
        ],
        "responses": {
          "200": {
            "description": "The models",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnpricedList"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/retention": {
      "get": {
        "operationId": "getRetention",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "How long traces are kept.",
        "responses": {
          "200": {
            "description": "The policies",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Retention"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "setRetention",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Sets how long traces are kept, in place of all policies there were.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RetentionInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The policies",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Retention"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/retention/apply": {
      "post": {
        "operationId": "applyRetention",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Removes now what the policies say, or tells what would go.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ApplyRetentionRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What went",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RetentionAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/erasures": {
      "post": {
        "operationId": "createErasure",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Erases the traces of a user, a conversation or by request id, and shows that nothing is left.",
        "description": "Answers when the data is gone from tables, projections, indexes and files. Traces that were acknowledged before the call are erased; those that arrive while it runs are erased too or counted in `arrived_meanwhile`.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ErasureRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Erased",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Erasure"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listErasures",
        "tags": [
          "admin"
        ],
        "security": [
          {
            "ApiKey": [
              "admin"
            ]
          }
        ],
        "summary": "Erasures there were, newest first, without the ids that were erased.",
        "responses": {
          "200": {
            "description": "The erasures",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ErasureList"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/query/parse": {
      "post": {
        "operationId": "parseQuery",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Reads a query and says what it means or where its fault is.",
        "description": "A query with a fault is answered with `diagnostics`, not with an error. `text` is the query as the server would write it; `builder` is the query as steps when steps can show all of it, else null.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/QueryParseRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the query means",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueryParseAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/query/format": {
      "post": {
        "operationId": "formatQuery",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "Writes the steps of a filter builder as a query.",
        "description": "Reading the answer again gives the same steps. A step that cannot be written is an error that names it.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/QueryBuilder"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The query",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueryFormatAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/query/complete": {
      "post": {
        "operationId": "completeQuery",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "What could stand at a place of a query.",
        "description": "Fields, operators, words, and values from the data narrowed by the filters and the time range.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/QueryCompleteRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Suggestions, the likeliest first",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueryCompleteAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/api/v1/query/explain": {
      "post": {
        "operationId": "explainQuery",
        "tags": [
          "query"
        ],
        "security": [
          {
            "ApiKey": [
              "read"
            ]
          }
        ],
        "summary": "What the engine would read to answer a selection.",
        "description": "An estimate from the engine's indexes, before anything is read.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/QueryExplainRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The estimate",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueryExplainAnswer"
                }
              }
            }
          },
          "503": {
            "$ref": "#/components/responses/EngineUnavailable"
          },
          "4XX": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "ApiKey": {
        "type": "http",
        "scheme": "bearer",
        "description": "A key made by `modeltrace keys create`, or the one of MODELTRACE_API_KEY, which has all scopes. Operations name the scope that a key must have. A server that has no key takes calls without one, from its own machine only.\n"
      }
    },
    "parameters": {
      "From": {
        "name": "from",
        "in": "query",
        "description": "Inclusive.",
        "schema": {
          "$ref": "#/components/schemas/Time"
        }
      },
      "To": {
        "name": "to",
        "in": "query",
        "description": "Exclusive.",
        "schema": {
          "$ref": "#/components/schemas/Time"
        }
      },
      "Search": {
        "name": "q",
        "in": "query",
        "description": "Text in request id, input, output, error message or tags, whatever its case.",
        "schema": {
          "$ref": "#/components/schemas/SearchText"
        }
      },
      "Query": {
        "name": "query",
        "in": "query",
        "description": "Condition in the query language (docs/query-language.md); must hold besides the filters.",
        "schema": {
          "$ref": "#/components/schemas/QueryText"
        }
      },
      "Condition": {
        "name": "condition",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FurtherConditions"
        }
      },
      "RequestId": {
        "name": "request_id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        }
      },
      "ListSort": {
        "name": "sort",
        "in": "query",
        "description": "Column to sort by; rows where it is not known come last. `total_tokens` is input plus output tokens, as far as known.",
        "schema": {
          "type": "string",
          "enum": [
            "start_time",
            "duration_ms",
            "ttft_ms",
            "input_tokens",
            "output_tokens",
            "total_tokens",
            "cost_usd",
            "credits",
            "request_id",
            "status",
            "model",
            "model_type",
            "provider",
            "operation",
            "deployment",
            "deployment_version",
            "connection",
            "source_type",
            "source",
            "user_id",
            "finish_reason",
            "error_type"
          ],
          "default": "start_time"
        }
      },
      "ListOrder": {
        "name": "order",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/ListOrder"
        }
      },
      "ListBudget": {
        "name": "budget_ms",
        "in": "query",
        "description": "Time a search through payloads may take before it answers with what it found. Only lists sorted by `start_time` stop early.",
        "schema": {
          "$ref": "#/components/schemas/ListBudgetMs"
        }
      },
      "FilterTraceId": {
        "name": "trace_id",
        "in": "query",
        "description": "The OpenTelemetry trace that the request belongs to.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f]{32}$",
          "x-expected": "32 lower-case hex digits"
        }
      },
      "FilterModel": {
        "name": "model",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterModelType": {
        "name": "model_type",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/ModelTypeFilterValues"
        }
      },
      "FilterProvider": {
        "name": "provider",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterOperation": {
        "name": "operation",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterDeployment": {
        "name": "deployment",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterDeploymentVersion": {
        "name": "deployment_version",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterConnection": {
        "name": "connection",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterStatus": {
        "name": "status",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/StatusFilterValues"
        }
      },
      "FilterSourceType": {
        "name": "source_type",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterSource": {
        "name": "source",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterUserId": {
        "name": "user_id",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterErrorType": {
        "name": "error_type",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      },
      "FilterFinishReason": {
        "name": "finish_reason",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/FilterValues"
        }
      }
    },
    "responses": {
      "Error": {
        "description": "The request cannot be answered; `field` names what to change.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorAnswer"
            }
          }
        }
      },
      "EngineUnavailable": {
        "description": "The database engine is starting or down. Try again after `Retry-After` seconds.",
        "headers": {
          "Retry-After": {
            "schema": {
              "type": "integer"
            }
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorAnswer"
            }
          }
        }
      },
      "Overloaded": {
        "description": "The ingest queue is full, or the key's limit is reached; nothing of this request was stored. Try again after `Retry-After` seconds.",
        "headers": {
          "Retry-After": {
            "schema": {
              "type": "integer"
            }
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorAnswer"
            }
          }
        }
      },
      "Columns": {
        "description": "Columns, as JSON or as an Arrow stream by `Accept`.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Columns"
            }
          },
          "application/vnd.apache.arrow.stream": {
            "schema": {
              "type": "string",
              "format": "binary"
            }
          }
        }
      }
    },
    "schemas": {
      "Time": {
        "type": "string",
        "format": "date-time",
        "description": "RFC 3339 with time zone, e.g. 2026-11-21T08:00:00Z."
      },
      "SearchText": {
        "type": "string",
        "maxLength": 1000
      },
      "QueryText": {
        "type": "string",
        "maxLength": 8000,
        "x-max-terms": 200,
        "x-max-depth": 32,
        "x-max-pattern-length": 1000,
        "description": "A condition in the query language, e.g. `status:error AND model:gpt-4*`."
      },
      "FurtherConditions": {
        "type": "array",
        "maxItems": 50,
        "items": {
          "$ref": "#/components/schemas/QueryText"
        },
        "description": "Further conditions in the query language, each read by itself; all must hold besides the query and the filters. For what others than the author of the query add, such as the filters of a dashboard."
      },
      "QueryFieldType": {
        "type": "string",
        "enum": [
          "text",
          "choice",
          "duration",
          "count",
          "number",
          "money",
          "time",
          "boolean"
        ],
        "description": "What values a field takes. Durations are milliseconds or written like 1.5s, 250ms, 0:01:500; money is US dollars.",
        "x-query-types": {
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
        }
      },
      "QueryField": {
        "type": "string",
        "enum": [
          "request_id",
          "status",
          "start_time",
          "duration_ms",
          "model",
          "model_type",
          "response_model",
          "provider",
          "operation",
          "deployment",
          "deployment_version",
          "connection",
          "source_type",
          "source",
          "user_id",
          "gateway",
          "conversation_id",
          "response_id",
          "trace_id",
          "span_id",
          "input",
          "output",
          "input_tokens",
          "output_tokens",
          "total_tokens",
          "cached_input_tokens",
          "cache_write_tokens",
          "reasoning_tokens",
          "cost_usd",
          "credits",
          "ttft_ms",
          "queue_ms",
          "network_ms",
          "generation_ms",
          "streamed",
          "cache_status",
          "finish_reason",
          "error_type",
          "error_code",
          "error_message",
          "error_param",
          "http_status",
          "retries",
          "workflow",
          "workflow_run",
          "workflow_node"
        ],
        "description": "A field of a trace that the query language knows. `tags.name` and the JSONPaths `$.request` and `$.response` come besides.",
        "x-query-fields": {
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
        }
      },
      "QueryOperator": {
        "type": "string",
        "enum": [
          "=",
          "!=",
          ">",
          "<",
          ">=",
          "<=",
          "contains",
          "matches",
          "in",
          "exists"
        ]
      },
      "QueryNode": {
        "type": "object",
        "description": "A condition. `and`, `or` and `not` have `nodes`; `compare` has `field`, `operator` and `values`; `text` has one value.",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "and",
              "or",
              "not",
              "compare",
              "text"
            ]
          },
          "nodes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QueryNode"
            }
          },
          "field": {
            "type": "string",
            "description": "A QueryField, a tag as `tags.name`, or a JSONPath, as a query writes it."
          },
          "operator": {
            "$ref": "#/components/schemas/QueryOperator"
          },
          "values": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QueryValue"
            }
          }
        }
      },
      "QueryValue": {
        "type": "object",
        "required": [
          "type",
          "text"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "text",
              "pattern",
              "number",
              "time",
              "literal"
            ],
            "description": "A pattern has the wildcards `*` and `?`; `*` alone is any value, also one that is not known."
          },
          "text": {
            "type": "string",
            "description": "The value as it was written, without quotation marks."
          },
          "number": {
            "type": "number",
            "format": "double",
            "description": "Of a number, in the unit of its field: milliseconds or US dollars."
          }
        }
      },
      "QueryStep": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field",
          "operator",
          "value"
        ],
        "properties": {
          "field": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300,
            "description": "A QueryField or a tag as `tags.name`."
          },
          "operator": {
            "$ref": "#/components/schemas/QueryOperator"
          },
          "value": {
            "type": "string",
            "maxLength": 2000,
            "description": "The value as people write it, e.g. `1.5s`; never a pattern."
          }
        }
      },
      "QueryBuilder": {
        "type": "object",
        "additionalProperties": false,
        "description": "A query as steps that are all joined by the same word.",
        "required": [
          "conjunction",
          "steps"
        ],
        "properties": {
          "conjunction": {
            "type": "string",
            "enum": [
              "and",
              "or"
            ]
          },
          "steps": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/QueryStep"
            }
          }
        }
      },
      "QueryParseRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string",
            "maxLength": 20000
          }
        }
      },
      "QueryDiagnostic": {
        "type": "object",
        "required": [
          "message",
          "expected",
          "position",
          "length"
        ],
        "properties": {
          "message": {
            "type": "string"
          },
          "expected": {
            "type": "string",
            "description": "What belongs at the place."
          },
          "position": {
            "type": "integer",
            "minimum": 0,
            "description": "In UTF-16 code units from the start of the text."
          },
          "length": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "QueryParseAnswer": {
        "type": "object",
        "required": [
          "text",
          "ast",
          "builder",
          "diagnostics"
        ],
        "properties": {
          "text": {
            "type": "string",
            "description": "The query as the server writes it; empty when it has a fault."
          },
          "ast": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/QueryNode"
              },
              {
                "type": "null"
              }
            ],
            "description": "Null for a text without a condition and for one with a fault."
          },
          "builder": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/QueryBuilder"
              },
              {
                "type": "null"
              }
            ]
          },
          "diagnostics": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QueryDiagnostic"
            }
          }
        }
      },
      "QueryFormatAnswer": {
        "type": "object",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string"
          }
        }
      },
      "QueryCompleteRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "text",
          "position"
        ],
        "properties": {
          "text": {
            "type": "string",
            "maxLength": 8000
          },
          "position": {
            "type": "integer",
            "minimum": 0,
            "maximum": 8000,
            "description": "Of the caret in UTF-16 code units from the start of the text."
          },
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200,
            "default": 50
          }
        }
      },
      "QuerySuggestion": {
        "type": "object",
        "required": [
          "kind",
          "text",
          "detail"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "field",
              "operator",
              "keyword",
              "value"
            ]
          },
          "text": {
            "type": "string",
            "description": "What to put in place of the range."
          },
          "detail": {
            "type": "string",
            "description": "For people: the label of a field, how many requests have a value."
          }
        }
      },
      "QueryCompleteAnswer": {
        "type": "object",
        "required": [
          "position",
          "length",
          "suggestions"
        ],
        "properties": {
          "position": {
            "type": "integer",
            "minimum": 0,
            "description": "Start of the range that a suggestion replaces."
          },
          "length": {
            "type": "integer",
            "minimum": 0
          },
          "suggestions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuerySuggestion"
            }
          }
        }
      },
      "QueryExplainRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "q": {
            "$ref": "#/components/schemas/SearchText"
          },
          "query": {
            "$ref": "#/components/schemas/QueryText"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          }
        }
      },
      "QueryExplainAnswer": {
        "type": "object",
        "required": [
          "rows",
          "stored_rows",
          "bytes",
          "columns",
          "steps"
        ],
        "properties": {
          "rows": {
            "type": "integer",
            "description": "Rows that the engine would read."
          },
          "stored_rows": {
            "type": "integer",
            "description": "All stored traces."
          },
          "bytes": {
            "type": "integer",
            "description": "Bytes of these rows in the columns that the selection reads, decompressed."
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Columns that the selection reads."
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "How the engine narrows the rows down, in words."
          }
        }
      },
      "ListLimit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "ListOrder": {
        "type": "string",
        "enum": [
          "desc",
          "asc"
        ],
        "default": "desc"
      },
      "ListCursor": {
        "type": "string",
        "maxLength": 4000,
        "description": "A place in a list of one sort and order; opaque."
      },
      "ListBudgetMs": {
        "type": "integer",
        "minimum": 50,
        "maximum": 60000,
        "default": 5000
      },
      "PayloadDetail": {
        "type": "string",
        "enum": [
          "full",
          "preview"
        ],
        "default": "full",
        "description": "`preview` leaves the payloads out but for the first 200 characters of their texts; their sizes are told."
      },
      "PayloadForm": {
        "type": "string",
        "enum": [
          "text",
          "json"
        ],
        "default": "text"
      },
      "TailPosition": {
        "type": "string",
        "maxLength": 1200,
        "description": "A place in the order of storing; opaque."
      },
      "TailConnections": {
        "type": "integer",
        "maximum": 50,
        "description": "Tails that one server follows at once."
      },
      "TailBacklog": {
        "type": "integer",
        "maximum": 10000,
        "description": "Traces that a tail catches up with; when more are waiting it goes on with the newest 1000."
      },
      "FieldValuesLimit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 5000,
        "default": 500
      },
      "FilterValues": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 500
        },
        "maxItems": 200
      },
      "ModelTypeFilterValues": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ModelType"
        },
        "maxItems": 200
      },
      "StatusFilterValues": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatusFilter"
        },
        "maxItems": 200
      },
      "StatusFilter": {
        "type": "string",
        "enum": [
          "success",
          "failed",
          "error",
          "timeout"
        ],
        "description": "A status, or `failed` for both error and timeout, as in the query language."
      },
      "ModelType": {
        "type": "string",
        "enum": [
          "fine-tuned",
          "open-source",
          "external"
        ],
        "description": "Fine-tuned and open-source models are hosted (deployments, versions, credits); external ones are reached over a connection."
      },
      "Status": {
        "type": "string",
        "enum": [
          "success",
          "error",
          "timeout"
        ],
        "description": "A timeout is a failure with a status of its own."
      },
      "Dimension": {
        "type": "string",
        "enum": [
          "model",
          "model_type",
          "provider",
          "operation",
          "deployment",
          "deployment_version",
          "connection",
          "status",
          "source_type",
          "source",
          "user_id",
          "error_type",
          "finish_reason"
        ],
        "description": "A field of a trace that can be filtered, grouped by and offered as values.",
        "x-labels": {
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
        }
      },
      "Measure": {
        "type": "string",
        "enum": [
          "requests",
          "successes",
          "failures",
          "timeouts",
          "failure_rate",
          "timeout_rate",
          "duration_avg_ms",
          "duration_min_ms",
          "duration_max_ms",
          "duration_p50_ms",
          "duration_p90_ms",
          "duration_p95_ms",
          "duration_p99_ms",
          "duration_samples",
          "ttft_avg_ms",
          "ttft_p50_ms",
          "ttft_p90_ms",
          "ttft_p95_ms",
          "ttft_p99_ms",
          "ttft_samples",
          "time_per_output_token_ms",
          "output_tokens_per_second",
          "input_tokens",
          "output_tokens",
          "total_tokens",
          "cached_input_tokens",
          "cache_write_tokens",
          "reasoning_tokens",
          "cost_usd",
          "cost_per_request_usd",
          "unpriced_requests",
          "credits",
          "credits_per_request"
        ],
        "description": "A number computed over traces.",
        "x-percentiles": {
          "exactSamples": 100000,
          "exactSamplesWithoutRollup": 10000000,
          "relativeError": 0.01
        },
        "x-measures": {
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
        }
      },
      "TraceFilters": {
        "type": "object",
        "additionalProperties": false,
        "description": "All given filters must hold; several values mean any of them; an empty list is no filter.",
        "properties": {
          "model": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelTypeFilterValues"
          },
          "provider": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "operation": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "deployment": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "deployment_version": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "connection": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "status": {
            "$ref": "#/components/schemas/StatusFilterValues"
          },
          "source_type": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "source": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "user_id": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "error_type": {
            "$ref": "#/components/schemas/FilterValues"
          },
          "finish_reason": {
            "$ref": "#/components/schemas/FilterValues"
          }
        }
      },
      "MetricsRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "measures"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "measures": {
            "type": "array",
            "minItems": 1,
            "maxItems": 33,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/Measure"
            }
          },
          "group_by": {
            "type": "array",
            "maxItems": 3,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/Dimension"
            }
          },
          "interval": {
            "type": "string",
            "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$",
            "x-expected": "a width such as 5m, 1h or 1d",
            "x-max-buckets": 50000,
            "description": "Width of a time bucket, e.g. 5m, 1h, 1d. Days, weeks and months are local ones in `time_zone`. The range holds at most 50000 buckets. Absent: one number per group."
          },
          "time_zone": {
            "type": "string",
            "default": "UTC",
            "maxLength": 64,
            "description": "IANA name."
          },
          "series_limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200,
            "default": 20,
            "description": "Groups beyond this many (by requests) are added up as \"(other)\"."
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "q": {
            "$ref": "#/components/schemas/SearchText"
          },
          "query": {
            "$ref": "#/components/schemas/QueryText"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          }
        }
      },
      "HeatmapRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to",
          "interval"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "interval": {
            "type": "string",
            "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$",
            "x-expected": "a width such as 5m, 1h or 1d",
            "x-max-buckets": 1000,
            "description": "Width of a time bucket, as of metrics. The range holds at most 1000 buckets."
          },
          "time_zone": {
            "type": "string",
            "default": "UTC",
            "maxLength": 64,
            "description": "IANA name."
          },
          "field": {
            "type": "string",
            "enum": [
              "duration_ms",
              "ttft_ms"
            ],
            "default": "duration_ms",
            "description": "Which latency; `ttft_ms` counts streamed requests only. Requests that do not report it are in no cell."
          },
          "buckets_per_doubling": {
            "type": "integer",
            "minimum": 1,
            "maximum": 8,
            "default": 4,
            "description": "Latency buckets from any latency to its double."
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "q": {
            "$ref": "#/components/schemas/SearchText"
          },
          "query": {
            "$ref": "#/components/schemas/QueryText"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          }
        }
      },
      "LatencyRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "from",
          "to"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "max_points": {
            "type": "integer",
            "minimum": 10,
            "maximum": 20000,
            "default": 1000
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "q": {
            "$ref": "#/components/schemas/SearchText"
          },
          "query": {
            "$ref": "#/components/schemas/QueryText"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          }
        }
      },
      "Columns": {
        "type": "object",
        "required": [
          "meta",
          "data",
          "rows"
        ],
        "properties": {
          "meta": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "type"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                }
              }
            }
          },
          "data": {
            "type": "object",
            "additionalProperties": {
              "type": "array",
              "items": {}
            }
          },
          "rows": {
            "type": "integer"
          }
        }
      },
      "CreateTracesRequest": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/TraceInput"
          },
          {
            "$ref": "#/components/schemas/TraceBatch"
          }
        ]
      },
      "TraceBatch": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "traces"
        ],
        "properties": {
          "traces": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10000,
            "items": {
              "$ref": "#/components/schemas/TraceInput"
            }
          }
        }
      },
      "TraceInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "request_id",
          "model",
          "start_time",
          "status"
        ],
        "properties": {
          "request_id": {
            "type": "string",
            "maxLength": 200,
            "pattern": "[^\\s.]",
            "x-expected": "text with a character other than dots and white space"
          },
          "model": {
            "type": "string",
            "maxLength": 200,
            "pattern": "\\S",
            "x-expected": "text with a character other than white space",
            "description": "The model that was asked for."
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelType"
          },
          "response_model": {
            "type": "string",
            "maxLength": 200,
            "description": "The model snapshot that answered."
          },
          "provider": {
            "type": "string",
            "maxLength": 100,
            "description": "GenAI provider name, e.g. openai, anthropic, aws.bedrock."
          },
          "operation": {
            "type": "string",
            "maxLength": 100,
            "description": "GenAI operation name, e.g. chat, text_completion, embeddings, generate_content."
          },
          "start_time": {
            "$ref": "#/components/schemas/Time"
          },
          "duration_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 8640000000,
            "description": "Absent or null when not known."
          },
          "status": {
            "$ref": "#/components/schemas/Status"
          },
          "input": {
            "description": "The request: text, or the complete request payload as JSON."
          },
          "output": {
            "description": "The answer: text, or the complete response payload as JSON."
          },
          "input_text": {
            "type": "string",
            "description": "Plain text of the input; derived from `input` when absent."
          },
          "output_text": {
            "type": "string",
            "description": "Plain text of the output; derived from `output` when absent."
          },
          "deployment": {
            "type": "string",
            "maxLength": 200
          },
          "deployment_version": {
            "type": "string",
            "maxLength": 200
          },
          "connection": {
            "type": "string",
            "maxLength": 200
          },
          "source_type": {
            "type": "string",
            "maxLength": 100,
            "description": "What sent the request, e.g. Workflow, Prompts, API Key."
          },
          "source": {
            "type": "string",
            "maxLength": 200
          },
          "user_id": {
            "type": "string",
            "maxLength": 200
          },
          "gateway": {
            "type": "string",
            "maxLength": 200
          },
          "response_id": {
            "type": "string",
            "maxLength": 200
          },
          "conversation_id": {
            "type": "string",
            "maxLength": 200
          },
          "input_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "output_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cached_input_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cache_write_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "reasoning_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cost_usd": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 1000000000
          },
          "credits": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 1000000000
          },
          "finish_reason": {
            "type": "string",
            "maxLength": 100
          },
          "streamed": {
            "type": "boolean"
          },
          "cache_status": {
            "type": "string",
            "maxLength": 50
          },
          "timing": {
            "$ref": "#/components/schemas/Timing"
          },
          "parameters": {
            "type": "object",
            "description": "Request parameters: temperature, max tokens and so on; derived from `input` when absent."
          },
          "tags": {
            "type": "object",
            "additionalProperties": {
              "type": "string",
              "maxLength": 1000
            },
            "maxProperties": 100
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowContext"
          },
          "error": {
            "$ref": "#/components/schemas/TraceError"
          },
          "retries": {
            "$ref": "#/components/schemas/Retries"
          },
          "http_request": {
            "$ref": "#/components/schemas/HttpRequest"
          },
          "trace_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{32}$",
            "x-expected": "32 lower-case hex digits"
          },
          "span_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{16}$",
            "x-expected": "16 lower-case hex digits"
          },
          "spans": {
            "type": "array",
            "maxItems": 10000,
            "items": {
              "$ref": "#/components/schemas/Span"
            }
          }
        }
      },
      "TokenCount": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 0,
        "maximum": 4000000000
      },
      "Timing": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "queue_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0
          },
          "network_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0
          },
          "ttft_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "description": "Time to first token."
          },
          "generation_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0
          }
        }
      },
      "WorkflowContext": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 200
          },
          "run_id": {
            "type": "string",
            "maxLength": 200
          },
          "node_id": {
            "type": "string",
            "maxLength": 200
          },
          "input": {
            "description": "Data handed to the node."
          },
          "output": {
            "description": "Data the node returned."
          }
        }
      },
      "TraceError": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "maxLength": 200
          },
          "message": {
            "type": "string",
            "maxLength": 65536
          },
          "code": {
            "type": "string",
            "maxLength": 200
          },
          "param": {
            "type": [
              "string",
              "null"
            ],
            "maxLength": 200
          },
          "http_status": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 100,
            "maximum": 599
          }
        }
      },
      "Retries": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "count": {
            "type": "integer",
            "minimum": 0,
            "maximum": 10000
          },
          "backoff": {
            "type": "string",
            "maxLength": 50
          },
          "outcome": {
            "type": "string",
            "maxLength": 200
          }
        }
      },
      "HttpRequest": {
        "type": "object",
        "additionalProperties": false,
        "description": "The request as sent. Secrets in headers are redacted before storing.",
        "properties": {
          "method": {
            "type": "string",
            "maxLength": 10
          },
          "url": {
            "type": "string",
            "maxLength": 4096
          },
          "headers": {
            "type": "object",
            "additionalProperties": {
              "type": "string",
              "maxLength": 4096
            },
            "maxProperties": 200
          }
        }
      },
      "Span": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "span_id",
          "name",
          "start_time",
          "duration_ms"
        ],
        "properties": {
          "span_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{16}$",
            "x-expected": "16 lower-case hex digits"
          },
          "parent_span_id": {
            "type": "string",
            "pattern": "^([0-9a-f]{16})?$",
            "x-expected": "16 lower-case hex digits or nothing"
          },
          "name": {
            "type": "string",
            "maxLength": 1000
          },
          "service": {
            "type": "string",
            "maxLength": 200
          },
          "kind": {
            "type": "string",
            "maxLength": 30
          },
          "start_time": {
            "$ref": "#/components/schemas/Time"
          },
          "duration_ms": {
            "type": "number",
            "format": "double",
            "minimum": 0
          },
          "status_code": {
            "type": "string",
            "enum": [
              "unset",
              "ok",
              "error"
            ]
          },
          "status_message": {
            "type": "string",
            "maxLength": 65536
          },
          "attributes": {
            "type": "object"
          },
          "events": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/SpanEvent"
            }
          }
        }
      },
      "SpanEvent": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "time"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 1000
          },
          "time": {
            "$ref": "#/components/schemas/Time"
          },
          "attributes": {
            "type": "object"
          }
        }
      },
      "TraceSummary": {
        "type": "object",
        "description": "A row of the traces list. Texts are empty and numbers null where not known.",
        "required": [
          "request_id",
          "trace_id",
          "status",
          "start_time",
          "duration_ms",
          "model",
          "model_type",
          "provider",
          "operation",
          "deployment",
          "deployment_version",
          "connection",
          "source_type",
          "source",
          "user_id",
          "input_tokens",
          "output_tokens",
          "cost_usd",
          "credits",
          "ttft_ms",
          "streamed",
          "finish_reason",
          "error_type",
          "tags_preview",
          "input_preview",
          "output_preview",
          "match_preview",
          "cursor"
        ],
        "properties": {
          "request_id": {
            "type": "string"
          },
          "trace_id": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/Status"
          },
          "start_time": {
            "$ref": "#/components/schemas/Time"
          },
          "duration_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "model": {
            "type": "string"
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelType"
          },
          "provider": {
            "type": "string"
          },
          "operation": {
            "type": "string"
          },
          "deployment": {
            "type": "string"
          },
          "deployment_version": {
            "type": "string"
          },
          "connection": {
            "type": "string"
          },
          "source_type": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "user_id": {
            "type": "string"
          },
          "input_tokens": {
            "type": [
              "integer",
              "null"
            ]
          },
          "output_tokens": {
            "type": [
              "integer",
              "null"
            ]
          },
          "cost_usd": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "credits": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "ttft_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "streamed": {
            "type": "boolean"
          },
          "finish_reason": {
            "type": "string"
          },
          "error_type": {
            "type": "string"
          },
          "tags_preview": {
            "type": "string",
            "description": "Tags as `name=value`, separated by commas; first 200 characters."
          },
          "input_preview": {
            "type": "string",
            "description": "First 200 characters of the input text."
          },
          "output_preview": {
            "type": "string",
            "description": "First 200 characters of the output text."
          },
          "match_preview": {
            "type": "string",
            "description": "Where a text that is searched for (`q`, words and `contains` of the conditions) was found first: `input`, `output`, `error_message`, `request_id` or `tags`, a colon and a blank, then the text around it, what was found between U+2068 and U+2069. At most some 300 characters. Empty where no such text is asked for, or only with wildcards.\n"
          },
          "cursor": {
            "type": "string"
          }
        }
      },
      "TraceList": {
        "type": "object",
        "required": [
          "traces"
        ],
        "properties": {
          "traces": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TraceSummary"
            }
          },
          "searched_back_to": {
            "$ref": "#/components/schemas/Time",
            "description": "Only when the budget was spent: how far the list has been searched, in its own order."
          },
          "continue": {
            "$ref": "#/components/schemas/ListCursor",
            "description": "Only when the budget was spent: the cursor to go on with."
          }
        }
      },
      "TraceNeighbors": {
        "type": "object",
        "required": [
          "previous",
          "next"
        ],
        "properties": {
          "previous": {
            "type": [
              "string",
              "null"
            ],
            "description": "Request id of the row before; null at the start of the list."
          },
          "next": {
            "type": [
              "string",
              "null"
            ],
            "description": "Request id of the row after; null at the end of the list."
          },
          "previous_searched_to": {
            "$ref": "#/components/schemas/Time",
            "description": "Only when the budget was spent before a row was found: how far was searched."
          },
          "next_searched_to": {
            "$ref": "#/components/schemas/Time",
            "description": "Only when the budget was spent before a row was found: how far was searched."
          }
        }
      },
      "TailLag": {
        "type": "object",
        "required": [
          "skipped",
          "from",
          "to"
        ],
        "properties": {
          "skipped": {
            "type": "integer",
            "description": "Traces that the follower does not get."
          },
          "from": {
            "$ref": "#/components/schemas/Time",
            "description": "They were stored after this time"
          },
          "to": {
            "$ref": "#/components/schemas/Time",
            "description": "and not after this one."
          }
        }
      },
      "TracePayload": {
        "type": "object",
        "required": [
          "text",
          "json"
        ],
        "properties": {
          "text": {
            "type": "string"
          },
          "json": {
            "type": "string",
            "description": "The complete payload as the JSON text that was stored; empty when only text was given."
          },
          "text_bytes": {
            "type": "integer",
            "description": "Size of the whole text in UTF-8; with `payload=preview`."
          },
          "json_bytes": {
            "type": "integer",
            "description": "Size of the whole JSON text in UTF-8; with `payload=preview`."
          }
        }
      },
      "TraceDetail": {
        "type": "object",
        "required": [
          "request_id",
          "trace_id",
          "span_id",
          "status",
          "start_time",
          "duration_ms",
          "model",
          "response_model",
          "model_type",
          "provider",
          "operation",
          "deployment",
          "deployment_version",
          "connection",
          "source_type",
          "source",
          "user_id",
          "gateway",
          "response_id",
          "conversation_id",
          "input_tokens",
          "output_tokens",
          "cached_input_tokens",
          "cache_write_tokens",
          "reasoning_tokens",
          "cost_usd",
          "cost_source",
          "price_id",
          "price_version",
          "credits",
          "finish_reason",
          "streamed",
          "cache_status",
          "timing",
          "parameters",
          "tags",
          "workflow",
          "error",
          "retries",
          "http_request",
          "input",
          "output",
          "spans"
        ],
        "properties": {
          "request_id": {
            "type": "string"
          },
          "trace_id": {
            "type": "string"
          },
          "span_id": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/Status"
          },
          "start_time": {
            "$ref": "#/components/schemas/Time"
          },
          "duration_ms": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "model": {
            "type": "string"
          },
          "response_model": {
            "type": "string"
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelType"
          },
          "provider": {
            "type": "string"
          },
          "operation": {
            "type": "string"
          },
          "deployment": {
            "type": "string"
          },
          "deployment_version": {
            "type": "string"
          },
          "connection": {
            "type": "string"
          },
          "source_type": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "user_id": {
            "type": "string"
          },
          "gateway": {
            "type": "string"
          },
          "response_id": {
            "type": "string"
          },
          "conversation_id": {
            "type": "string"
          },
          "input_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "output_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cached_input_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cache_write_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "reasoning_tokens": {
            "$ref": "#/components/schemas/TokenCount"
          },
          "cost_usd": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "cost_source": {
            "type": "string",
            "enum": [
              "",
              "sent",
              "priced"
            ],
            "description": "Where the cost is from: the sender, or the price table. Empty when it is not known."
          },
          "price_id": {
            "type": "string",
            "description": "The price that made the cost; empty when none did."
          },
          "price_version": {
            "type": "integer",
            "description": "Version of the price table in which that price got the form that was used; 0 when none was."
          },
          "credits": {
            "type": [
              "number",
              "null"
            ],
            "format": "double"
          },
          "finish_reason": {
            "type": "string"
          },
          "streamed": {
            "type": "boolean"
          },
          "cache_status": {
            "type": "string"
          },
          "timing": {
            "$ref": "#/components/schemas/Timing"
          },
          "parameters": {
            "type": "object"
          },
          "tags": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "workflow": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/WorkflowContext"
              },
              {
                "type": "null"
              }
            ]
          },
          "provenance": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "Of a request that came as an OpenTelemetry span: the attribute or event each field was read from, by field. Empty otherwise."
          },
          "error": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TraceError"
              },
              {
                "type": "null"
              }
            ]
          },
          "retries": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Retries"
              },
              {
                "type": "null"
              }
            ]
          },
          "http_request": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/HttpRequest"
              },
              {
                "type": "null"
              }
            ]
          },
          "input": {
            "$ref": "#/components/schemas/TracePayload"
          },
          "output": {
            "$ref": "#/components/schemas/TracePayload"
          },
          "spans": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Span"
            },
            "description": "All spans of the OpenTelemetry trace; at least the request's own."
          },
          "contents_withheld": {
            "type": "boolean",
            "description": "Set by the data source's back end for callers who may not see contents, not by the trace server."
          }
        }
      },
      "IngestAnswer": {
        "type": "object",
        "required": [
          "accepted",
          "duplicates"
        ],
        "properties": {
          "accepted": {
            "type": "integer",
            "description": "Newly stored."
          },
          "duplicates": {
            "type": "integer",
            "description": "Already stored before; left as they were."
          }
        }
      },
      "IngestReport": {
        "type": "object",
        "required": [
          "since",
          "groups",
          "unpriced",
          "unpriced_from"
        ],
        "properties": {
          "since": {
            "$ref": "#/components/schemas/Time"
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IngestReportGroup"
            }
          },
          "unpriced_from": {
            "$ref": "#/components/schemas/Time"
          },
          "unpriced": {
            "type": "array",
            "description": "Stored requests of external models since `unpriced_from` whose cost is not known, most first; at most 100 models. Counted as the measure `unpriced_requests`.",
            "items": {
              "$ref": "#/components/schemas/IngestReportModel"
            }
          }
        }
      },
      "IngestReportGroup": {
        "type": "object",
        "required": [
          "dialect",
          "service",
          "spans",
          "requests",
          "duplicates",
          "rejected",
          "rejected_fields",
          "unmapped",
          "findings",
          "future_dated",
          "late"
        ],
        "properties": {
          "dialect": {
            "type": "string",
            "description": "otel-genai, otel-genai-1.36 (and before), openllmetry, openinference, vercel-ai, other (spans that are not about models), otlp (spans that could not be read), json (the plain API)."
          },
          "service": {
            "type": "string",
            "description": "The `service.name` of the sender; the trace's source in the plain API."
          },
          "spans": {
            "type": "integer",
            "description": "Spans that were taken, those that were stored before included; traces in the plain API."
          },
          "requests": {
            "type": "integer",
            "description": "Spans that are model requests, those that were stored before included."
          },
          "duplicates": {
            "type": "integer",
            "description": "Of `requests` those that were stored before; the others were stored anew."
          },
          "rejected": {
            "type": "integer",
            "description": "Spans that could not be read; requests that were refused in the plain API."
          },
          "rejected_fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IngestReportCount"
            }
          },
          "unmapped": {
            "type": "array",
            "description": "Attributes about models that no table knows: they are kept with the span and feed no field of the trace.",
            "items": {
              "$ref": "#/components/schemas/IngestReportCount"
            }
          },
          "findings": {
            "type": "array",
            "description": "different_numbers: two attributes for one token count disagree. cached_apart: cached tokens were not part of the input and were added. same_call_twice: a span that repeats the request inside it, not counted as a request.",
            "items": {
              "$ref": "#/components/schemas/IngestReportCount"
            }
          },
          "future_dated": {
            "type": "integer",
            "description": "Started more than an hour after the server's clock."
          },
          "late": {
            "type": "integer",
            "description": "Started more than a day before they arrived."
          }
        }
      },
      "IngestReportCount": {
        "type": "object",
        "required": [
          "name",
          "count"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "IngestReportModel": {
        "type": "object",
        "required": [
          "provider",
          "model",
          "requests"
        ],
        "properties": {
          "provider": {
            "type": "string"
          },
          "model": {
            "type": "string"
          },
          "requests": {
            "type": "integer"
          }
        }
      },
      "OtlpTracesAnswer": {
        "type": "object",
        "description": "OTLP's ExportTraceServiceResponse. Empty object on full success.",
        "properties": {
          "partialSuccess": {
            "type": "object",
            "properties": {
              "rejectedSpans": {
                "type": "string",
                "description": "64-bit integer as decimal text."
              },
              "errorMessage": {
                "type": "string"
              }
            }
          }
        }
      },
      "CreateReplicaChangesRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "changes"
        ],
        "properties": {
          "changes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10000,
            "items": {
              "$ref": "#/components/schemas/ReplicaChange"
            }
          }
        }
      },
      "ReplicaChange": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "time",
          "model",
          "deployment",
          "hardware",
          "replicas"
        ],
        "properties": {
          "time": {
            "$ref": "#/components/schemas/Time"
          },
          "model": {
            "type": "string",
            "maxLength": 200,
            "pattern": "\\S",
            "x-expected": "text with a character other than white space"
          },
          "model_type": {
            "type": "string",
            "enum": [
              "fine-tuned",
              "open-source"
            ],
            "description": "Only hosted models have replicas."
          },
          "deployment": {
            "type": "string",
            "maxLength": 200,
            "pattern": "\\S",
            "x-expected": "text with a character other than white space"
          },
          "deployment_version": {
            "type": "string",
            "maxLength": 200
          },
          "hardware": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Hardware configuration, e.g. 1x NVIDIA A10G."
          },
          "replicas": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000,
            "description": "Running replicas from this time on; 0 ends the series."
          },
          "max_replicas": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000,
            "description": "Configured maximum; 0 when not known."
          }
        }
      },
      "ModelList": {
        "type": "object",
        "required": [
          "models"
        ],
        "properties": {
          "models": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Model"
            }
          }
        }
      },
      "Model": {
        "type": "object",
        "required": [
          "model",
          "model_type",
          "providers",
          "requests",
          "first_trace_time",
          "last_trace_time",
          "deployments",
          "connections"
        ],
        "properties": {
          "model": {
            "type": "string"
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelType"
          },
          "providers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "requests": {
            "type": "integer"
          },
          "first_trace_time": {
            "$ref": "#/components/schemas/Time"
          },
          "last_trace_time": {
            "$ref": "#/components/schemas/Time"
          },
          "deployments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Deployment"
            }
          },
          "connections": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Deployment": {
        "type": "object",
        "required": [
          "deployment",
          "deployed_time",
          "versions"
        ],
        "properties": {
          "deployment": {
            "type": "string"
          },
          "deployed_time": {
            "$ref": "#/components/schemas/Time",
            "description": "First replica change or trace of the deployment."
          },
          "versions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "version_times": {
            "type": "array",
            "description": "First replica change or trace of each version, oldest first.",
            "items": {
              "$ref": "#/components/schemas/VersionTime"
            }
          }
        }
      },
      "VersionTime": {
        "type": "object",
        "required": [
          "deployment_version",
          "first_time"
        ],
        "properties": {
          "deployment_version": {
            "type": "string"
          },
          "first_time": {
            "$ref": "#/components/schemas/Time"
          }
        }
      },
      "FieldValues": {
        "type": "object",
        "required": [
          "values"
        ],
        "properties": {
          "values": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "value",
                "requests"
              ],
              "properties": {
                "value": {
                  "type": "string"
                },
                "requests": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Health": {
        "type": "object",
        "required": [
          "status",
          "version",
          "engine"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ok"
            ]
          },
          "version": {
            "type": "string"
          },
          "engine": {
            "type": "object",
            "required": [
              "kind",
              "version"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "embedded",
                  "clickhouse"
                ]
              },
              "version": {
                "type": "string"
              }
            }
          },
          "traces": {
            "type": "integer",
            "description": "Stored traces."
          }
        }
      },
      "Liveness": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "alive"
            ]
          }
        }
      },
      "Readiness": {
        "type": "object",
        "required": [
          "status",
          "reasons"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ready",
              "not_ready"
            ]
          },
          "reasons": {
            "type": "array",
            "description": "What keeps the server from being ready; empty when it is.",
            "items": {
              "$ref": "#/components/schemas/NotReadyReason"
            }
          }
        }
      },
      "NotReadyReason": {
        "type": "string",
        "enum": [
          "starting",
          "shutting_down",
          "engine_unavailable",
          "migrations_pending",
          "queue_full"
        ],
        "description": "Not started in full yet; sent no requests any more; the engine does not answer; tables are not up to date; too much waits to be stored."
      },
      "KeyScope": {
        "type": "string",
        "enum": [
          "ingest",
          "read",
          "export",
          "admin"
        ],
        "description": "What a key may do - store (ingest), ask and list (read), take out everything that matches (export), change prices, retention, keys and erase (admin). No scope includes another.\n"
      },
      "CreateKeyRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "scopes"
        ],
        "properties": {
          "name": {
            "type": "string",
            "pattern": "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._@/:+-]{0,99}$",
            "x-expected": "up to 100 letters, digits, spaces and ._@/:+-, starting with a letter or digit",
            "description": "Who or what uses the key."
          },
          "scopes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyScope"
            },
            "minItems": 1,
            "uniqueItems": true
          },
          "requests_per_minute": {
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000,
            "description": "Requests that the key may make; none means no limit."
          },
          "traces_per_minute": {
            "type": "integer",
            "minimum": 1,
            "maximum": 100000000,
            "description": "Traces that the key may send; none means no limit."
          },
          "expires_time": {
            "$ref": "#/components/schemas/Time"
          }
        }
      },
      "CreateKeyAnswer": {
        "type": "object",
        "required": [
          "key",
          "details"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "The key itself; it is stored nowhere."
          },
          "details": {
            "$ref": "#/components/schemas/KeyDetails"
          }
        }
      },
      "KeyList": {
        "type": "object",
        "required": [
          "keys"
        ],
        "properties": {
          "keys": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyDetails"
            }
          }
        }
      },
      "KeyDetails": {
        "type": "object",
        "required": [
          "key_id",
          "name",
          "scopes",
          "state",
          "created_time"
        ],
        "properties": {
          "key_id": {
            "type": "string",
            "description": "Which key it is; the eight characters after `mt_` of the key, no secret."
          },
          "name": {
            "type": "string"
          },
          "scopes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyScope"
            }
          },
          "state": {
            "$ref": "#/components/schemas/KeyState"
          },
          "requests_per_minute": {
            "type": "integer"
          },
          "traces_per_minute": {
            "type": "integer"
          },
          "created_time": {
            "$ref": "#/components/schemas/Time"
          },
          "expires_time": {
            "$ref": "#/components/schemas/Time"
          },
          "revoked_time": {
            "$ref": "#/components/schemas/Time"
          },
          "last_used_time": {
            "type": "string",
            "format": "date-time",
            "description": "To the minute."
          }
        }
      },
      "KeyState": {
        "type": "string",
        "enum": [
          "active",
          "expired",
          "revoked"
        ]
      },
      "PriceVersion": {
        "type": "integer",
        "minimum": 1,
        "maximum": 4000000000
      },
      "TokenPrices": {
        "type": "object",
        "additionalProperties": false,
        "description": "US dollars per million tokens. Cached and written tokens are part of input tokens, reasoning tokens part of output tokens.",
        "required": [
          "input_usd_per_million",
          "output_usd_per_million"
        ],
        "properties": {
          "input_usd_per_million": {
            "type": "number",
            "format": "double",
            "minimum": 0,
            "maximum": 1000000
          },
          "output_usd_per_million": {
            "type": "number",
            "format": "double",
            "minimum": 0,
            "maximum": 1000000
          },
          "cached_input_usd_per_million": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Absent or null is the input price."
          },
          "cache_write_usd_per_million": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Absent or null is the input price."
          },
          "reasoning_usd_per_million": {
            "type": [
              "number",
              "null"
            ],
            "format": "double",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Absent or null is the output price."
          }
        }
      },
      "PriceInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "model_pattern",
          "standard"
        ],
        "properties": {
          "model_pattern": {
            "type": "string",
            "maxLength": 200,
            "pattern": "\\S",
            "x-expected": "text with a character other than white space",
            "description": "A model, or a pattern in which `*` is any text, e.g. gpt-4o*. ASCII letters match in either case."
          },
          "provider": {
            "type": "string",
            "maxLength": 100,
            "default": "",
            "description": "Only traces of this provider; empty is any."
          },
          "valid_from": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ],
            "description": "Inclusive, by the start of the request; absent or null is always."
          },
          "valid_to": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ],
            "description": "Exclusive; absent or null is for ever."
          },
          "currency": {
            "type": "string",
            "enum": [
              "USD"
            ],
            "default": "USD"
          },
          "standard": {
            "$ref": "#/components/schemas/TokenPrices"
          },
          "batch": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TokenPrices"
              },
              {
                "type": "null"
              }
            ],
            "description": "For traces with the tag `batch` of value `true` or the parameter `service_tier` of value `batch`; absent or null is the standard price."
          },
          "source": {
            "type": "string",
            "maxLength": 500,
            "default": "",
            "description": "Where the price is from, and of which date."
          }
        }
      },
      "Price": {
        "type": "object",
        "required": [
          "price_id",
          "version",
          "changed_time",
          "model_pattern",
          "provider",
          "valid_from",
          "valid_to",
          "currency",
          "standard",
          "batch",
          "source"
        ],
        "properties": {
          "price_id": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "Version of the table in which the price got its present form."
          },
          "changed_time": {
            "$ref": "#/components/schemas/Time"
          },
          "model_pattern": {
            "type": "string"
          },
          "provider": {
            "type": "string"
          },
          "valid_from": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ]
          },
          "valid_to": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ]
          },
          "currency": {
            "type": "string"
          },
          "standard": {
            "$ref": "#/components/schemas/TokenPrices"
          },
          "batch": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TokenPrices"
              },
              {
                "type": "null"
              }
            ]
          },
          "source": {
            "type": "string"
          }
        }
      },
      "PriceList": {
        "type": "object",
        "required": [
          "version",
          "newest_version",
          "prices"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "newest_version": {
            "type": "integer"
          },
          "prices": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Price"
            }
          }
        }
      },
      "PriceRemoved": {
        "type": "object",
        "required": [
          "price_id",
          "version"
        ],
        "properties": {
          "price_id": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "First version of the table without the price."
          }
        }
      },
      "RepriceRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Time"
          },
          "to": {
            "$ref": "#/components/schemas/Time"
          },
          "filters": {
            "$ref": "#/components/schemas/TraceFilters"
          },
          "q": {
            "$ref": "#/components/schemas/SearchText"
          },
          "query": {
            "$ref": "#/components/schemas/QueryText"
          },
          "condition": {
            "$ref": "#/components/schemas/FurtherConditions"
          },
          "mode": {
            "type": "string",
            "enum": [
              "unpriced",
              "priced",
              "all-but-sent"
            ],
            "default": "unpriced",
            "description": "Which traces of the selection: those without a cost, those with a computed cost, or both."
          }
        }
      },
      "RepriceAnswer": {
        "type": "object",
        "required": [
          "version",
          "repriced",
          "still_unpriced",
          "usd_before",
          "usd_after",
          "took_ms"
        ],
        "properties": {
          "version": {
            "type": "integer",
            "description": "Version of the price table that was applied."
          },
          "repriced": {
            "type": "integer",
            "description": "Traces that have a cost from this table now."
          },
          "still_unpriced": {
            "type": "integer",
            "description": "Traces of external models in the selection and mode for which no cost can be computed."
          },
          "usd_before": {
            "type": "number",
            "format": "double",
            "description": "Sum of the costs of these traces before."
          },
          "usd_after": {
            "type": "number",
            "format": "double"
          },
          "took_ms": {
            "type": "integer"
          }
        }
      },
      "UnpricedList": {
        "type": "object",
        "required": [
          "requests",
          "models"
        ],
        "properties": {
          "requests": {
            "type": "integer",
            "description": "Unpriced requests, of all external models."
          },
          "models": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnpricedModel"
            }
          }
        }
      },
      "UnpricedModel": {
        "type": "object",
        "required": [
          "model",
          "response_model",
          "model_type",
          "provider",
          "requests",
          "requests_with_price",
          "requests_without_tokens",
          "input_tokens",
          "output_tokens",
          "first_trace_time",
          "last_trace_time"
        ],
        "properties": {
          "model": {
            "type": "string"
          },
          "response_model": {
            "type": "string"
          },
          "model_type": {
            "$ref": "#/components/schemas/ModelType"
          },
          "provider": {
            "type": "string"
          },
          "requests": {
            "type": "integer"
          },
          "requests_with_price": {
            "type": "integer",
            "description": "Those that the price table could price now; re-pricing gives them a cost."
          },
          "requests_without_tokens": {
            "type": "integer",
            "description": "Those that have no token counts."
          },
          "input_tokens": {
            "type": "integer"
          },
          "output_tokens": {
            "type": "integer"
          },
          "first_trace_time": {
            "$ref": "#/components/schemas/Time"
          },
          "last_trace_time": {
            "$ref": "#/components/schemas/Time"
          }
        }
      },
      "RetentionInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "policies"
        ],
        "properties": {
          "policies": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/RetentionPolicy"
            },
            "description": "Of the policies that match a model the most specific one holds; a model without a policy is kept for ever."
          },
          "replica_changes_max_age_days": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 1,
            "maximum": 36500,
            "description": "Age at which replica changes go; the state of what still runs stays. Absent or null keeps them."
          }
        }
      },
      "RetentionPolicy": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "model_pattern",
          "max_age_days"
        ],
        "properties": {
          "model_pattern": {
            "type": "string",
            "maxLength": 200,
            "pattern": "\\S",
            "x-expected": "text with a character other than white space",
            "description": "A model, or a pattern in which `*` is any text; `*` alone is all models."
          },
          "max_age_days": {
            "type": "integer",
            "minimum": 1,
            "maximum": 36500,
            "description": "Whole UTC days; traces that began before the day that lies this many days back go."
          }
        }
      },
      "Retention": {
        "type": "object",
        "required": [
          "policies",
          "replica_changes_max_age_days",
          "changed_time",
          "last_applied"
        ],
        "properties": {
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RetentionPolicy"
            }
          },
          "replica_changes_max_age_days": {
            "type": [
              "integer",
              "null"
            ]
          },
          "changed_time": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ]
          },
          "last_applied": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ],
            "description": "When the policies were last applied to the end."
          }
        }
      },
      "ApplyRetentionRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "dry_run": {
            "type": "boolean",
            "default": false,
            "description": "Only tell what would go."
          }
        }
      },
      "RetentionAnswer": {
        "type": "object",
        "required": [
          "dry_run",
          "traces",
          "spans",
          "replica_changes",
          "months",
          "models",
          "took_ms"
        ],
        "properties": {
          "dry_run": {
            "type": "boolean"
          },
          "traces": {
            "type": "integer"
          },
          "spans": {
            "type": "integer"
          },
          "replica_changes": {
            "type": "integer"
          },
          "months": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "month",
                "traces",
                "whole"
              ],
              "properties": {
                "month": {
                  "type": "string",
                  "description": "UTC, e.g. 2026-11."
                },
                "traces": {
                  "type": "integer"
                },
                "whole": {
                  "type": "boolean",
                  "description": "The month's data was dropped at once."
                }
              }
            }
          },
          "models": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "model",
                "traces",
                "before"
              ],
              "properties": {
                "model": {
                  "type": "string"
                },
                "traces": {
                  "type": "integer"
                },
                "before": {
                  "$ref": "#/components/schemas/Time"
                }
              }
            }
          },
          "took_ms": {
            "type": "integer"
          }
        }
      },
      "ErasureRequest": {
        "type": "object",
        "additionalProperties": false,
        "description": "Exactly one of the fields.",
        "properties": {
          "user_id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "conversation_id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "request_ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1000,
            "uniqueItems": true,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        }
      },
      "ErasureKind": {
        "type": "string",
        "enum": [
          "user_id",
          "conversation_id",
          "request_ids"
        ]
      },
      "ErasureSummary": {
        "type": "object",
        "required": [
          "erasure_id",
          "time",
          "kind",
          "status",
          "salt",
          "id_hashes",
          "traces",
          "spans"
        ],
        "properties": {
          "erasure_id": {
            "type": "string"
          },
          "time": {
            "$ref": "#/components/schemas/Time"
          },
          "kind": {
            "$ref": "#/components/schemas/ErasureKind"
          },
          "status": {
            "type": "string",
            "enum": [
              "running",
              "done",
              "incomplete"
            ],
            "description": "running: not ended, or its server was; call again to complete it. incomplete: the report says what is left."
          },
          "salt": {
            "type": "string"
          },
          "id_hashes": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "SHA-256 of the salt followed by the id, in hex; who knows an id can look for it."
          },
          "traces": {
            "type": "integer",
            "description": "Traces erased."
          },
          "spans": {
            "type": "integer",
            "description": "Spans erased."
          }
        }
      },
      "ErasureList": {
        "type": "object",
        "required": [
          "erasures"
        ],
        "properties": {
          "erasures": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ErasureSummary"
            }
          }
        }
      },
      "Erasure": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ErasureSummary"
          },
          {
            "type": "object",
            "required": [
              "report"
            ],
            "properties": {
              "report": {
                "$ref": "#/components/schemas/ErasureReport"
              }
            }
          }
        ]
      },
      "ErasureReport": {
        "type": "object",
        "required": [
          "tables",
          "projections",
          "indexes",
          "parts",
          "files",
          "spans_kept",
          "arrived_meanwhile",
          "took_ms"
        ],
        "properties": {
          "tables": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "table",
                "rows_before",
                "rows_after"
              ],
              "properties": {
                "table": {
                  "type": "string"
                },
                "rows_before": {
                  "type": "integer"
                },
                "rows_after": {
                  "type": "integer"
                }
              }
            },
            "description": "Rows with the erased data."
          },
          "projections": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "table",
                "projection",
                "type",
                "rows_after",
                "old_parts_after"
              ],
              "properties": {
                "table": {
                  "type": "string"
                },
                "projection": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                },
                "rows_after": {
                  "type": [
                    "integer",
                    "null"
                  ],
                  "description": "Rows with the erased data; null when the projection has neither the id nor request ids."
                },
                "old_parts_after": {
                  "type": "integer",
                  "description": "Parts of the projection that are older than the erasure."
                }
              }
            }
          },
          "indexes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "table",
                "index",
                "type",
                "old_parts_after"
              ],
              "properties": {
                "table": {
                  "type": "string"
                },
                "index": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                },
                "old_parts_after": {
                  "type": "integer"
                }
              }
            },
            "description": "Indexes lie in the parts of their table and are made anew with them."
          },
          "parts": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "table",
                "part",
                "active_after",
                "on_disk_after"
              ],
              "properties": {
                "table": {
                  "type": "string"
                },
                "part": {
                  "type": "string"
                },
                "active_after": {
                  "type": "boolean"
                },
                "on_disk_after": {
                  "type": "boolean"
                }
              }
            },
            "description": "Parts that held the data."
          },
          "files": {
            "type": "object",
            "required": [
              "looked_at",
              "directories_left",
              "detached_parts"
            ],
            "properties": {
              "looked_at": {
                "type": "boolean",
                "description": "Whether the server can see the engine's files; only those of the embedded engine."
              },
              "directories_left": {
                "type": "integer",
                "description": "Directories of replaced parts that are still there."
              },
              "detached_parts": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Parts that the engine has put aside; they may hold anything."
              }
            }
          },
          "spans_kept": {
            "type": "integer",
            "description": "Spans of the same OpenTelemetry traces that stay because another stored request belongs to them."
          },
          "arrived_meanwhile": {
            "type": "integer",
            "description": "Traces of the same id that came while the erasure ran and are stored; call again to erase them too."
          },
          "took_ms": {
            "type": "integer"
          }
        }
      },
      "ExportFormat": {
        "type": "string",
        "enum": [
          "csv",
          "jsonl",
          "parquet",
          "finetuning-jsonl"
        ],
        "description": "csv - the table for spreadsheets, in which a text that a spreadsheet would run as a formula begins with an apostrophe. jsonl - a TraceInput per line, complete but for spans. parquet - typed columns. finetuning-jsonl - `messages` and `tools` of each successful chat, as OpenAI's fine-tuning takes them.\n"
      },
      "ExportColumn": {
        "type": "string",
        "enum": [
          "status",
          "request_id",
          "duration_ms",
          "deployment_version",
          "connection",
          "source_type",
          "source",
          "start_time",
          "input",
          "output",
          "model",
          "user_id",
          "input_tokens",
          "output_tokens",
          "cost_usd",
          "ttft_ms",
          "error_type",
          "tags",
          "trace_id",
          "model_type",
          "response_model",
          "provider",
          "operation",
          "deployment",
          "gateway",
          "conversation_id",
          "cached_input_tokens",
          "reasoning_tokens",
          "credits",
          "streamed",
          "finish_reason",
          "error_message",
          "input_json",
          "output_json"
        ],
        "description": "The first 18 are those of the traces table.",
        "x-labels": {
          "status": "Status",
          "request_id": "Request ID",
          "duration_ms": "Response time (ms)",
          "deployment_version": "Deployment version",
          "connection": "Connection",
          "source_type": "Source type",
          "source": "Source",
          "start_time": "Executed on",
          "input": "Input",
          "output": "Output",
          "model": "Model",
          "user_id": "User",
          "input_tokens": "Input tokens",
          "output_tokens": "Output tokens",
          "cost_usd": "Cost (USD)",
          "ttft_ms": "Time to first token (ms)",
          "error_type": "Error type",
          "tags": "Tags",
          "trace_id": "Trace ID",
          "model_type": "Model type",
          "response_model": "Response model",
          "provider": "Provider",
          "operation": "Operation",
          "deployment": "Deployment",
          "gateway": "Gateway",
          "conversation_id": "Conversation ID",
          "cached_input_tokens": "Cached input tokens",
          "reasoning_tokens": "Reasoning tokens",
          "credits": "Credits",
          "streamed": "Streamed",
          "finish_reason": "Finish reason",
          "error_message": "Error message",
          "input_json": "Request payload",
          "output_json": "Response payload"
        }
      },
      "ExportColumns": {
        "type": "array",
        "minItems": 1,
        "maxItems": 34,
        "uniqueItems": true,
        "items": {
          "$ref": "#/components/schemas/ExportColumn"
        }
      },
      "ExportId": {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        "x-expected": "a UUID in lower case"
      },
      "RunningExports": {
        "type": "integer",
        "maximum": 4,
        "description": "Exports that a server runs at once."
      },
      "KeptExports": {
        "type": "integer",
        "maximum": 200,
        "description": "Exports that have ended and are still known by their ids."
      },
      "ExportOutline": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "rows",
          "file_name"
        ],
        "properties": {
          "rows": {
            "type": "integer",
            "description": "Traces that match."
          },
          "file_name": {
            "type": "string",
            "description": "As in the `Content-Disposition` of the export: with the name of the model when all traces are of one, and such that every system takes it."
          }
        }
      },
      "Export": {
        "type": "object",
        "required": [
          "export_id",
          "state",
          "format",
          "file_name",
          "rows_total",
          "rows_written",
          "rows_skipped",
          "bytes_written",
          "sha256",
          "started_time",
          "ended_time",
          "remark"
        ],
        "properties": {
          "export_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "state": {
            "type": "string",
            "enum": [
              "running",
              "complete",
              "cancelled",
              "failed"
            ]
          },
          "format": {
            "$ref": "#/components/schemas/ExportFormat"
          },
          "file_name": {
            "type": "string"
          },
          "rows_total": {
            "type": [
              "integer",
              "null"
            ],
            "description": "Traces that matched when the export began; null until they are counted."
          },
          "rows_written": {
            "type": "integer",
            "description": "Traces in the file so far. For parquet 0 until its end."
          },
          "rows_skipped": {
            "type": "integer",
            "description": "Traces that finetuning-jsonl cannot express."
          },
          "bytes_written": {
            "type": "integer"
          },
          "sha256": {
            "type": [
              "string",
              "null"
            ],
            "description": "Of all bytes of the file in hex; null unless complete."
          },
          "started_time": {
            "$ref": "#/components/schemas/Time"
          },
          "ended_time": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Time"
              },
              {
                "type": "null"
              }
            ]
          },
          "remark": {
            "type": [
              "string",
              "null"
            ],
            "description": "What else there is to say: why a whole file has more or fewer traces than matched when the export began, or that its reader took nothing for too long."
          }
        }
      },
      "ErrorCode": {
        "type": "string",
        "enum": [
          "INVALID_ARGUMENT",
          "UNAUTHENTICATED",
          "FORBIDDEN",
          "NOT_FOUND",
          "CONFLICT",
          "METHOD_NOT_ALLOWED",
          "PAYLOAD_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "NOT_ACCEPTABLE",
          "OVERLOADED",
          "RATE_LIMITED",
          "ENGINE_UNAVAILABLE",
          "SHUTTING_DOWN",
          "INTERNAL"
        ],
        "x-http-status": {
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
        }
      },
      "ErrorAnswer": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "code",
              "message"
            ],
            "properties": {
              "code": {
                "$ref": "#/components/schemas/ErrorCode"
              },
              "message": {
                "type": "string"
              },
              "field": {
                "type": "string",
                "description": "Path of the field, e.g. traces[3].status."
              },
              "expected": {
                "type": "string",
                "description": "What the field takes."
              },
              "position": {
                "type": "integer",
                "minimum": 0,
                "description": "Where in the text of the field, in UTF-16 code units from its start; for texts in the query language."
              },
              "length": {
                "type": "integer",
                "minimum": 0,
                "description": "How much of the text is at fault, from `position`; 0 at a place where something is missing."
              }
            }
          }
        }
      }
    }
  }
} as const;
