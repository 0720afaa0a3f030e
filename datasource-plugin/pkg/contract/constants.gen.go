// Code generated from contract/ by `npm run contract`. DO NOT EDIT.

package contract

// QuerySchemaVersion is the schemaVersion of newly saved queries.
const QuerySchemaVersion = 1

// QueryTypes lists every type of saved query.
var QueryTypes = []QueryType{"traces", "trace", "metrics", "latency", "replicas"}

// ReplicaFilters are the fields by which replica history is narrowed.
var ReplicaFilters = []Dimension{"model", "deployment", "deployment_version"}

// Defaults and limits by schema and property.
const (
	LimitSearchTextMaxLength                        = 1000
	LimitQueryTextMaxLength                         = 8000
	LimitListLimitDefault                           = 100
	LimitListLimitMin                               = 1
	LimitListLimitMax                               = 1000
	LimitFieldValuesLimitDefault                    = 500
	LimitFieldValuesLimitMin                        = 1
	LimitFieldValuesLimitMax                        = 5000
	LimitFilterValuesMaxItems                       = 200
	LimitModelTypeFilterValuesMaxItems              = 200
	LimitStatusFilterValuesMaxItems                 = 200
	LimitMetricsRequestMeasuresMaxItems             = 21
	LimitMetricsRequestGroupByMaxItems              = 3
	LimitMetricsRequestIntervalPattern              = "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$"
	LimitMetricsRequestIntervalMaxBuckets           = 50000
	LimitMetricsRequestTimeZoneDefault              = "UTC"
	LimitMetricsRequestTimeZoneMaxLength            = 64
	LimitMetricsRequestSeriesLimitDefault           = 20
	LimitMetricsRequestSeriesLimitMin               = 1
	LimitMetricsRequestSeriesLimitMax               = 200
	LimitLatencyRequestMaxPointsDefault             = 1000
	LimitLatencyRequestMaxPointsMin                 = 10
	LimitLatencyRequestMaxPointsMax                 = 20000
	LimitTraceBatchTracesMaxItems                   = 10000
	LimitTraceInputRequestIdMaxLength               = 200
	LimitTraceInputRequestIdPattern                 = "[^\\s.]"
	LimitTraceInputModelMaxLength                   = 200
	LimitTraceInputModelPattern                     = "\\S"
	LimitTraceInputResponseModelMaxLength           = 200
	LimitTraceInputProviderMaxLength                = 100
	LimitTraceInputOperationMaxLength               = 100
	LimitTraceInputDurationMsMin                    = 0
	LimitTraceInputDurationMsMax                    = 8640000000
	LimitTraceInputDeploymentMaxLength              = 200
	LimitTraceInputDeploymentVersionMaxLength       = 200
	LimitTraceInputConnectionMaxLength              = 200
	LimitTraceInputSourceTypeMaxLength              = 100
	LimitTraceInputSourceMaxLength                  = 200
	LimitTraceInputUserIdMaxLength                  = 200
	LimitTraceInputGatewayMaxLength                 = 200
	LimitTraceInputResponseIdMaxLength              = 200
	LimitTraceInputConversationIdMaxLength          = 200
	LimitTraceInputCostUsdMin                       = 0
	LimitTraceInputCostUsdMax                       = 1000000000
	LimitTraceInputCreditsMin                       = 0
	LimitTraceInputCreditsMax                       = 1000000000
	LimitTraceInputFinishReasonMaxLength            = 100
	LimitTraceInputCacheStatusMaxLength             = 50
	LimitTraceInputTraceIdPattern                   = "^[0-9a-f]{32}$"
	LimitTraceInputSpanIdPattern                    = "^[0-9a-f]{16}$"
	LimitTraceInputSpansMaxItems                    = 10000
	LimitTokenCountMin                              = 0
	LimitTokenCountMax                              = 4000000000
	LimitTimingQueueMsMin                           = 0
	LimitTimingNetworkMsMin                         = 0
	LimitTimingTtftMsMin                            = 0
	LimitTimingGenerationMsMin                      = 0
	LimitWorkflowContextNameMaxLength               = 200
	LimitWorkflowContextRunIdMaxLength              = 200
	LimitWorkflowContextNodeIdMaxLength             = 200
	LimitTraceErrorTypeMaxLength                    = 200
	LimitTraceErrorMessageMaxLength                 = 65536
	LimitTraceErrorCodeMaxLength                    = 200
	LimitTraceErrorParamMaxLength                   = 200
	LimitTraceErrorHttpStatusMin                    = 100
	LimitTraceErrorHttpStatusMax                    = 599
	LimitRetriesCountMin                            = 0
	LimitRetriesCountMax                            = 10000
	LimitRetriesBackoffMaxLength                    = 50
	LimitRetriesOutcomeMaxLength                    = 200
	LimitHttpRequestMethodMaxLength                 = 10
	LimitHttpRequestUrlMaxLength                    = 4096
	LimitSpanSpanIdPattern                          = "^[0-9a-f]{16}$"
	LimitSpanParentSpanIdPattern                    = "^([0-9a-f]{16})?$"
	LimitSpanNameMaxLength                          = 1000
	LimitSpanServiceMaxLength                       = 200
	LimitSpanKindMaxLength                          = 30
	LimitSpanDurationMsMin                          = 0
	LimitSpanStatusMessageMaxLength                 = 65536
	LimitSpanEventsMaxItems                         = 1000
	LimitSpanEventNameMaxLength                     = 1000
	LimitCreateReplicaChangesRequestChangesMaxItems = 10000
	LimitReplicaChangeModelMaxLength                = 200
	LimitReplicaChangeModelPattern                  = "\\S"
	LimitReplicaChangeDeploymentMaxLength           = 200
	LimitReplicaChangeDeploymentPattern             = "\\S"
	LimitReplicaChangeDeploymentVersionMaxLength    = 200
	LimitReplicaChangeHardwareMaxLength             = 200
	LimitReplicaChangeReplicasMin                   = 0
	LimitReplicaChangeReplicasMax                   = 100000
	LimitReplicaChangeMaxReplicasMin                = 0
	LimitReplicaChangeMaxReplicasMax                = 100000
	LimitTracesQueryLimitDefault                    = 100
	LimitTracesQueryLimitMin                        = 1
	LimitTracesQueryLimitMax                        = 1000
	LimitMetricsQueryIntervalDefault                = "auto"
	LimitMetricsQuerySeriesLimitDefault             = 20
	LimitMetricsQuerySeriesLimitMin                 = 1
	LimitMetricsQuerySeriesLimitMax                 = 200
	LimitDataSourceSettingsTimeoutSecondsDefault    = 30
	LimitDataSourceSettingsTimeoutSecondsMin        = 1
	LimitDataSourceSettingsTimeoutSecondsMax        = 600
)

