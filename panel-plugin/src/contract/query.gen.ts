// Generated from contract/ by `npm run contract`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        QueryType: "traces" | "trace" | "metrics" | "latency" | "replicas";
        /** @constant */
        SchemaVersion: 1;
        /** @description Set by the browser on what it sends, never saved. The values of template variables are in place, so a remaining `$name` is ordinary text. Without it the back end refuses variables, which alert rules cannot use. */
        Interpolated: boolean;
        /** @description Field name to wanted values. All fields must hold; several values mean any of them; an empty list is no filter. */
        Filters: {
            [key: string]: string[];
        };
        /** @description The traces table, newest first. */
        TracesQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "traces";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            filters?: components["schemas"]["Filters"];
            /** @description Text in request id, input, output, error message or tags. */
            search?: string;
            /** @default 100 */
            limit: number;
            /** @description Continue after the row with this cursor. */
            cursor?: string;
        };
        /** @description One trace as spans, for Grafana's trace view. */
        TraceQuery: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            queryType: "trace";
            schemaVersion: components["schemas"]["SchemaVersion"];
            interpolated?: components["schemas"]["Interpolated"];
            requestId: string;
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
            search?: string;
            measures: string[];
            groupBy?: string[];
            /**
             * @description auto (a range of up to one day: hours, longer: days), none (one number), panel (the interval of the panel), or a width such as 5m, 1h, 1d.
             * @default auto
             */
            interval: string;
            /** @default 20 */
            seriesLimit: number;
            /** @description IANA name for local days. Set by the browser to the time zone of the dashboard; UTC in alert rules unless set. */
            timeZone?: string;
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
            search?: string;
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
            /** @description IANA name, by which a range counts as one day; set like that of metrics. */
            timeZone?: string;
        };
        ModeltraceQuery: components["schemas"]["TracesQuery"] | components["schemas"]["TraceQuery"] | components["schemas"]["MetricsQuery"] | components["schemas"]["LatencyQuery"] | components["schemas"]["ReplicasQuery"];
        /** @description A dashboard variable - the values of one field, narrowed by filters (which may hold other variables). */
        VariableQuery: {
            refId: string;
            /** @description A Dimension of the trace server's API. */
            field: string;
            filters?: components["schemas"]["Filters"];
        };
        /** @description jsonData of the data source. The URL of the trace server is Grafana's own `url` setting. */
        DataSourceSettings: {
            /**
             * @description Longest wait for an answer of the trace server.
             * @default 30
             */
            timeoutSeconds: number;
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
