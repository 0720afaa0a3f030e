// Generated from contract/ by `npm run contract`. Do not edit.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server and its engine can answer. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server's process answers, whatever the engine does. */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests should be sent to this server now, and if not, why. */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measures of the server itself in Prometheus' text format; docs/operations.md lists them.
         * @description Programs on the server's own machine need no key.
         */
        get: operations["getServerMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description as JSON. */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OTLP/HTTP traces (protobuf or JSON, optionally gzip).
         * @description Errors of protobuf requests are answered with google.rpc.Status in protobuf. Spans with GenAI attributes become traces; all accepted spans are kept for the span tree. Spans that cannot be read are rejected one by one and counted in `partialSuccess`.
         */
        post: operations["ingestOtlpTraces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ingest/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What arrived since the server started, by conventions and sender, and what of it was odd.
         * @description Counts only, never values. Each server counts what it took itself. At most 200 groups and 200 names in each are told apart; what comes after is counted as `(others)`.
         */
        get: operations["getIngestReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Traces, newest first unless `sort` and `order` say otherwise, with previews instead of payloads.
         * @description Every row carries `cursor`; the last row's cursor as `cursor` asks for the page after it, the first row's as `before` for the page before it, in the same order. A page with fewer rows than `limit` is the last in its direction, unless it says `continue` - then the search through payloads used up its budget, and the same request with `continue` as `cursor` (as `before`, if `before` was given) goes on where it stopped; nothing is skipped or repeated. As Arrow both fields are headers. Filters with several values mean any of them; different filters must all hold. Rows whose sort column is not known come last in both orders; ties are newest first.
         */
        get: operations["listTraces"];
        put?: never;
        /**
         * Stores one trace or a batch.
         * @description All or nothing - one bad trace refuses the whole request and names its field. A `request_id` that is already stored changes nothing and is counted in `duplicates`.
         */
        post: operations["createTraces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One trace with its spans and, unless `payload=preview`, its payloads. */
        get: operations["getTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces/{request_id}/payloads/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Input or output of one trace as it is stored, whole or a range of bytes.
         * @description Answered byte by byte as stored, whatever its size. `Range` takes one range of bytes, e.g. `bytes=0-99999`; a character may be cut at its ends.
         */
        get: operations["getTracePayload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces/{request_id}/neighbors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The traces before and after one in the list of `GET /api/v1/traces` with the same parameters.
         * @description The trace itself need not be in the list; its place in it is what counts.
         */
        get: operations["getTraceNeighbors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New traces as they are stored, as server-sent events.
         * @description Every event without a name carries a TraceSummary as JSON and its position as `id`, in the order of storing, so late traces come too. `Last-Event-ID` (or `after`) goes on after a position without gaps or repeats; without it the tail begins now. A follower that is too far behind gets an event `lagging` (TailLag) and goes on with the newest. Comments keep the connection alive. When the server's tails are all taken the answer is 429.
         */
        get: operations["tailTraces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measures over traces, grouped and per interval.
         * @description Columns are `time` (when `interval` is given, the start of the bucket in `time_zone`), one per `group_by`, one per measure. A bucket or group without requests has no row. Rows are ordered by group, then time. Percentiles are exact while the selection has at most 100,000 samples - 10,000,000 where no sketches by day are kept that could answer it, as for hours or with a filter on status - and a sketch with a relative error of at most 1 % above; `Modeltrace-Percentiles` says which, the measures `duration_samples` and `ttft_samples` of how many.
         */
        post: operations["queryMetrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One point per request, down-sampled with peaks kept when there are more than `max_points`.
         * @description Columns are `time`, `duration_ms`, `request_id`, `status`, `model`, `requests` (how many requests the point stands for; the slowest of them is the one shown), `failures` (how many of them failed) and `failed_request_id` (the slowest failed one; empty when none did). Ordered by time, no time twice. Traces without a known duration have no point.
         */
        post: operations["queryLatency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Requests per time bucket and latency bucket.
         * @description Columns are `time` and `time_end` (of the time bucket, cut to `from` and `to`), `bucket_min_ms` (inclusive), `bucket_max_ms` (exclusive; null for the last, which is open), `requests`, `failures` and `request_id` (the slowest request of the cell). Latency buckets are the same in every answer with the same `buckets_per_doubling`: their bounds grow by the same factor, rounded to four digits, from 1 ms on; the first bucket holds everything below. Cells without requests have no row. Ordered by time, then latency. The four bounds of a cell, as a condition on traces, select its requests exactly.
         */
        post: operations["queryHeatmap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replicas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replica history, oldest first, with the state at `from` as each series' first row.
         * @description Columns are `time`, `model`, `deployment`, `deployment_version`, `hardware`, `replicas`, `max_replicas`.
         */
        get: operations["listReplicaChanges"];
        put?: never;
        /** Stores replica changes of hosted deployments. The same change sent again changes nothing. */
        post: operations["createReplicaChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models with type, deployments, versions and connections. */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{field}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values of a field, most frequent first, narrowed by the other filters. */
        get: operations["listFieldValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that matches, as one file.
         * @description The newest trace of a model first; models in descending order of their names. The file is written while it is read: it is whole only when the answer ends as HTTP says it must, and `getExport` says `complete` with the same SHA-256. A failure on the way breaks the connection off. Trailers `Modeltrace-Rows` and `Modeltrace-Sha256` say the same as `getExport`. When the server's exports are all taken the answer is 429.
         */
        get: operations["exportTraces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an export would be, without making it. */
        get: operations["planExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an export is, and the proof of one that is complete. */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Ends an export and the engine's work for it; its download breaks off. One that has ended stays as it is. */
        delete: operations["cancelExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All API keys ever made, newest first, without the keys themselves. */
        get: operations["listKeys"];
        put?: never;
        /** Makes an API key. The answer is the only place where the key itself ever stands. */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key for good. Every server refuses it within five seconds. A revoked key stays in the list. */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price table, now or as it was in an earlier version. */
        get: operations["listPrices"];
        put?: never;
        /**
         * Adds a price; the table gets a new version.
         * @description A price for the same provider and pattern whose time overlaps is refused with CONFLICT.
         */
        post: operations["createPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices/{price_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces a price; the table gets a new version, the earlier one stays readable. */
        put: operations["replacePrice"];
        post?: never;
        /** Removes a price from the table's next version. Traces that it priced keep their cost. */
        delete: operations["deletePrice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices/reprice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Computes the cost of stored traces anew from the newest price table.
         * @description Costs that the sender gave are never touched. Answers when the engine has stored the new costs; sums over them are right from then on.
         */
        post: operations["repriceTraces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices/unpriced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models with unpriced requests, most requests first.
         * @description Requests of external models without a known cost, as the measure `unpriced_requests` counts them; failed ones are among them.
         */
        get: operations["listUnpriced"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long traces are kept. */
        get: operations["getRetention"];
        /** Sets how long traces are kept, in place of all policies there were. */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes now what the policies say, or tells what would go. */
        post: operations["applyRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Erasures there were, newest first, without the ids that were erased. */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erases the traces of a user, a conversation or by request id, and shows that nothing is left.
         * @description Answers when the data is gone from tables, projections, indexes and files. Traces that were acknowledged before the call are erased; those that arrive while it runs are erased too or counted in `arrived_meanwhile`.
         */
        post: operations["createErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a query and says what it means or where its fault is.
         * @description A query with a fault is answered with `diagnostics`, not with an error. `text` is the query as the server would write it; `builder` is the query as steps when steps can show all of it, else null.
         */
        post: operations["parseQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/format": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes the steps of a filter builder as a query.
         * @description Reading the answer again gives the same steps. A step that cannot be written is an error that names it.
         */
        post: operations["formatQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What could stand at a place of a query.
         * @description Fields, operators, words, and values from the data narrowed by the filters and the time range.
         */
        post: operations["completeQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the engine would read to answer a selection.
         * @description An estimate from the engine's indexes, before anything is read.
         */
        post: operations["explainQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @description RFC 3339 with time zone, e.g. 2026-11-21T08:00:00Z.
         */
        Time: string;
        SearchText: string;
        /** @description A condition in the query language, e.g. `status:error AND model:gpt-4*`. */
        QueryText: string;
        /** @description Further conditions in the query language, each read by itself; all must hold besides the query and the filters. For what others than the author of the query add, such as the filters of a dashboard. */
        FurtherConditions: components["schemas"]["QueryText"][];
        /**
         * @description What values a field takes. Durations are milliseconds or written like 1.5s, 250ms, 0:01:500; money is US dollars.
         * @enum {string}
         */
        QueryFieldType: "text" | "choice" | "duration" | "count" | "number" | "money" | "time" | "boolean";
        /**
         * @description A field of a trace that the query language knows. `tags.name` and the JSONPaths `$.request` and `$.response` come besides.
         * @enum {string}
         */
        QueryField: "request_id" | "status" | "start_time" | "duration_ms" | "model" | "model_type" | "response_model" | "provider" | "operation" | "deployment" | "deployment_version" | "connection" | "source_type" | "source" | "user_id" | "gateway" | "conversation_id" | "response_id" | "trace_id" | "span_id" | "input" | "output" | "input_tokens" | "output_tokens" | "total_tokens" | "cached_input_tokens" | "cache_write_tokens" | "reasoning_tokens" | "cost_usd" | "credits" | "ttft_ms" | "queue_ms" | "network_ms" | "generation_ms" | "streamed" | "cache_status" | "finish_reason" | "error_type" | "error_code" | "error_message" | "error_param" | "http_status" | "retries" | "workflow" | "workflow_run" | "workflow_node";
        /** @enum {string} */
        QueryOperator: "=" | "!=" | ">" | "<" | ">=" | "<=" | "contains" | "matches" | "in" | "exists";
        /** @description A condition. `and`, `or` and `not` have `nodes`; `compare` has `field`, `operator` and `values`; `text` has one value. */
        QueryNode: {
            /** @enum {string} */
            kind: "and" | "or" | "not" | "compare" | "text";
            nodes?: components["schemas"]["QueryNode"][];
            /** @description A QueryField, a tag as `tags.name`, or a JSONPath, as a query writes it. */
            field?: string;
            operator?: components["schemas"]["QueryOperator"];
            values?: components["schemas"]["QueryValue"][];
        };
        QueryValue: {
            /**
             * @description A pattern has the wildcards `*` and `?`; `*` alone is any value, also one that is not known.
             * @enum {string}
             */
            type: "text" | "pattern" | "number" | "time" | "literal";
            /** @description The value as it was written, without quotation marks. */
            text: string;
            /**
             * Format: double
             * @description Of a number, in the unit of its field: milliseconds or US dollars.
             */
            number?: number;
        };
        QueryStep: {
            /** @description A QueryField or a tag as `tags.name`. */
            field: string;
            operator: components["schemas"]["QueryOperator"];
            /** @description The value as people write it, e.g. `1.5s`; never a pattern. */
            value: string;
        };
        /** @description A query as steps that are all joined by the same word. */
        QueryBuilder: {
            /** @enum {string} */
            conjunction: "and" | "or";
            steps: components["schemas"]["QueryStep"][];
        };
        QueryParseRequest: {
            text: string;
        };
        QueryDiagnostic: {
            message: string;
            /** @description What belongs at the place. */
            expected: string;
            /** @description In UTF-16 code units from the start of the text. */
            position: number;
            length: number;
        };
        QueryParseAnswer: {
            /** @description The query as the server writes it; empty when it has a fault. */
            text: string;
            /** @description Null for a text without a condition and for one with a fault. */
            ast: components["schemas"]["QueryNode"] | null;
            builder: components["schemas"]["QueryBuilder"] | null;
            diagnostics: components["schemas"]["QueryDiagnostic"][];
        };
        QueryFormatAnswer: {
            text: string;
        };
        QueryCompleteRequest: {
            text: string;
            /** @description Of the caret in UTF-16 code units from the start of the text. */
            position: number;
            from?: components["schemas"]["Time"];
            to?: components["schemas"]["Time"];
            filters?: components["schemas"]["TraceFilters"];
            condition?: components["schemas"]["FurtherConditions"];
            /** @default 50 */
            limit: number;
        };
        QuerySuggestion: {
            /** @enum {string} */
            kind: "field" | "operator" | "keyword" | "value";
            /** @description What to put in place of the range. */
            text: string;
            /** @description For people: the label of a field, how many requests have a value. */
            detail: string;
        };
        QueryCompleteAnswer: {
            /** @description Start of the range that a suggestion replaces. */
            position: number;
            length: number;
            suggestions: components["schemas"]["QuerySuggestion"][];
        };
        QueryExplainRequest: {
            from?: components["schemas"]["Time"];
            to?: components["schemas"]["Time"];
            filters?: components["schemas"]["TraceFilters"];
            q?: components["schemas"]["SearchText"];
            query?: components["schemas"]["QueryText"];
            condition?: components["schemas"]["FurtherConditions"];
        };
        QueryExplainAnswer: {
            /** @description Rows that the engine would read. */
            rows: number;
            /** @description All stored traces. */
            stored_rows: number;
            /** @description Bytes of these rows in the columns that the selection reads, decompressed. */
            bytes: number;
            /** @description Columns that the selection reads. */
            columns: string[];
            /** @description How the engine narrows the rows down, in words. */
            steps: string[];
        };
        /** @default 100 */
        ListLimit: number;
        /**
         * @default desc
         * @enum {string}
         */
        ListOrder: "desc" | "asc";
        /** @description A place in a list of one sort and order; opaque. */
        ListCursor: string;
        /** @default 5000 */
        ListBudgetMs: number;
        /**
         * @description `preview` leaves the payloads out but for the first 200 characters of their texts; their sizes are told.
         * @default full
         * @enum {string}
         */
        PayloadDetail: "full" | "preview";
        /**
         * @default text
         * @enum {string}
         */
        PayloadForm: "text" | "json";
        /** @description A place in the order of storing; opaque. */
        TailPosition: string;
        /** @description Tails that one server follows at once. */
        TailConnections: number;
        /** @description Traces that a tail catches up with; when more are waiting it goes on with the newest 1000. */
        TailBacklog: number;
        /** @default 500 */
        FieldValuesLimit: number;
        FilterValues: string[];
        ModelTypeFilterValues: components["schemas"]["ModelType"][];
        StatusFilterValues: components["schemas"]["StatusFilter"][];
        /**
         * @description A status, or `failed` for both error and timeout, as in the query language.
         * @enum {string}
         */
        StatusFilter: "success" | "failed" | "error" | "timeout";
        /**
         * @description Fine-tuned and open-source models are hosted (deployments, versions, credits); external ones are reached over a connection.
         * @enum {string}
         */
        ModelType: "fine-tuned" | "open-source" | "external";
        /**
         * @description A timeout is a failure with a status of its own.
         * @enum {string}
         */
        Status: "success" | "error" | "timeout";
        /**
         * @description A field of a trace that can be filtered, grouped by and offered as values.
         * @enum {string}
         */
        Dimension: "model" | "model_type" | "provider" | "operation" | "deployment" | "deployment_version" | "connection" | "status" | "source_type" | "source" | "user_id" | "error_type" | "finish_reason";
        /**
         * @description A number computed over traces.
         * @enum {string}
         */
        Measure: "requests" | "successes" | "failures" | "timeouts" | "failure_rate" | "timeout_rate" | "duration_avg_ms" | "duration_min_ms" | "duration_max_ms" | "duration_p50_ms" | "duration_p90_ms" | "duration_p95_ms" | "duration_p99_ms" | "duration_samples" | "ttft_avg_ms" | "ttft_p50_ms" | "ttft_p90_ms" | "ttft_p95_ms" | "ttft_p99_ms" | "ttft_samples" | "time_per_output_token_ms" | "output_tokens_per_second" | "input_tokens" | "output_tokens" | "total_tokens" | "cached_input_tokens" | "cache_write_tokens" | "reasoning_tokens" | "cost_usd" | "cost_per_request_usd" | "unpriced_requests" | "credits" | "credits_per_request";
        /** @description All given filters must hold; several values mean any of them; an empty list is no filter. */
        TraceFilters: {
            model?: components["schemas"]["FilterValues"];
            model_type?: components["schemas"]["ModelTypeFilterValues"];
            provider?: components["schemas"]["FilterValues"];
            operation?: components["schemas"]["FilterValues"];
            deployment?: components["schemas"]["FilterValues"];
            deployment_version?: components["schemas"]["FilterValues"];
            connection?: components["schemas"]["FilterValues"];
            status?: components["schemas"]["StatusFilterValues"];
            source_type?: components["schemas"]["FilterValues"];
            source?: components["schemas"]["FilterValues"];
            user_id?: components["schemas"]["FilterValues"];
            error_type?: components["schemas"]["FilterValues"];
            finish_reason?: components["schemas"]["FilterValues"];
        };
        MetricsRequest: {
            from: components["schemas"]["Time"];
            to: components["schemas"]["Time"];
            measures: components["schemas"]["Measure"][];
            group_by?: components["schemas"]["Dimension"][];
            /** @description Width of a time bucket, e.g. 5m, 1h, 1d. Days, weeks and months are local ones in `time_zone`. The range holds at most 50000 buckets. Absent: one number per group. */
            interval?: string;
            /**
             * @description IANA name.
             * @default UTC
             */
            time_zone: string;
            /**
             * @description Groups beyond this many (by requests) are added up as "(other)".
             * @default 20
             */
            series_limit: number;
            filters?: components["schemas"]["TraceFilters"];
            q?: components["schemas"]["SearchText"];
            query?: components["schemas"]["QueryText"];
            condition?: components["schemas"]["FurtherConditions"];
        };
        HeatmapRequest: {
            from: components["schemas"]["Time"];
            to: components["schemas"]["Time"];
            /** @description Width of a time bucket, as of metrics. The range holds at most 1000 buckets. */
            interval: string;
            /**
             * @description IANA name.
             * @default UTC
             */
            time_zone: string;
            /**
             * @description Which latency; `ttft_ms` counts streamed requests only. Requests that do not report it are in no cell.
             * @default duration_ms
             * @enum {string}
             */
            field: "duration_ms" | "ttft_ms";
            /**
             * @description Latency buckets from any latency to its double.
             * @default 4
             */
            buckets_per_doubling: number;
            filters?: components["schemas"]["TraceFilters"];
            q?: components["schemas"]["SearchText"];
            query?: components["schemas"]["QueryText"];
            condition?: components["schemas"]["FurtherConditions"];
        };
        LatencyRequest: {
            from: components["schemas"]["Time"];
            to: components["schemas"]["Time"];
            /** @default 1000 */
            max_points: number;
            filters?: components["schemas"]["TraceFilters"];
            q?: components["schemas"]["SearchText"];
            query?: components["schemas"]["QueryText"];
            condition?: components["schemas"]["FurtherConditions"];
        };
        Columns: {
            meta: {
                name: string;
                type: string;
            }[];
            data: {
                [key: string]: unknown[];
            };
            rows: number;
        };
        CreateTracesRequest: components["schemas"]["TraceInput"] | components["schemas"]["TraceBatch"];
        TraceBatch: {
            traces: components["schemas"]["TraceInput"][];
        };
        TraceInput: {
            request_id: string;
            /** @description The model that was asked for. */
            model: string;
            model_type?: components["schemas"]["ModelType"];
            /** @description The model snapshot that answered. */
            response_model?: string;
            /** @description GenAI provider name, e.g. openai, anthropic, aws.bedrock. */
            provider?: string;
            /** @description GenAI operation name, e.g. chat, text_completion, embeddings, generate_content. */
            operation?: string;
            start_time: components["schemas"]["Time"];
            /**
             * Format: double
             * @description Absent or null when not known.
             */
            duration_ms?: number | null;
            status: components["schemas"]["Status"];
            /** @description The request: text, or the complete request payload as JSON. */
            input?: unknown;
            /** @description The answer: text, or the complete response payload as JSON. */
            output?: unknown;
            /** @description Plain text of the input; derived from `input` when absent. */
            input_text?: string;
            /** @description Plain text of the output; derived from `output` when absent. */
            output_text?: string;
            deployment?: string;
            deployment_version?: string;
            connection?: string;
            /** @description What sent the request, e.g. Workflow, Prompts, API Key. */
            source_type?: string;
            source?: string;
            user_id?: string;
            gateway?: string;
            response_id?: string;
            conversation_id?: string;
            input_tokens?: components["schemas"]["TokenCount"];
            output_tokens?: components["schemas"]["TokenCount"];
            cached_input_tokens?: components["schemas"]["TokenCount"];
            cache_write_tokens?: components["schemas"]["TokenCount"];
            reasoning_tokens?: components["schemas"]["TokenCount"];
            /** Format: double */
            cost_usd?: number | null;
            /** Format: double */
            credits?: number | null;
            finish_reason?: string;
            streamed?: boolean;
            cache_status?: string;
            timing?: components["schemas"]["Timing"];
            /** @description Request parameters: temperature, max tokens and so on; derived from `input` when absent. */
            parameters?: Record<string, never>;
            tags?: {
                [key: string]: string;
            };
            workflow?: components["schemas"]["WorkflowContext"];
            error?: components["schemas"]["TraceError"];
            retries?: components["schemas"]["Retries"];
            http_request?: components["schemas"]["HttpRequest"];
            trace_id?: string;
            span_id?: string;
            spans?: components["schemas"]["Span"][];
        };
        TokenCount: number | null;
        Timing: {
            /** Format: double */
            queue_ms?: number | null;
            /** Format: double */
            network_ms?: number | null;
            /**
             * Format: double
             * @description Time to first token.
             */
            ttft_ms?: number | null;
            /** Format: double */
            generation_ms?: number | null;
        };
        WorkflowContext: {
            name?: string;
            run_id?: string;
            node_id?: string;
            /** @description Data handed to the node. */
            input?: unknown;
            /** @description Data the node returned. */
            output?: unknown;
        };
        TraceError: {
            type?: string;
            message?: string;
            code?: string;
            param?: string | null;
            http_status?: number | null;
        };
        Retries: {
            count?: number;
            backoff?: string;
            outcome?: string;
        };
        /** @description The request as sent. Secrets in headers are redacted before storing. */
        HttpRequest: {
            method?: string;
            url?: string;
            headers?: {
                [key: string]: string;
            };
        };
        Span: {
            span_id: string;
            parent_span_id?: string;
            name: string;
            service?: string;
            kind?: string;
            start_time: components["schemas"]["Time"];
            /** Format: double */
            duration_ms: number;
            /** @enum {string} */
            status_code?: "unset" | "ok" | "error";
            status_message?: string;
            attributes?: Record<string, never>;
            events?: components["schemas"]["SpanEvent"][];
        };
        SpanEvent: {
            name: string;
            time: components["schemas"]["Time"];
            attributes?: Record<string, never>;
        };
        /** @description A row of the traces list. Texts are empty and numbers null where not known. */
        TraceSummary: {
            request_id: string;
            trace_id: string;
            status: components["schemas"]["Status"];
            start_time: components["schemas"]["Time"];
            /** Format: double */
            duration_ms: number | null;
            model: string;
            model_type: components["schemas"]["ModelType"];
            provider: string;
            operation: string;
            deployment: string;
            deployment_version: string;
            connection: string;
            source_type: string;
            source: string;
            user_id: string;
            input_tokens: number | null;
            output_tokens: number | null;
            /** Format: double */
            cost_usd: number | null;
            /** Format: double */
            credits: number | null;
            /** Format: double */
            ttft_ms: number | null;
            streamed: boolean;
            finish_reason: string;
            error_type: string;
            /** @description Tags as `name=value`, separated by commas; first 200 characters. */
            tags_preview: string;
            /** @description First 200 characters of the input text. */
            input_preview: string;
            /** @description First 200 characters of the output text. */
            output_preview: string;
            /** @description Where a text that is searched for (`q`, words and `contains` of the conditions) was found first: `input`, `output`, `error_message`, `request_id` or `tags`, a colon and a blank, then the text around it, what was found between U+2068 and U+2069. At most some 300 characters. Empty where no such text is asked for, or only with wildcards. */
            match_preview: string;
            cursor: string;
        };
        TraceList: {
            traces: components["schemas"]["TraceSummary"][];
            /** @description Only when the budget was spent: how far the list has been searched, in its own order. */
            searched_back_to?: components["schemas"]["Time"];
            /** @description Only when the budget was spent: the cursor to go on with. */
            continue?: components["schemas"]["ListCursor"];
        };
        TraceNeighbors: {
            /** @description Request id of the row before; null at the start of the list. */
            previous: string | null;
            /** @description Request id of the row after; null at the end of the list. */
            next: string | null;
            /** @description Only when the budget was spent before a row was found: how far was searched. */
            previous_searched_to?: components["schemas"]["Time"];
            /** @description Only when the budget was spent before a row was found: how far was searched. */
            next_searched_to?: components["schemas"]["Time"];
        };
        TailLag: {
            /** @description Traces that the follower does not get. */
            skipped: number;
            /** @description They were stored after this time */
            from: components["schemas"]["Time"];
            /** @description and not after this one. */
            to: components["schemas"]["Time"];
        };
        TracePayload: {
            text: string;
            /** @description The complete payload as the JSON text that was stored; empty when only text was given. */
            json: string;
            /** @description Size of the whole text in UTF-8; with `payload=preview`. */
            text_bytes?: number;
            /** @description Size of the whole JSON text in UTF-8; with `payload=preview`. */
            json_bytes?: number;
        };
        TraceDetail: {
            request_id: string;
            trace_id: string;
            span_id: string;
            status: components["schemas"]["Status"];
            start_time: components["schemas"]["Time"];
            /** Format: double */
            duration_ms: number | null;
            model: string;
            response_model: string;
            model_type: components["schemas"]["ModelType"];
            provider: string;
            operation: string;
            deployment: string;
            deployment_version: string;
            connection: string;
            source_type: string;
            source: string;
            user_id: string;
            gateway: string;
            response_id: string;
            conversation_id: string;
            input_tokens: components["schemas"]["TokenCount"];
            output_tokens: components["schemas"]["TokenCount"];
            cached_input_tokens: components["schemas"]["TokenCount"];
            cache_write_tokens: components["schemas"]["TokenCount"];
            reasoning_tokens: components["schemas"]["TokenCount"];
            /** Format: double */
            cost_usd: number | null;
            /**
             * @description Where the cost is from: the sender, or the price table. Empty when it is not known.
             * @enum {string}
             */
            cost_source: "" | "sent" | "priced";
            /** @description The price that made the cost; empty when none did. */
            price_id: string;
            /** @description Version of the price table in which that price got the form that was used; 0 when none was. */
            price_version: number;
            /** Format: double */
            credits: number | null;
            finish_reason: string;
            streamed: boolean;
            cache_status: string;
            timing: components["schemas"]["Timing"];
            parameters: Record<string, never>;
            tags: {
                [key: string]: string;
            };
            workflow: components["schemas"]["WorkflowContext"] | null;
            /** @description Of a request that came as an OpenTelemetry span: the attribute or event each field was read from, by field. Empty otherwise. */
            provenance?: {
                [key: string]: string;
            };
            error: components["schemas"]["TraceError"] | null;
            retries: components["schemas"]["Retries"] | null;
            http_request: components["schemas"]["HttpRequest"] | null;
            input: components["schemas"]["TracePayload"];
            output: components["schemas"]["TracePayload"];
            /** @description All spans of the OpenTelemetry trace; at least the request's own. */
            spans: components["schemas"]["Span"][];
            /** @description Set by the data source's back end for callers who may not see contents, not by the trace server. */
            contents_withheld?: boolean;
        };
        IngestAnswer: {
            /** @description Newly stored. */
            accepted: number;
            /** @description Already stored before; left as they were. */
            duplicates: number;
        };
        IngestReport: {
            since: components["schemas"]["Time"];
            groups: components["schemas"]["IngestReportGroup"][];
            unpriced_from: components["schemas"]["Time"];
            /** @description Stored requests of external models since `unpriced_from` whose cost is not known, most first; at most 100 models. Counted as the measure `unpriced_requests`. */
            unpriced: components["schemas"]["IngestReportModel"][];
        };
        IngestReportGroup: {
            /** @description otel-genai, otel-genai-1.36 (and before), openllmetry, openinference, vercel-ai, other (spans that are not about models), otlp (spans that could not be read), json (the plain API). */
            dialect: string;
            /** @description The `service.name` of the sender; the trace's source in the plain API. */
            service: string;
            /** @description Spans that were taken, those that were stored before included; traces in the plain API. */
            spans: number;
            /** @description Spans that are model requests, those that were stored before included. */
            requests: number;
            /** @description Of `requests` those that were stored before; the others were stored anew. */
            duplicates: number;
            /** @description Spans that could not be read; requests that were refused in the plain API. */
            rejected: number;
            rejected_fields: components["schemas"]["IngestReportCount"][];
            /** @description Attributes about models that no table knows: they are kept with the span and feed no field of the trace. */
            unmapped: components["schemas"]["IngestReportCount"][];
            /** @description different_numbers: two attributes for one token count disagree. cached_apart: cached tokens were not part of the input and were added. same_call_twice: a span that repeats the request inside it, not counted as a request. */
            findings: components["schemas"]["IngestReportCount"][];
            /** @description Started more than an hour after the server's clock. */
            future_dated: number;
            /** @description Started more than a day before they arrived. */
            late: number;
        };
        IngestReportCount: {
            name: string;
            count: number;
        };
        IngestReportModel: {
            provider: string;
            model: string;
            requests: number;
        };
        /** @description OTLP's ExportTraceServiceResponse. Empty object on full success. */
        OtlpTracesAnswer: {
            partialSuccess?: {
                /** @description 64-bit integer as decimal text. */
                rejectedSpans?: string;
                errorMessage?: string;
            };
        };
        CreateReplicaChangesRequest: {
            changes: components["schemas"]["ReplicaChange"][];
        };
        ReplicaChange: {
            time: components["schemas"]["Time"];
            model: string;
            /**
             * @description Only hosted models have replicas.
             * @enum {string}
             */
            model_type?: "fine-tuned" | "open-source";
            deployment: string;
            deployment_version?: string;
            /** @description Hardware configuration, e.g. 1x NVIDIA A10G. */
            hardware: string;
            /** @description Running replicas from this time on; 0 ends the series. */
            replicas: number;
            /** @description Configured maximum; 0 when not known. */
            max_replicas?: number;
        };
        ModelList: {
            models: components["schemas"]["Model"][];
        };
        Model: {
            model: string;
            model_type: components["schemas"]["ModelType"];
            providers: string[];
            requests: number;
            first_trace_time: components["schemas"]["Time"];
            last_trace_time: components["schemas"]["Time"];
            deployments: components["schemas"]["Deployment"][];
            connections: string[];
        };
        Deployment: {
            deployment: string;
            /** @description First replica change or trace of the deployment. */
            deployed_time: components["schemas"]["Time"];
            versions: string[];
            /** @description First replica change or trace of each version, oldest first. */
            version_times?: components["schemas"]["VersionTime"][];
        };
        VersionTime: {
            deployment_version: string;
            first_time: components["schemas"]["Time"];
        };
        FieldValues: {
            values: {
                value: string;
                requests: number;
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            version: string;
            engine: {
                /** @enum {string} */
                kind: "embedded" | "clickhouse";
                version: string;
            };
            /** @description Stored traces. */
            traces?: number;
        };
        Liveness: {
            /** @enum {string} */
            status: "alive";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not_ready";
            /** @description What keeps the server from being ready; empty when it is. */
            reasons: components["schemas"]["NotReadyReason"][];
        };
        /**
         * @description Not started in full yet; sent no requests any more; the engine does not answer; tables are not up to date; too much waits to be stored.
         * @enum {string}
         */
        NotReadyReason: "starting" | "shutting_down" | "engine_unavailable" | "migrations_pending" | "queue_full";
        /**
         * @description What a key may do - store (ingest), ask and list (read), take out everything that matches (export), change prices, retention, keys and erase (admin). No scope includes another.
         * @enum {string}
         */
        KeyScope: "ingest" | "read" | "export" | "admin";
        CreateKeyRequest: {
            /** @description Who or what uses the key. */
            name: string;
            scopes: components["schemas"]["KeyScope"][];
            /** @description Requests that the key may make; none means no limit. */
            requests_per_minute?: number;
            /** @description Traces that the key may send; none means no limit. */
            traces_per_minute?: number;
            expires_time?: components["schemas"]["Time"];
        };
        CreateKeyAnswer: {
            /** @description The key itself; it is stored nowhere. */
            key: string;
            details: components["schemas"]["KeyDetails"];
        };
        KeyList: {
            keys: components["schemas"]["KeyDetails"][];
        };
        KeyDetails: {
            /** @description Which key it is; the eight characters after `mt_` of the key, no secret. */
            key_id: string;
            name: string;
            scopes: components["schemas"]["KeyScope"][];
            state: components["schemas"]["KeyState"];
            requests_per_minute?: number;
            traces_per_minute?: number;
            created_time: components["schemas"]["Time"];
            expires_time?: components["schemas"]["Time"];
            revoked_time?: components["schemas"]["Time"];
            /**
             * Format: date-time
             * @description To the minute.
             */
            last_used_time?: string;
        };
        /** @enum {string} */
        KeyState: "active" | "expired" | "revoked";
        PriceVersion: number;
        /** @description US dollars per million tokens. Cached and written tokens are part of input tokens, reasoning tokens part of output tokens. */
        TokenPrices: {
            /** Format: double */
            input_usd_per_million: number;
            /** Format: double */
            output_usd_per_million: number;
            /**
             * Format: double
             * @description Absent or null is the input price.
             */
            cached_input_usd_per_million?: number | null;
            /**
             * Format: double
             * @description Absent or null is the input price.
             */
            cache_write_usd_per_million?: number | null;
            /**
             * Format: double
             * @description Absent or null is the output price.
             */
            reasoning_usd_per_million?: number | null;
        };
        PriceInput: {
            /** @description A model, or a pattern in which `*` is any text, e.g. gpt-4o*. ASCII letters match in either case. */
            model_pattern: string;
            /**
             * @description Only traces of this provider; empty is any.
             * @default
             */
            provider: string;
            /** @description Inclusive, by the start of the request; absent or null is always. */
            valid_from?: components["schemas"]["Time"] | null;
            /** @description Exclusive; absent or null is for ever. */
            valid_to?: components["schemas"]["Time"] | null;
            /**
             * @default USD
             * @enum {string}
             */
            currency: "USD";
            standard: components["schemas"]["TokenPrices"];
            /** @description For traces with the tag `batch` of value `true` or the parameter `service_tier` of value `batch`; absent or null is the standard price. */
            batch?: components["schemas"]["TokenPrices"] | null;
            /**
             * @description Where the price is from, and of which date.
             * @default
             */
            source: string;
        };
        Price: {
            price_id: string;
            /** @description Version of the table in which the price got its present form. */
            version: number;
            changed_time: components["schemas"]["Time"];
            model_pattern: string;
            provider: string;
            valid_from: components["schemas"]["Time"] | null;
            valid_to: components["schemas"]["Time"] | null;
            currency: string;
            standard: components["schemas"]["TokenPrices"];
            batch: components["schemas"]["TokenPrices"] | null;
            source: string;
        };
        PriceList: {
            version: number;
            newest_version: number;
            prices: components["schemas"]["Price"][];
        };
        PriceRemoved: {
            price_id: string;
            /** @description First version of the table without the price. */
            version: number;
        };
        RepriceRequest: {
            from?: components["schemas"]["Time"];
            to?: components["schemas"]["Time"];
            filters?: components["schemas"]["TraceFilters"];
            q?: components["schemas"]["SearchText"];
            query?: components["schemas"]["QueryText"];
            condition?: components["schemas"]["FurtherConditions"];
            /**
             * @description Which traces of the selection: those without a cost, those with a computed cost, or both.
             * @default unpriced
             * @enum {string}
             */
            mode: "unpriced" | "priced" | "all-but-sent";
        };
        RepriceAnswer: {
            /** @description Version of the price table that was applied. */
            version: number;
            /** @description Traces that have a cost from this table now. */
            repriced: number;
            /** @description Traces of external models in the selection and mode for which no cost can be computed. */
            still_unpriced: number;
            /**
             * Format: double
             * @description Sum of the costs of these traces before.
             */
            usd_before: number;
            /** Format: double */
            usd_after: number;
            took_ms: number;
        };
        UnpricedList: {
            /** @description Unpriced requests, of all external models. */
            requests: number;
            models: components["schemas"]["UnpricedModel"][];
        };
        UnpricedModel: {
            model: string;
            response_model: string;
            model_type: components["schemas"]["ModelType"];
            provider: string;
            requests: number;
            /** @description Those that the price table could price now; re-pricing gives them a cost. */
            requests_with_price: number;
            /** @description Those that have no token counts. */
            requests_without_tokens: number;
            input_tokens: number;
            output_tokens: number;
            first_trace_time: components["schemas"]["Time"];
            last_trace_time: components["schemas"]["Time"];
        };
        RetentionInput: {
            /** @description Of the policies that match a model the most specific one holds; a model without a policy is kept for ever. */
            policies: components["schemas"]["RetentionPolicy"][];
            /** @description Age at which replica changes go; the state of what still runs stays. Absent or null keeps them. */
            replica_changes_max_age_days?: number | null;
        };
        RetentionPolicy: {
            /** @description A model, or a pattern in which `*` is any text; `*` alone is all models. */
            model_pattern: string;
            /** @description Whole UTC days; traces that began before the day that lies this many days back go. */
            max_age_days: number;
        };
        Retention: {
            policies: components["schemas"]["RetentionPolicy"][];
            replica_changes_max_age_days: number | null;
            changed_time: components["schemas"]["Time"] | null;
            /** @description When the policies were last applied to the end. */
            last_applied: components["schemas"]["Time"] | null;
        };
        ApplyRetentionRequest: {
            /**
             * @description Only tell what would go.
             * @default false
             */
            dry_run: boolean;
        };
        RetentionAnswer: {
            dry_run: boolean;
            traces: number;
            spans: number;
            replica_changes: number;
            months: {
                /** @description UTC, e.g. 2026-11. */
                month: string;
                traces: number;
                /** @description The month's data was dropped at once. */
                whole: boolean;
            }[];
            models: {
                model: string;
                traces: number;
                before: components["schemas"]["Time"];
            }[];
            took_ms: number;
        };
        /** @description Exactly one of the fields. */
        ErasureRequest: {
            user_id?: string;
            conversation_id?: string;
            request_ids?: string[];
        };
        /** @enum {string} */
        ErasureKind: "user_id" | "conversation_id" | "request_ids";
        ErasureSummary: {
            erasure_id: string;
            time: components["schemas"]["Time"];
            kind: components["schemas"]["ErasureKind"];
            /**
             * @description running: not ended, or its server was; call again to complete it. incomplete: the report says what is left.
             * @enum {string}
             */
            status: "running" | "done" | "incomplete";
            salt: string;
            /** @description SHA-256 of the salt followed by the id, in hex; who knows an id can look for it. */
            id_hashes: string[];
            /** @description Traces erased. */
            traces: number;
            /** @description Spans erased. */
            spans: number;
        };
        ErasureList: {
            erasures: components["schemas"]["ErasureSummary"][];
        };
        Erasure: components["schemas"]["ErasureSummary"] & {
            report: components["schemas"]["ErasureReport"];
        };
        ErasureReport: {
            /** @description Rows with the erased data. */
            tables: {
                table: string;
                rows_before: number;
                rows_after: number;
            }[];
            projections: {
                table: string;
                projection: string;
                type: string;
                /** @description Rows with the erased data; null when the projection has neither the id nor request ids. */
                rows_after: number | null;
                /** @description Parts of the projection that are older than the erasure. */
                old_parts_after: number;
            }[];
            /** @description Indexes lie in the parts of their table and are made anew with them. */
            indexes: {
                table: string;
                index: string;
                type: string;
                old_parts_after: number;
            }[];
            /** @description Parts that held the data. */
            parts: {
                table: string;
                part: string;
                active_after: boolean;
                on_disk_after: boolean;
            }[];
            files: {
                /** @description Whether the server can see the engine's files; only those of the embedded engine. */
                looked_at: boolean;
                /** @description Directories of replaced parts that are still there. */
                directories_left: number;
                /** @description Parts that the engine has put aside; they may hold anything. */
                detached_parts: string[];
            };
            /** @description Spans of the same OpenTelemetry traces that stay because another stored request belongs to them. */
            spans_kept: number;
            /** @description Traces of the same id that came while the erasure ran and are stored; call again to erase them too. */
            arrived_meanwhile: number;
            took_ms: number;
        };
        /**
         * @description csv - the table for spreadsheets, in which a text that a spreadsheet would run as a formula begins with an apostrophe. jsonl - a TraceInput per line, complete but for spans. parquet - typed columns. finetuning-jsonl - `messages` and `tools` of each successful chat, as OpenAI's fine-tuning takes them.
         * @enum {string}
         */
        ExportFormat: "csv" | "jsonl" | "parquet" | "finetuning-jsonl";
        /**
         * @description The first 18 are those of the traces table.
         * @enum {string}
         */
        ExportColumn: "status" | "request_id" | "duration_ms" | "deployment_version" | "connection" | "source_type" | "source" | "start_time" | "input" | "output" | "model" | "user_id" | "input_tokens" | "output_tokens" | "cost_usd" | "ttft_ms" | "error_type" | "tags" | "trace_id" | "model_type" | "response_model" | "provider" | "operation" | "deployment" | "gateway" | "conversation_id" | "cached_input_tokens" | "reasoning_tokens" | "credits" | "streamed" | "finish_reason" | "error_message" | "input_json" | "output_json";
        ExportColumns: components["schemas"]["ExportColumn"][];
        ExportId: string;
        /** @description Exports that a server runs at once. */
        RunningExports: number;
        /** @description Exports that have ended and are still known by their ids. */
        KeptExports: number;
        ExportOutline: {
            /** @description Traces that match. */
            rows: number;
            /** @description As in the `Content-Disposition` of the export: with the name of the model when all traces are of one, and such that every system takes it. */
            file_name: string;
        };
        Export: {
            export_id: components["schemas"]["ExportId"];
            /** @enum {string} */
            state: "running" | "complete" | "cancelled" | "failed";
            format: components["schemas"]["ExportFormat"];
            file_name: string;
            /** @description Traces that matched when the export began; null until they are counted. */
            rows_total: number | null;
            /** @description Traces in the file so far. For parquet 0 until its end. */
            rows_written: number;
            /** @description Traces that finetuning-jsonl cannot express. */
            rows_skipped: number;
            bytes_written: number;
            /** @description Of all bytes of the file in hex; null unless complete. */
            sha256: string | null;
            started_time: components["schemas"]["Time"];
            ended_time: components["schemas"]["Time"] | null;
            /** @description What else there is to say: why a whole file has more or fewer traces than matched when the export began, or that its reader took nothing for too long. */
            remark: string | null;
        };
        /** @enum {string} */
        ErrorCode: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "METHOD_NOT_ALLOWED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "NOT_ACCEPTABLE" | "OVERLOADED" | "RATE_LIMITED" | "ENGINE_UNAVAILABLE" | "SHUTTING_DOWN" | "INTERNAL";
        ErrorAnswer: {
            error: {
                code: components["schemas"]["ErrorCode"];
                message: string;
                /** @description Path of the field, e.g. traces[3].status. */
                field?: string;
                /** @description What the field takes. */
                expected?: string;
                /** @description Where in the text of the field, in UTF-16 code units from its start; for texts in the query language. */
                position?: number;
                /** @description How much of the text is at fault, from `position`; 0 at a place where something is missing. */
                length?: number;
            };
        };
    };
    responses: {
        /** @description The request cannot be answered; `field` names what to change. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description The database engine is starting or down. Try again after `Retry-After` seconds. */
        EngineUnavailable: {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description The ingest queue is full, or the key's limit is reached; nothing of this request was stored. Try again after `Retry-After` seconds. */
        Overloaded: {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description Columns, as JSON or as an Arrow stream by `Accept`. */
        Columns: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Columns"];
                "application/vnd.apache.arrow.stream": string;
            };
        };
    };
    parameters: {
        /** @description Inclusive. */
        From: components["schemas"]["Time"];
        /** @description Exclusive. */
        To: components["schemas"]["Time"];
        /** @description Text in request id, input, output, error message or tags, whatever its case. */
        Search: components["schemas"]["SearchText"];
        /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
        Query: components["schemas"]["QueryText"];
        Condition: components["schemas"]["FurtherConditions"];
        RequestId: string;
        /** @description Column to sort by; rows where it is not known come last. `total_tokens` is input plus output tokens, as far as known. */
        ListSort: "start_time" | "duration_ms" | "ttft_ms" | "input_tokens" | "output_tokens" | "total_tokens" | "cost_usd" | "credits" | "request_id" | "status" | "model" | "model_type" | "provider" | "operation" | "deployment" | "deployment_version" | "connection" | "source_type" | "source" | "user_id" | "finish_reason" | "error_type";
        ListOrder: components["schemas"]["ListOrder"];
        /** @description Time a search through payloads may take before it answers with what it found. Only lists sorted by `start_time` stop early. */
        ListBudget: components["schemas"]["ListBudgetMs"];
        /** @description The OpenTelemetry trace that the request belongs to. */
        FilterTraceId: string;
        FilterModel: components["schemas"]["FilterValues"];
        FilterModelType: components["schemas"]["ModelTypeFilterValues"];
        FilterProvider: components["schemas"]["FilterValues"];
        FilterOperation: components["schemas"]["FilterValues"];
        FilterDeployment: components["schemas"]["FilterValues"];
        FilterDeploymentVersion: components["schemas"]["FilterValues"];
        FilterConnection: components["schemas"]["FilterValues"];
        FilterStatus: components["schemas"]["StatusFilterValues"];
        FilterSourceType: components["schemas"]["FilterValues"];
        FilterSource: components["schemas"]["FilterValues"];
        FilterUserId: components["schemas"]["FilterValues"];
        FilterErrorType: components["schemas"]["FilterValues"];
        FilterFinishReason: components["schemas"]["FilterValues"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    getServerMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    ingestOtlpTraces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
                "application/x-protobuf": string;
            };
        };
        responses: {
            /** @description Stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtlpTracesAnswer"];
                    "application/x-protobuf": string;
                };
            };
            429: components["responses"]["Overloaded"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getIngestReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestReport"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listTraces: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                limit?: components["schemas"]["ListLimit"];
                /** @description Column to sort by; rows where it is not known come last. `total_tokens` is input plus output tokens, as far as known. */
                sort?: components["parameters"]["ListSort"];
                order?: components["parameters"]["ListOrder"];
                /** @description Rows after the one that carries this cursor. */
                cursor?: components["schemas"]["ListCursor"];
                /** @description Rows before the one that carries this cursor; not together with `cursor`. */
                before?: components["schemas"]["ListCursor"];
                /** @description Time a search through payloads may take before it answers with what it found. Only lists sorted by `start_time` stop early. */
                budget_ms?: components["parameters"]["ListBudget"];
                /** @description The OpenTelemetry trace that the request belongs to. */
                trace_id?: components["parameters"]["FilterTraceId"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of traces */
            200: {
                headers: {
                    /** @description `searched_back_to` of an answer that stopped early. */
                    "Modeltrace-Searched-Back-To"?: components["schemas"]["Time"];
                    /** @description `continue` of an answer that stopped early. */
                    "Modeltrace-Continue"?: components["schemas"]["ListCursor"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceList"];
                    "application/vnd.apache.arrow.stream": string;
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    createTraces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTracesRequest"];
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            429: components["responses"]["Overloaded"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getTrace: {
        parameters: {
            query?: {
                payload?: components["schemas"]["PayloadDetail"];
            };
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceDetail"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getTracePayload: {
        parameters: {
            query?: {
                /** @description The plain text, or the complete payload as the JSON text that was stored (empty when only text was given). */
                form?: components["schemas"]["PayloadForm"];
            };
            header?: {
                Range?: string;
            };
            path: {
                request_id: components["parameters"]["RequestId"];
                side: "input" | "output";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payload */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/json": unknown;
                };
            };
            /** @description The range of it that was asked for */
            206: {
                headers: {
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/json": unknown;
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getTraceNeighbors: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                /** @description Column to sort by; rows where it is not known come last. `total_tokens` is input plus output tokens, as far as known. */
                sort?: components["parameters"]["ListSort"];
                order?: components["parameters"]["ListOrder"];
                /** @description Time a search through payloads may take before it answers with what it found. Only lists sorted by `start_time` stop early. */
                budget_ms?: components["parameters"]["ListBudget"];
                /** @description The OpenTelemetry trace that the request belongs to. */
                trace_id?: components["parameters"]["FilterTraceId"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The neighbours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceNeighbors"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    tailTraces: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                /** @description The `id` of an event; `Last-Event-ID` goes before it. */
                after?: components["schemas"]["TailPosition"];
                /** @description The OpenTelemetry trace that the request belongs to. */
                trace_id?: components["parameters"]["FilterTraceId"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: {
                "Last-Event-ID"?: components["schemas"]["TailPosition"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until the caller goes or the server stops */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            429: components["responses"]["Overloaded"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    queryMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetricsRequest"];
            };
        };
        responses: {
            /** @description Columns, as JSON or as an Arrow stream by `Accept`. */
            200: {
                headers: {
                    /** @description How percentiles were computed, in the whole answer; absent when none were asked for. */
                    "Modeltrace-Percentiles"?: "exact" | "sketch; relative-error=0.01";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Columns"];
                    "application/vnd.apache.arrow.stream": string;
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    queryLatency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LatencyRequest"];
            };
        };
        responses: {
            200: components["responses"]["Columns"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    queryHeatmap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeatmapRequest"];
            };
        };
        responses: {
            200: components["responses"]["Columns"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listReplicaChanges: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                model?: components["parameters"]["FilterModel"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Columns"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    createReplicaChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReplicaChangesRequest"];
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            429: components["responses"]["Overloaded"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listFieldValues: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                /** @description Only values that contain this text, whatever its case. */
                contains?: string;
                limit?: components["schemas"]["FieldValuesLimit"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path: {
                field: components["schemas"]["Dimension"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldValues"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    exportTraces: {
        parameters: {
            query: {
                format: components["schemas"]["ExportFormat"];
                /** @description Columns of csv and parquet, in this order. Absent: for csv all columns of the traces table, shown or not; for parquet every column. */
                columns?: components["schemas"]["ExportColumns"];
                /** @description Id under which to follow or cancel the export; chosen by the caller, or by the server when absent. */
                export_id?: components["schemas"]["ExportId"];
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                /** @description The OpenTelemetry trace that the request belongs to. */
                trace_id?: components["parameters"]["FilterTraceId"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Modeltrace-Export-Id"?: components["schemas"]["ExportId"];
                    /** @description Traces that match. */
                    "Modeltrace-Total-Rows"?: number;
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            429: components["responses"]["Overloaded"];
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    planExport: {
        parameters: {
            query: {
                format: components["schemas"]["ExportFormat"];
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                /** @description The OpenTelemetry trace that the request belongs to. */
                trace_id?: components["parameters"]["FilterTraceId"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counted now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOutline"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: components["schemas"]["ExportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    cancelExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: components["schemas"]["ExportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export as it ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            "4XX": components["responses"]["Error"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyRequest"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateKeyAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyDetails"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listPrices: {
        parameters: {
            query?: {
                /** @description A version of the table; absent is the newest. */
                version?: components["schemas"]["PriceVersion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    createPrice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceInput"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    replacePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                price_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceInput"];
            };
        };
        responses: {
            /** @description Replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    deletePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                price_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRemoved"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    repriceTraces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepriceRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepriceAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listUnpriced: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["From"];
                /** @description Exclusive. */
                to?: components["parameters"]["To"];
                /** @description Text in request id, input, output, error message or tags, whatever its case. */
                q?: components["parameters"]["Search"];
                /** @description Condition in the query language (docs/query-language.md); must hold besides the filters. */
                query?: components["parameters"]["Query"];
                condition?: components["parameters"]["Condition"];
                model?: components["parameters"]["FilterModel"];
                model_type?: components["parameters"]["FilterModelType"];
                provider?: components["parameters"]["FilterProvider"];
                operation?: components["parameters"]["FilterOperation"];
                deployment?: components["parameters"]["FilterDeployment"];
                deployment_version?: components["parameters"]["FilterDeploymentVersion"];
                connection?: components["parameters"]["FilterConnection"];
                status?: components["parameters"]["FilterStatus"];
                source_type?: components["parameters"]["FilterSourceType"];
                source?: components["parameters"]["FilterSource"];
                user_id?: components["parameters"]["FilterUserId"];
                error_type?: components["parameters"]["FilterErrorType"];
                finish_reason?: components["parameters"]["FilterFinishReason"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnpricedList"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    setRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionInput"];
            };
        };
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    applyRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyRetentionRequest"];
            };
        };
        responses: {
            /** @description What went */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    createErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description Erased */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    parseQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryParseRequest"];
            };
        };
        responses: {
            /** @description What the query means */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryParseAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    formatQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryBuilder"];
            };
        };
        responses: {
            /** @description The query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryFormatAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    completeQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryCompleteRequest"];
            };
        };
        responses: {
            /** @description Suggestions, the likeliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryCompleteAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
    explainQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryExplainRequest"];
            };
        };
        responses: {
            /** @description The estimate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryExplainAnswer"];
                };
            };
            503: components["responses"]["EngineUnavailable"];
            "4XX": components["responses"]["Error"];
        };
    };
}
