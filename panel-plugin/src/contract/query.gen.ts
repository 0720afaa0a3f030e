// Generated from contract/ by `npm run contract`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        QueryType: "traces" | "trace" | "metrics" | "latency" | "heatmap" | "replicas" | "annotations" | "window";
        /**
         * @description 2 - `query` and the query types heatmap and annotations; `interval` says `$__interval` where version 1 said `panel`. Older queries are migrated by the back end when it reads them, and for the editor by its resource `query/migrate`.
         * @constant
         */
        SchemaVersion: 2;
        /** @description Set by the browser on what it sends, never saved. The values of template variables are in place, so a remaining `$name` is ordinary text. Without it the back end refuses variables, which alert rules cannot use. */
        Interpolated: boolean;
        /** @description Field name to wanted values. All fields must hold; several values mean any of them; an empty list is no filter. */
        Filters: {
            [key: string]: string[];
        };
        /** @description Text in request id, input, output, error message or tags, whatever its case. */
        Search: string;
        /** @description Condition in the query language; must hold besides the filters. */
        QueryCondition: string;
        /** @description One of the dashboard's ad hoc filters, as Grafana gives it. `key` is a field of the query language or `tags.name`. `=|` and `!=|` compare with any of `values`, `=~` and `!~` with a regular expression, which must fit the whole value. */
        AdHocFilter: {
            key: string;
            /** @description One of =, !=, =|, !=|, =~, !~, <, >, <= and >=. */
            operator: string;
            value: string;
            values?: string[];
        };
        /** @description Set by the browser on what it sends, never saved. All must hold besides the query's own conditions. */
        AdHocFilters: components["schemas"]["AdHocFilter"][];
        /** @description Conditions in the query language that a panel adds to its own query, such as what its viewer looks for. Each is read by itself and must hold besides all others, so that none gets around another. Never saved; no variables. */
        Conditions: string[];
        /** @description A point of a chart, which its links put here - only traces of this bucket, besides the time range. Without a `start` it narrows nothing. */
        TimeBucket: {
            /** @description Start of the bucket - milliseconds since 1970. */
            start: string;
            /** @description Width of the bucket, as `interval` of metrics: 5m, 1h, 1d. */
            width: string;
            /** @description IANA name for days, weeks and months; UTC unless set. */
            timeZone?: string;
        };
        /** @description The traces table, newest first unless `sort` and `order` say otherwise. */
        TracesQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "traces";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            search?: components["schemas"]["Search"];
            query?: components["schemas"]["QueryCondition"];
            adhocFilters?: components["schemas"]["AdHocFilters"];
            conditions?: components["schemas"]["Conditions"];
            /**
             * @description A column of the trace server's list (`sort` of listTraces).
             * @default start_time
             */
            sort?: string;
            /**
             * @default desc
             * @enum {string}
             */
            order?: "asc" | "desc";
            /** @default 100 */
            limit?: number;
            /** @description Continue after the row with this cursor. */
            cursor?: string;
            /** @description The rows before the one with this cursor, in the same order; not together with `cursor`. */
            before?: string;
            within?: components["schemas"]["TimeBucket"];
            /**
             * @description New traces are added as they arrive, where Grafana can stream (not in alert rules).
             * @default false
             */
            live?: boolean;
        };
        /** @description One trace as spans, for Grafana's trace view; by `requestId` or, when that is empty, by `traceId`. */
        TraceQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "trace";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            requestId?: string;
            /** @description OpenTelemetry trace id, 32 hex digits; looked for in the time range first, then at any time. */
            traceId?: string;
        };
        /** @description Measures over time, or one number per group with interval "none". */
        MetricsQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "metrics";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            search?: components["schemas"]["Search"];
            query?: components["schemas"]["QueryCondition"];
            adhocFilters?: components["schemas"]["AdHocFilters"];
            conditions?: components["schemas"]["Conditions"];
            measures: string[];
            groupBy?: string[];
            /**
             * @description auto (a range of up to one day: hours, longer: days), none (one number), $__interval (that of the panel), or a width such as 5m, 1h, 1d.
             * @default auto
             */
            interval?: string;
            /** @default 20 */
            seriesLimit?: number;
            /**
             * @description A group or bucket with fewer requests has no value, so that an alert on a rate needs enough of them.
             * @default 1
             */
            minRequests?: number;
            /** @description IANA name for local days. Set by the browser to the time zone of the dashboard; UTC in alert rules unless set. */
            timeZone?: string;
            within?: components["schemas"]["TimeBucket"];
        };
        /** @description Latency: one point per request for up to seven days, the average per day for longer ranges. */
        LatencyQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "latency";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            search?: components["schemas"]["Search"];
            query?: components["schemas"]["QueryCondition"];
            adhocFilters?: components["schemas"]["AdHocFilters"];
            conditions?: components["schemas"]["Conditions"];
            /** @description Most points; peaks are kept when there are more requests. Absent: as many as the panel is wide. */
            maxPoints?: number;
            timeZone?: string;
        };
        /** @description Requests per interval and latency bucket. */
        HeatmapQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "heatmap";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            search?: components["schemas"]["Search"];
            query?: components["schemas"]["QueryCondition"];
            adhocFilters?: components["schemas"]["AdHocFilters"];
            conditions?: components["schemas"]["Conditions"];
            /**
             * @description $__interval (that of the panel), or a width such as 5m, 1h, 1d.
             * @default $__interval
             */
            interval?: string;
            /**
             * @description Which latency.
             * @default duration_ms
             * @enum {string}
             */
            field?: "duration_ms" | "ttft_ms";
            /**
             * @description Latency buckets between a latency and its double.
             * @default 2
             */
            bucketsPerDoubling?: number;
            timeZone?: string;
        };
        /** @description Replicas of hosted models over time, one series per hardware configuration. */
        ReplicasQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "replicas";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            /**
             * @description One of them only, as alert rules need it; saturation is replicas divided by the configured maximum, where that is known. Absent - replicas, with the configured maximum for ranges of up to one day.
             * @enum {string}
             */
            value?: "replicas" | "max_replicas" | "saturation";
            /** @description IANA name, by which a range counts as one day; set like that of metrics. */
            timeZone?: string;
        };
        /** @enum {string} */
        AnnotationKind: "deployment" | "version-change" | "replica-change" | "error-burst";
        /** @description Events to mark on charts. */
        AnnotationsQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "annotations";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            search?: components["schemas"]["Search"];
            query?: components["schemas"]["QueryCondition"];
            adhocFilters?: components["schemas"]["AdHocFilters"];
            conditions?: components["schemas"]["Conditions"];
            kinds: components["schemas"]["AnnotationKind"][];
            /**
             * @description Failures in percent of the requests of an interval, from which on it is an error burst.
             * @default 20
             */
            burstFailureRate?: number;
            /**
             * @description An interval with fewer requests is no error burst.
             * @default 20
             */
            burstMinRequests?: number;
            timeZone?: string;
        };
        /** @description Start or end of the queried time range as one number, in milliseconds since 1970. The templates of alert rules know the values of queries but not the evaluated window, so this is how their links lead to it. */
        WindowQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "window";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            /**
             * @default start
             * @enum {string}
             */
            edge?: "start" | "end";
        };
        ModeltraceQuery: components["schemas"]["TracesQuery"] | components["schemas"]["TraceQuery"] | components["schemas"]["MetricsQuery"] | components["schemas"]["LatencyQuery"] | components["schemas"]["HeatmapQuery"] | components["schemas"]["ReplicasQuery"] | components["schemas"]["AnnotationsQuery"] | components["schemas"]["WindowQuery"];
        /** @description A dashboard variable - the values of one field, narrowed by filters (which may hold other variables). */
        VariableQuery: {
            refId: string;
            /** @description A Dimension of the trace server's API. */
            field: string;
            filters?: components["schemas"]["Filters"];
            query?: components["schemas"]["QueryCondition"];
            /** @description Only values with this text in them; `$__searchFilter` is what the viewer types. */
            contains?: string;
        };
        /** @description Answer of the back end's resource `query/migrate`. */
        MigrateAnswer: {
            /** @description The query as this version saves it. */
            query: Record<string, never>;
        };
        /** @description Answer of the back end's resource `live/channel` to a traces query, sent with POST. */
        LiveChannelAnswer: {
            /** @description Path of the channel of Grafana Live in which new traces come. The query is sent as data of the subscription, too. */
            path: string;
        };
        /** @description `custom.live` in the meta of a frame of a live channel: where its rows are in what the channel tells. A follower that has the rows of a run up to `from - 1` misses none; one that has not asks for the list again. */
        LiveMark: {
            /** @description Another one whenever traces may be missing before this frame. */
            run: string;
            /** @description Number of the frame's first row within the run, from 1 on. */
            from: number;
            /** @description Number of its last row; one less than `from` when it has none. */
            to: number;
            /** @description Why nothing comes for now; absent while the trace server is followed. */
            interrupted?: string;
        };
        /** @description `custom.liveStatus` in the meta of the frame that the data source gives for a query with `live`. */
        LiveStatus: {
            /** @description Why no new traces come, in words: for now when the result is still streamed, for good when it is done. Null while they come. */
            trouble: string | null;
        };
        /** @description Sent with POST to the back end's resources `export`, which answers with a stream of parts (docs/export.md), and `export/plan`, which answers with an ExportPlan. All traces of the query are meant, whatever its order, page and limit. */
        ExportRequest: {
            /** @description A query of type traces whose variables have values. */
            query: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description Inclusive.
             */
            from: string;
            /**
             * Format: date-time
             * @description Exclusive.
             */
            to: string;
            /** @description An ExportFormat of the trace server's API. */
            format: string;
            /** @description A UUID in lower case, chosen by the caller, under which `export/status?export_id=` follows the export and `export/cancel` ends it. `export` needs it. */
            exportId?: string;
        };
        /** @description Sent with POST to the back end's resource `export/cancel`. */
        ExportCancelRequest: {
            exportId: string;
        };
        /** @description What an export would be, before it begins. */
        ExportPlan: {
            /** @description Traces that match now. */
            rows: number;
            /** @description Name of the file as the trace server gives it. */
            fileName: string;
            /** @description Columns that are left out of the file because the caller may not see contents; as in ExportColumn of the trace server's API. */
            leftOut: string[];
            /** @description Grafana's `response_limit`: a larger file breaks off. Null when there is none. */
            maxBytes: number | null;
        };
        /** @description The first part of an export, once the trace server has counted what matches. */
        ExportBegin: {
            /** @description Traces that match. */
            rowsTotal: number;
        };
        /** @description The last part of an export that is whole, as the trace server proved it. */
        ExportEnd: {
            /** @description Traces in the file. */
            rows: number;
            /** @description Traces that the format cannot express. */
            skipped: number;
            bytes: number;
            /** @description Of all bytes of the file in hex. */
            sha256: string;
            /** @description Why the file has more or fewer traces than matched when the export began. */
            remark?: string;
        };
        /** @description jsonData of the data source. The URL of the trace server is Grafana's own `url` setting. */
        DataSourceSettings: {
            /**
             * @description Longest wait for an answer of the trace server.
             * @default 30
             */
            timeoutSeconds?: number;
            /**
             * @description What a new query is narrowed to.
             * @enum {string}
             */
            defaultModelType?: "fine-tuned" | "open-source" | "external";
            /**
             * @description The lowest role in the Grafana organisation that may see prompts, answers, error messages and tags. Others, and callers without a user, get traces without them and cannot search in them.
             * @default Viewer
             * @enum {string}
             */
            contentsMinRole?: "Viewer" | "Editor" | "Admin";
            /** @description Address of a workflow, with `${workflow}` where its name belongs. */
            workflowUrl?: string;
            /** @description Address of a run, with `${workflow}` and `${run}`. */
            workflowRunUrl?: string;
            /** @description Data source with the OpenTelemetry traces of the applications, such as Tempo; linked by trace id. */
            tracesDataSourceUid?: string;
            /**
             * @description Query for one trace in that data source.
             * @default ${traceId}
             */
            tracesQuery?: string;
            /**
             * @description Property of that data source's query that takes it.
             * @default query
             */
            tracesQueryProperty?: string;
            /** @description `queryType` that it needs, e.g. traceql. */
            tracesQueryType?: string;
            /** @description Data source with the logs of the applications, such as Loki. */
            logsDataSourceUid?: string;
            /**
             * @description Query for the logs of one trace, with `${traceId}` and `${requestId}`.
             * @default {service_name=~".+"} |= `${traceId}`
             */
            logsQuery?: string;
            /**
             * @description Property of that data source's query that takes it.
             * @default expr
             */
            logsQueryProperty?: string;
        };
        /** @description secureJsonData of the data source. */
        DataSourceSecrets: {
            /** @description Sent to the trace server as a bearer token. */
            apiKey?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
