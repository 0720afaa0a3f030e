import type { DataSourceApi } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

interface StartPageProps {
  dataSource: DataSourceApi;
  query: DataQuery;
  onClickExample: (query: DataQuery) => void;
}

/** What Explore shows before the first query: the data source's own help with its examples. */
export function StartPage({ dataSource, query, onClickExample }: StartPageProps) {
  const Help = dataSource.components?.QueryEditorHelp;
  return Help ? (
    <section aria-label="Start page">
      <Help datasource={dataSource} query={query} onClickExample={onClickExample} />
    </section>
  ) : null;
}
