import { css } from '@emotion/css';
import { CoreApp, type DataSourceApi, LoadingState, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { ErrorBoundaryAlert, IconButton } from '@grafana/ui';
import type { ExploreScene } from './ExploreScene';

const { spacing, colors, shape } = config.theme2;
const row = css({ border: `1px solid ${colors.border.weak}`, borderRadius: shape.radius.default });
const head = css({
  display: 'flex',
  justifyContent: 'space-between',
  padding: spacing(0.5, 1),
  background: colors.background.secondary,
  color: colors.primary.text,
});
const body = css({ padding: spacing(1) });

interface QueryRowsProps {
  dataSource: DataSourceApi;
  scene: ExploreScene;
  queries: DataQuery[];
  onChange: (queries: DataQuery[]) => void;
  onRunQuery: () => void;
}

/** The data source's query editor, once for each query. */
export function QueryRows({ dataSource, scene, queries, onChange, onRunQuery }: QueryRowsProps) {
  const { data } = scene.state.$data.useState();
  const { value: range } = scene.state.$timeRange.useState();
  const Editor = dataSource.components?.QueryEditor;
  if (!Editor) {
    return null;
  }
  return queries.map((query, index) => (
    <section key={query.refId} className={row} aria-label={`Query ${query.refId}`}>
      <div className={head}>
        <strong>{query.refId}</strong>
        {queries.length > 1 && (
          <IconButton
            name="trash-alt"
            tooltip={`Remove query ${query.refId}`}
            onClick={() => {
              onChange(queries.filter((other) => other !== query));
            }}
          />
        )}
      </div>
      <div className={body}>
        <ErrorBoundaryAlert>
          <Editor
            datasource={dataSource}
            query={query}
            queries={queries}
            onChange={(changed) => {
              onChange(queries.map((other, place) => (place === index ? changed : other)));
            }}
            onRunQuery={onRunQuery}
            app={CoreApp.Explore}
            range={range}
            {...(data ? { data: ofQuery(data, query.refId) } : {})}
          />
        </ErrorBoundaryAlert>
      </div>
    </section>
  ));
}

/** What of an answer belongs to one query. */
function ofQuery(data: PanelData, refId: string): PanelData {
  const errors = data.errors?.filter((error) => error.refId === refId) ?? [];
  const series = data.series.filter((frame) => frame.refId === refId);
  const failed = errors.length > 0;
  const state = data.state === LoadingState.Error && !failed ? LoadingState.Done : data.state;
  return { ...data, series, state, ...(failed ? { errors } : { errors: [] }) };
}