// MeasureInfo describes a measure for people.
type MeasureInfo struct {
	Label, Unit, Description string
}

// Measures lists every measure with its label, Grafana unit and description.
var Measures = map[Measure]MeasureInfo{
	"requests":                 {Label: "Requests", Unit: "short", Description: "All requests."},
	"successes":                {Label: "Successful requests", Unit: "short", Description: "Requests with status success."},
	"failures":                 {Label: "Failed requests", Unit: "short", Description: "Requests with status error or timeout."},
	"timeouts":                 {Label: "Timeouts", Unit: "short", Description: "Requests with status timeout; they are failures too."},
	"failure_rate":             {Label: "Failure rate", Unit: "percentunit", Description: "Failures divided by requests, 0 to 1."},
	"duration_avg_ms":          {Label: "Average latency", Unit: "ms", Description: "Mean duration of requests with a known duration."},
	"duration_p50_ms":          {Label: "P50 latency", Unit: "ms", Description: "Median duration, linear interpolation over all requests."},
	"duration_p90_ms":          {Label: "P90 latency", Unit: "ms", Description: "90th percentile of duration, linear interpolation over all requests."},
	"duration_p95_ms":          {Label: "P95 latency", Unit: "ms", Description: "95th percentile of duration, linear interpolation over all requests."},
	"duration_p99_ms":          {Label: "P99 latency", Unit: "ms", Description: "99th percentile of duration, linear interpolation over all requests."},
	"ttft_avg_ms":              {Label: "Average time to first token", Unit: "ms", Description: "Mean over streamed requests that report it."},
	"ttft_p90_ms":              {Label: "P90 time to first token", Unit: "ms", Description: "90th percentile over streamed requests that report it."},
	"input_tokens":             {Label: "Input tokens", Unit: "short", Description: "Sum; cached tokens are part of it."},
	"output_tokens":            {Label: "Output tokens", Unit: "short", Description: "Sum; reasoning tokens are part of it."},
	"total_tokens":             {Label: "Total tokens", Unit: "short", Description: "Input plus output tokens."},
	"cached_input_tokens":      {Label: "Cached input tokens", Unit: "short", Description: "Sum of input tokens served from the provider's cache."},
	"reasoning_tokens":         {Label: "Reasoning tokens", Unit: "short", Description: "Sum of output tokens spent on reasoning."},
	"output_tokens_per_second": {Label: "Output tokens per second", Unit: "short", Description: "Output tokens divided by the time of the requests that report both."},
	"cost_usd":                 {Label: "Cost", Unit: "currencyUSD", Description: "Sum over requests with a known cost."},
	"credits":                  {Label: "Credits", Unit: "short", Description: "Sum of credits of hosted models."},
	"credits_per_request":      {Label: "Average credits per request", Unit: "short", Description: "Credits divided by successful requests (responses generated)."},
}

