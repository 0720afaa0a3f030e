// Code generated from contract/ by `npm run contract`. DO NOT EDIT.

package contract

// QuerySchemaVersion is the schemaVersion of newly saved queries.
const QuerySchemaVersion = 2

// QueryTypes lists every type of saved query.
var QueryTypes = []QueryType{"traces", "trace", "metrics", "latency", "heatmap", "replicas", "annotations", "window"}

// ReplicaFilters are the fields by which replica history is narrowed.
var ReplicaFilters = []Dimension{"model", "deployment", "deployment_version"}

// Defaults and limits by schema and property.
const (
	LimitSearchTextMaxLength                          = 1000
	LimitQueryTextMaxLength                           = 8000
	LimitQueryTextMaxTerms                            = 200
	LimitQueryTextMaxDepth                            = 32
	LimitQueryTextMaxPatternLength                    = 1000
	LimitFurtherConditionsMaxItems                    = 50
	LimitQueryStepFieldMaxLength                      = 300
	LimitQueryStepValueMaxLength                      = 2000
	LimitQueryBuilderStepsMaxItems                    = 100
	LimitQueryParseRequestTextMaxLength               = 20000
	LimitQueryDiagnosticPositionMin                   = 0
	LimitQueryDiagnosticLengthMin                     = 0
	LimitQueryCompleteRequestTextMaxLength            = 8000
	LimitQueryCompleteRequestPositionMin              = 0
	LimitQueryCompleteRequestPositionMax              = 8000
	LimitQueryCompleteRequestLimitDefault             = 50
	LimitQueryCompleteRequestLimitMin                 = 1
	LimitQueryCompleteRequestLimitMax                 = 200
	LimitQueryCompleteAnswerPositionMin               = 0
	LimitQueryCompleteAnswerLengthMin                 = 0
	LimitListLimitDefault                             = 100
	LimitListLimitMin                                 = 1
	LimitListLimitMax                                 = 1000
	LimitListOrderDefault                             = "desc"
	LimitListCursorMaxLength                          = 4000
	LimitListBudgetMsDefault                          = 5000
	LimitListBudgetMsMin                              = 50
	LimitListBudgetMsMax                              = 60000
	LimitPayloadDetailDefault                         = "full"
	LimitPayloadFormDefault                           = "text"
	LimitTailPositionMaxLength                        = 1200
	LimitTailConnectionsMax                           = 50
	LimitTailBacklogMax                               = 10000
	LimitFieldValuesLimitDefault                      = 500
	LimitFieldValuesLimitMin                          = 1
	LimitFieldValuesLimitMax                          = 5000
	LimitFilterValuesMaxItems                         = 200
	LimitModelTypeFilterValuesMaxItems                = 200
	LimitStatusFilterValuesMaxItems                   = 200
	LimitMetricsRequestMeasuresMaxItems               = 33
	LimitMetricsRequestGroupByMaxItems                = 3
	LimitMetricsRequestIntervalPattern                = "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$"
	LimitMetricsRequestIntervalMaxBuckets             = 50000
	LimitMetricsRequestTimeZoneDefault                = "UTC"
	LimitMetricsRequestTimeZoneMaxLength              = 64
	LimitMetricsRequestSeriesLimitDefault             = 20
	LimitMetricsRequestSeriesLimitMin                 = 1
	LimitMetricsRequestSeriesLimitMax                 = 200
	LimitHeatmapRequestIntervalPattern                = "^[1-9][0-9]{0,5}(s|m|h|d|w|M)$"
	LimitHeatmapRequestIntervalMaxBuckets             = 1000
	LimitHeatmapRequestTimeZoneDefault                = "UTC"
	LimitHeatmapRequestTimeZoneMaxLength              = 64
	LimitHeatmapRequestFieldDefault                   = "duration_ms"
	LimitHeatmapRequestBucketsPerDoublingDefault      = 4
	LimitHeatmapRequestBucketsPerDoublingMin          = 1
	LimitHeatmapRequestBucketsPerDoublingMax          = 8
	LimitLatencyRequestMaxPointsDefault               = 1000
	LimitLatencyRequestMaxPointsMin                   = 10
	LimitLatencyRequestMaxPointsMax                   = 20000
	LimitTraceBatchTracesMaxItems                     = 10000
	LimitTraceInputRequestIdMaxLength                 = 200
	LimitTraceInputRequestIdPattern                   = "[^\\s.]"
	LimitTraceInputModelMaxLength                     = 200
	LimitTraceInputModelPattern                       = "\\S"
	LimitTraceInputResponseModelMaxLength             = 200
	LimitTraceInputProviderMaxLength                  = 100
	LimitTraceInputOperationMaxLength                 = 100
	LimitTraceInputDurationMsMin                      = 0
	LimitTraceInputDurationMsMax                      = 8640000000
	LimitTraceInputDeploymentMaxLength                = 200
	LimitTraceInputDeploymentVersionMaxLength         = 200
	LimitTraceInputConnectionMaxLength                = 200
	LimitTraceInputSourceTypeMaxLength                = 100
	LimitTraceInputSourceMaxLength                    = 200
	LimitTraceInputUserIdMaxLength                    = 200
	LimitTraceInputGatewayMaxLength                   = 200
	LimitTraceInputResponseIdMaxLength                = 200
	LimitTraceInputConversationIdMaxLength            = 200
	LimitTraceInputCostUsdMin                         = 0
	LimitTraceInputCostUsdMax                         = 1000000000
	LimitTraceInputCreditsMin                         = 0
	LimitTraceInputCreditsMax                         = 1000000000
	LimitTraceInputFinishReasonMaxLength              = 100
	LimitTraceInputCacheStatusMaxLength               = 50
	LimitTraceInputTraceIdPattern                     = "^[0-9a-f]{32}$"
	LimitTraceInputSpanIdPattern                      = "^[0-9a-f]{16}$"
	LimitTraceInputSpansMaxItems                      = 10000
	LimitTokenCountMin                                = 0
	LimitTokenCountMax                                = 4000000000
	LimitTimingQueueMsMin                             = 0
	LimitTimingNetworkMsMin                           = 0
	LimitTimingTtftMsMin                              = 0
	LimitTimingGenerationMsMin                        = 0
	LimitWorkflowContextNameMaxLength                 = 200
	LimitWorkflowContextRunIdMaxLength                = 200
	LimitWorkflowContextNodeIdMaxLength               = 200
	LimitTraceErrorTypeMaxLength                      = 200
	LimitTraceErrorMessageMaxLength                   = 65536
	LimitTraceErrorCodeMaxLength                      = 200
	LimitTraceErrorParamMaxLength                     = 200
	LimitTraceErrorHttpStatusMin                      = 100
	LimitTraceErrorHttpStatusMax                      = 599
	LimitRetriesCountMin                              = 0
	LimitRetriesCountMax                              = 10000
	LimitRetriesBackoffMaxLength                      = 50
	LimitRetriesOutcomeMaxLength                      = 200
	LimitHttpRequestMethodMaxLength                   = 10
	LimitHttpRequestUrlMaxLength                      = 4096
	LimitSpanSpanIdPattern                            = "^[0-9a-f]{16}$"
	LimitSpanParentSpanIdPattern                      = "^([0-9a-f]{16})?$"
	LimitSpanNameMaxLength                            = 1000
	LimitSpanServiceMaxLength                         = 200
	LimitSpanKindMaxLength                            = 30
	LimitSpanDurationMsMin                            = 0
	LimitSpanStatusMessageMaxLength                   = 65536
	LimitSpanEventsMaxItems                           = 1000
	LimitSpanEventNameMaxLength                       = 1000
	LimitCreateReplicaChangesRequestChangesMaxItems   = 10000
	LimitReplicaChangeModelMaxLength                  = 200
	LimitReplicaChangeModelPattern                    = "\\S"
	LimitReplicaChangeDeploymentMaxLength             = 200
	LimitReplicaChangeDeploymentPattern               = "\\S"
	LimitReplicaChangeDeploymentVersionMaxLength      = 200
	LimitReplicaChangeHardwareMaxLength               = 200
	LimitReplicaChangeReplicasMin                     = 0
	LimitReplicaChangeReplicasMax                     = 100000
	LimitReplicaChangeMaxReplicasMin                  = 0
	LimitReplicaChangeMaxReplicasMax                  = 100000
	LimitCreateKeyRequestNamePattern                  = "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._@/:+-]{0,99}$"
	LimitCreateKeyRequestRequestsPerMinuteMin         = 1
	LimitCreateKeyRequestRequestsPerMinuteMax         = 1000000
	LimitCreateKeyRequestTracesPerMinuteMin           = 1
	LimitCreateKeyRequestTracesPerMinuteMax           = 100000000
	LimitPriceVersionMin                              = 1
	LimitPriceVersionMax                              = 4000000000
	LimitTokenPricesInputUsdPerMillionMin             = 0
	LimitTokenPricesInputUsdPerMillionMax             = 1000000
	LimitTokenPricesOutputUsdPerMillionMin            = 0
	LimitTokenPricesOutputUsdPerMillionMax            = 1000000
	LimitTokenPricesCachedInputUsdPerMillionMin       = 0
	LimitTokenPricesCachedInputUsdPerMillionMax       = 1000000
	LimitTokenPricesCacheWriteUsdPerMillionMin        = 0
	LimitTokenPricesCacheWriteUsdPerMillionMax        = 1000000
	LimitTokenPricesReasoningUsdPerMillionMin         = 0
	LimitTokenPricesReasoningUsdPerMillionMax         = 1000000
	LimitPriceInputModelPatternMaxLength              = 200
	LimitPriceInputModelPatternPattern                = "\\S"
	LimitPriceInputProviderDefault                    = ""
	LimitPriceInputProviderMaxLength                  = 100
	LimitPriceInputCurrencyDefault                    = "USD"
	LimitPriceInputSourceDefault                      = ""
	LimitPriceInputSourceMaxLength                    = 500
	LimitRepriceRequestModeDefault                    = "unpriced"
	LimitRetentionInputPoliciesMaxItems               = 100
	LimitRetentionInputReplicaChangesMaxAgeDaysMin    = 1
	LimitRetentionInputReplicaChangesMaxAgeDaysMax    = 36500
	LimitRetentionPolicyModelPatternMaxLength         = 200
	LimitRetentionPolicyModelPatternPattern           = "\\S"
	LimitRetentionPolicyMaxAgeDaysMin                 = 1
	LimitRetentionPolicyMaxAgeDaysMax                 = 36500
	LimitErasureRequestUserIdMaxLength                = 200
	LimitErasureRequestConversationIdMaxLength        = 200
	LimitErasureRequestRequestIdsMaxItems             = 1000
	LimitExportColumnsMaxItems                        = 34
	LimitExportIdPattern                              = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
	LimitRunningExportsMax                            = 4
	LimitKeptExportsMax                               = 200
	LimitTracesQuerySortDefault                       = "start_time"
	LimitTracesQueryOrderDefault                      = "desc"
	LimitTracesQueryLimitDefault                      = 100
	LimitTracesQueryLimitMin                          = 1
	LimitTracesQueryLimitMax                          = 1000
	LimitMetricsQueryIntervalDefault                  = "auto"
	LimitMetricsQuerySeriesLimitDefault               = 20
	LimitMetricsQuerySeriesLimitMin                   = 1
	LimitMetricsQuerySeriesLimitMax                   = 200
	LimitMetricsQueryMinRequestsDefault               = 1
	LimitMetricsQueryMinRequestsMin                   = 1
	LimitMetricsQueryMinRequestsMax                   = 1000000000
	LimitLatencyQueryMaxPointsMin                     = 10
	LimitLatencyQueryMaxPointsMax                     = 20000
	LimitHeatmapQueryIntervalDefault                  = "$__interval"
	LimitHeatmapQueryFieldDefault                     = "duration_ms"
	LimitHeatmapQueryBucketsPerDoublingDefault        = 2
	LimitHeatmapQueryBucketsPerDoublingMin            = 1
	LimitHeatmapQueryBucketsPerDoublingMax            = 8
	LimitAnnotationsQueryBurstFailureRateDefault      = 20
	LimitAnnotationsQueryBurstFailureRateMin          = 0.1
	LimitAnnotationsQueryBurstFailureRateMax          = 100
	LimitAnnotationsQueryBurstMinRequestsDefault      = 20
	LimitAnnotationsQueryBurstMinRequestsMin          = 1
	LimitAnnotationsQueryBurstMinRequestsMax          = 1000000000
	LimitWindowQueryEdgeDefault                       = "start"
	LimitDataSourceSettingsTimeoutSecondsDefault      = 30
	LimitDataSourceSettingsTimeoutSecondsMin          = 1
	LimitDataSourceSettingsTimeoutSecondsMax          = 600
	LimitDataSourceSettingsContentsMinRoleDefault     = "Viewer"
	LimitDataSourceSettingsTracesQueryDefault         = "${traceId}"
	LimitDataSourceSettingsTracesQueryPropertyDefault = "query"
	LimitDataSourceSettingsLogsQueryDefault           = "{service_name=~\".+\"} |= `${traceId}`"
	LimitDataSourceSettingsLogsQueryPropertyDefault   = "expr"
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
	"timeout_rate":             {Label: "Timeout rate", Unit: "percentunit", Description: "Timeouts divided by requests, 0 to 1."},
	"duration_avg_ms":          {Label: "Average latency", Unit: "ms", Description: "Mean duration of requests with a known duration."},
	"duration_min_ms":          {Label: "Shortest latency", Unit: "ms", Description: "Shortest known duration."},
	"duration_max_ms":          {Label: "Longest latency", Unit: "ms", Description: "Longest known duration."},
	"duration_p50_ms":          {Label: "P50 latency", Unit: "ms", Description: "Median duration; linear interpolation where exact."},
	"duration_p90_ms":          {Label: "P90 latency", Unit: "ms", Description: "90th percentile of duration; linear interpolation where exact."},
	"duration_p95_ms":          {Label: "P95 latency", Unit: "ms", Description: "95th percentile of duration; linear interpolation where exact."},
	"duration_p99_ms":          {Label: "P99 latency", Unit: "ms", Description: "99th percentile of duration; linear interpolation where exact."},
	"duration_samples":         {Label: "Latency samples", Unit: "short", Description: "Requests with a known duration: what averages and percentiles of latency are taken over."},
	"ttft_avg_ms":              {Label: "Average time to first token", Unit: "ms", Description: "Mean over streamed requests that report it."},
	"ttft_p50_ms":              {Label: "P50 time to first token", Unit: "ms", Description: "Median over streamed requests that report it."},
	"ttft_p90_ms":              {Label: "P90 time to first token", Unit: "ms", Description: "90th percentile over streamed requests that report it."},
	"ttft_p95_ms":              {Label: "P95 time to first token", Unit: "ms", Description: "95th percentile over streamed requests that report it."},
	"ttft_p99_ms":              {Label: "P99 time to first token", Unit: "ms", Description: "99th percentile over streamed requests that report it."},
	"ttft_samples":             {Label: "Time to first token samples", Unit: "short", Description: "Streamed requests that report a time to first token: what its average and percentiles are taken over."},
	"time_per_output_token_ms": {Label: "Time per output token", Unit: "ms", Description: "Mean over successful requests with at least two output tokens of the time after the first token, divided by the output tokens after the first."},
	"output_tokens_per_second": {Label: "Output tokens per second", Unit: "short", Description: "Output tokens divided by the time of the requests that report both."},
	"input_tokens":             {Label: "Input tokens", Unit: "short", Description: "Sum; cached tokens are part of it."},
	"output_tokens":            {Label: "Output tokens", Unit: "short", Description: "Sum; reasoning tokens are part of it."},
	"total_tokens":             {Label: "Total tokens", Unit: "short", Description: "Input plus output tokens."},
	"cached_input_tokens":      {Label: "Cached input tokens", Unit: "short", Description: "Sum of input tokens served from the provider's cache."},
	"cache_write_tokens":       {Label: "Cache write tokens", Unit: "short", Description: "Sum of input tokens written to the provider's cache."},
	"reasoning_tokens":         {Label: "Reasoning tokens", Unit: "short", Description: "Sum of output tokens spent on reasoning."},
	"cost_usd":                 {Label: "Cost", Unit: "currencyUSD", Description: "Sum over requests with a known cost."},
	"cost_per_request_usd":     {Label: "Average cost per request", Unit: "currencyUSD", Description: "Cost divided by the requests with a known cost."},
	"unpriced_requests":        {Label: "Unpriced requests", Unit: "short", Description: "Requests of external models without a known cost, which the cost leaves out."},
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

// QueryFieldTypeInfo says how a type of field is compared in the query language and in the filter builder.
type QueryFieldTypeInfo struct {
	Operators, Builder []string
}

// QueryFieldTypes lists the types of fields of the query language.
var QueryFieldTypes = map[QueryFieldType]QueryFieldTypeInfo{
	"text":     {Operators: []string{"=", "!=", "contains", "matches", "in", "exists"}, Builder: []string{"=", "!=", "contains"}},
	"choice":   {Operators: []string{"=", "!=", "in"}, Builder: []string{"=", "!="}},
	"duration": {Operators: []string{"=", "!=", ">", "<", ">=", "<=", "in", "exists"}, Builder: []string{"=", "!=", ">", "<", ">=", "<="}},
	"count":    {Operators: []string{"=", "!=", ">", "<", ">=", "<=", "in", "exists"}, Builder: []string{"=", "!=", ">", "<", ">=", "<="}},
	"number":   {Operators: []string{"=", "!=", ">", "<", ">=", "<=", "in", "exists"}, Builder: []string{"=", "!=", ">", "<", ">=", "<="}},
	"money":    {Operators: []string{"=", "!=", ">", "<", ">=", "<=", "in", "exists"}, Builder: []string{"=", "!=", ">", "<", ">=", "<="}},
	"time":     {Operators: []string{"=", "!=", ">", "<", ">=", "<="}, Builder: []string{">", "<", ">=", "<="}},
	"boolean":  {Operators: []string{"=", "!="}, Builder: []string{"=", "!="}},
}

// QueryFieldInfo describes a field of the query language: what values it takes and whether they can be listed.
type QueryFieldInfo struct {
	Label, Type     string
	Aliases, Values []string
	HasValues       bool
}

// QueryFields lists the fields of the query language.
var QueryFields = map[QueryField]QueryFieldInfo{
	"request_id":          {Label: "Request ID", Type: "text", Aliases: []string{"id"}, Values: []string{}, HasValues: false},
	"status":              {Label: "Status", Type: "choice", Aliases: []string{}, Values: []string{"success", "failed", "error", "timeout"}, HasValues: true},
	"start_time":          {Label: "Executed on", Type: "time", Aliases: []string{"time", "timestamp"}, Values: []string{}, HasValues: false},
	"duration_ms":         {Label: "Response time", Type: "duration", Aliases: []string{"duration", "latency", "latency_ms", "response_time"}, Values: []string{}, HasValues: false},
	"model":               {Label: "Model", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"model_type":          {Label: "Model type", Type: "choice", Aliases: []string{"type"}, Values: []string{"fine-tuned", "open-source", "external"}, HasValues: true},
	"response_model":      {Label: "Model snapshot", Type: "text", Aliases: []string{"snapshot"}, Values: []string{}, HasValues: false},
	"provider":            {Label: "Provider", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"operation":           {Label: "Operation", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"deployment":          {Label: "Deployment", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"deployment_version":  {Label: "Deployment version", Type: "text", Aliases: []string{"version"}, Values: []string{}, HasValues: true},
	"connection":          {Label: "Connection", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"source_type":         {Label: "Source type", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"source":              {Label: "Source", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"user_id":             {Label: "User", Type: "text", Aliases: []string{"user"}, Values: []string{}, HasValues: true},
	"gateway":             {Label: "Gateway", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"conversation_id":     {Label: "Conversation", Type: "text", Aliases: []string{"conversation", "session_id"}, Values: []string{}, HasValues: false},
	"response_id":         {Label: "Response ID", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"trace_id":            {Label: "Trace ID", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"span_id":             {Label: "Span ID", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"input":               {Label: "Input", Type: "text", Aliases: []string{"prompt", "input_text"}, Values: []string{}, HasValues: false},
	"output":              {Label: "Output", Type: "text", Aliases: []string{"answer", "output_text"}, Values: []string{}, HasValues: false},
	"input_tokens":        {Label: "Input tokens", Type: "count", Aliases: []string{"prompt_tokens"}, Values: []string{}, HasValues: false},
	"output_tokens":       {Label: "Output tokens", Type: "count", Aliases: []string{"completion_tokens"}, Values: []string{}, HasValues: false},
	"total_tokens":        {Label: "Total tokens", Type: "count", Aliases: []string{"tokens"}, Values: []string{}, HasValues: false},
	"cached_input_tokens": {Label: "Cached input tokens", Type: "count", Aliases: []string{"cached_tokens", "cache_read_tokens"}, Values: []string{}, HasValues: false},
	"cache_write_tokens":  {Label: "Cache write tokens", Type: "count", Aliases: []string{}, Values: []string{}, HasValues: false},
	"reasoning_tokens":    {Label: "Reasoning tokens", Type: "count", Aliases: []string{}, Values: []string{}, HasValues: false},
	"cost_usd":            {Label: "Cost", Type: "money", Aliases: []string{"cost"}, Values: []string{}, HasValues: false},
	"credits":             {Label: "Credits", Type: "number", Aliases: []string{}, Values: []string{}, HasValues: false},
	"ttft_ms":             {Label: "Time to first token", Type: "duration", Aliases: []string{"ttft"}, Values: []string{}, HasValues: false},
	"queue_ms":            {Label: "Queue time", Type: "duration", Aliases: []string{"queue"}, Values: []string{}, HasValues: false},
	"network_ms":          {Label: "Network time", Type: "duration", Aliases: []string{"network"}, Values: []string{}, HasValues: false},
	"generation_ms":       {Label: "Generation time", Type: "duration", Aliases: []string{"generation"}, Values: []string{}, HasValues: false},
	"streamed":            {Label: "Streamed", Type: "boolean", Aliases: []string{"stream"}, Values: []string{}, HasValues: false},
	"cache_status":        {Label: "Cache status", Type: "text", Aliases: []string{"cache"}, Values: []string{}, HasValues: false},
	"finish_reason":       {Label: "Finish reason", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: true},
	"error_type":          {Label: "Error type", Type: "text", Aliases: []string{"error"}, Values: []string{}, HasValues: true},
	"error_code":          {Label: "Error code", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"error_message":       {Label: "Error message", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"error_param":         {Label: "Error parameter", Type: "text", Aliases: []string{}, Values: []string{}, HasValues: false},
	"http_status":         {Label: "HTTP status", Type: "count", Aliases: []string{"error_http_status"}, Values: []string{}, HasValues: false},
	"retries":             {Label: "Retries", Type: "count", Aliases: []string{"retry_count"}, Values: []string{}, HasValues: false},
	"workflow":            {Label: "Workflow", Type: "text", Aliases: []string{"workflow_id", "workflow_name", "workflow.name", "workflow.id"}, Values: []string{}, HasValues: false},
	"workflow_run":        {Label: "Workflow run", Type: "text", Aliases: []string{"workflow_run_id", "workflow.run_id", "run_id"}, Values: []string{}, HasValues: false},
	"workflow_node":       {Label: "Workflow node", Type: "text", Aliases: []string{"workflow_node_id", "workflow.node_id", "node_id"}, Values: []string{}, HasValues: false},
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
		{Name: "match_preview", Type: "string", Unit: "", Label: "Match"},
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
		{Name: "failures", Type: "string", Unit: "", Label: "Failures at this point"},
		{Name: "failed_request_id", Type: "string", Unit: "", Label: "Failed request ID"},
	},
	"metrics": {},
	"heatmap": {
		{Name: "xMax", Type: "time", Unit: "", Label: "To"},
		{Name: "yMin", Type: "number", Unit: "ms", Label: "Latency from"},
		{Name: "yMax", Type: "number", Unit: "ms", Label: "Latency below"},
		{Name: "count", Type: "number", Unit: "short", Label: "Requests"},
		{Name: "failures", Type: "number", Unit: "short", Label: "Failures"},
		{Name: "request_id", Type: "string", Unit: "", Label: "Slowest request"},
		{Name: "xMin", Type: "time", Unit: "", Label: "From"},
		{Name: "latency_from", Type: "number", Unit: "ms", Label: "Exact latency from"},
	},
	"annotations": {
		{Name: "time", Type: "time", Unit: "", Label: "Time"},
		{Name: "timeEnd", Type: "time", Unit: "", Label: "End"},
		{Name: "title", Type: "string", Unit: "", Label: "Title"},
		{Name: "text", Type: "string", Unit: "", Label: "Text"},
		{Name: "tags", Type: "string", Unit: "", Label: "Tags"},
		{Name: "id", Type: "string", Unit: "", Label: "ID"},
	},
	"replicas": {
		{Name: "time", Type: "time", Unit: "", Label: "Time"},
		{Name: "replicas", Type: "number", Unit: "short", Label: "Replicas"},
		{Name: "max_replicas", Type: "number", Unit: "short", Label: "Configured maximum"},
		{Name: "saturation", Type: "number", Unit: "percentunit", Label: "Share of the maximum"},
	},
	"window": {
		{Name: "edge", Type: "number", Unit: "dateTimeAsIso", Label: "Edge of the time range"},
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