// Dimensions lists the fields to filter and group by with their labels.
var Dimensions = map[Dimension]string{
	"model":              "Model",
	"model_type":         "Model type",
	"provider":           "Provider",
	"operation":          "Operation",
	"deployment":         "Deployment",
	"deployment_version": "Deployment version",
	"connection":         "Connection",
	"status":             "Status",
	"source_type":        "Source type",
	"source":             "Source",
	"user_id":            "User",
	"error_type":         "Error type",
	"finish_reason":      "Finish reason",
}

// FrameField describes a field of a frame.
type FrameField struct {
	Name, Type, Unit, Label string
	Nullable                bool
}

// FrameFields lists the fields of the frames by query type, in order.
var FrameFields = map[QueryType][]FrameField{
	"traces": {
		{Name: "status", Type: "string", Unit: "", Label: "Status"},
		{Name: "request_id", Type: "string", Unit: "", Label: "Request ID"},
		{Name: "duration_ms", Type: "number", Unit: "ms", Label: "Response time", Nullable: true},
		{Name: "deployment_version", Type: "string", Unit: "", Label: "Deployment version"},
		{Name: "connection", Type: "string", Unit: "", Label: "Connection"},
		{Name: "source_type", Type: "string", Unit: "", Label: "Source type"},
		{Name: "source", Type: "string", Unit: "", Label: "Source"},
		{Name: "start_time", Type: "time", Unit: "", Label: "Executed on"},
		{Name: "input_preview", Type: "string", Unit: "", Label: "Input"},
		{Name: "output_preview", Type: "string", Unit: "", Label: "Output"},
		{Name: "model", Type: "string", Unit: "", Label: "Model"},
		{Name: "model_type", Type: "string", Unit: "", Label: "Model type"},
		{Name: "provider", Type: "string", Unit: "", Label: "Provider"},
		{Name: "operation", Type: "string", Unit: "", Label: "Operation"},
		{Name: "deployment", Type: "string", Unit: "", Label: "Deployment"},
		{Name: "user_id", Type: "string", Unit: "", Label: "User"},
		{Name: "input_tokens", Type: "number", Unit: "short", Label: "Input tokens", Nullable: true},
		{Name: "output_tokens", Type: "number", Unit: "short", Label: "Output tokens", Nullable: true},
		{Name: "cost_usd", Type: "number", Unit: "currencyUSD", Label: "Cost", Nullable: true},
		{Name: "credits", Type: "number", Unit: "short", Label: "Credits", Nullable: true},
		{Name: "ttft_ms", Type: "number", Unit: "ms", Label: "Time to first token", Nullable: true},
		{Name: "streamed", Type: "boolean", Unit: "", Label: "Streamed"},
		{Name: "finish_reason", Type: "string", Unit: "", Label: "Finish reason"},
		{Name: "error_type", Type: "string", Unit: "", Label: "Error type"},
		{Name: "tags_preview", Type: "string", Unit: "", Label: "Tags"},
		{Name: "trace_id", Type: "string", Unit: "", Label: "Trace ID"},
		{Name: "cursor", Type: "string", Unit: "", Label: "Cursor"},
	},
	"latency": {
		{Name: "time", Type: "time", Unit: "", Label: "Time"},
		{Name: "duration_ms", Type: "number", Unit: "ms", Label: "Latency"},
		{Name: "request_id", Type: "string", Unit: "", Label: "Request ID"},
		{Name: "status", Type: "string", Unit: "", Label: "Status"},
		{Name: "model", Type: "string", Unit: "", Label: "Model"},
		{Name: "requests", Type: "string", Unit: "", Label: "Requests at this point"},
	},
	"metrics": {},
	"replicas": {
		{Name: "time", Type: "time", Unit: "", Label: "Time"},
		{Name: "replicas", Type: "number", Unit: "short", Label: "Replicas"},
		{Name: "max_replicas", Type: "number", Unit: "short", Label: "Configured maximum"},
	},
	"trace": {
		{Name: "traceID", Type: "string", Unit: "", Label: "Trace ID"},
		{Name: "spanID", Type: "string", Unit: "", Label: "Span ID"},
		{Name: "parentSpanID", Type: "string", Unit: "", Label: "Parent span ID"},
		{Name: "operationName", Type: "string", Unit: "", Label: "Operation"},
		{Name: "serviceName", Type: "string", Unit: "", Label: "Service"},
		{Name: "kind", Type: "string", Unit: "", Label: "Kind"},
		{Name: "statusCode", Type: "number", Unit: "", Label: "Status code"},
		{Name: "statusMessage", Type: "string", Unit: "", Label: "Status message"},
		{Name: "startTime", Type: "number", Unit: "", Label: "Start time"},
		{Name: "duration", Type: "number", Unit: "", Label: "Duration"},
		{Name: "serviceTags", Type: "other", Unit: "", Label: "Service tags"},
		{Name: "tags", Type: "other", Unit: "", Label: "Tags"},
		{Name: "logs", Type: "other", Unit: "", Label: "Logs"},
	},
}
