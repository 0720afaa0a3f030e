import { CoreApp, type DataFrame, type DataQueryRequest, LoadingState, type PanelData, dateTime } from '@grafana/data';
import {
  type DataRequestEnricher,
  SceneDataNode,
  SceneObjectBase,
  type SceneObjectState,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';
import { PanelNotices } from '../dashboard/PanelNotices';
import type { ExploreState } from './exploreUrl';
import { groupFrames } from './results';

interface ExploreSceneState extends SceneObjectState {
  $timeRange: SceneTimeRange;
  $data: SceneQueryRunner;
  timePicker: SceneTimePicker;
  refreshPicker: SceneRefreshPicker;
  /** One panel per way of drawing that the answer asks for. */
  panels: VizPanel[];
}

const TITLES: Partial<Record<string, string>> = {
  heatmap: 'Heatmap',
  table: 'Table',
  timeseries: 'Graph',
  traces: 'Trace',
};

/** Runs the queries of one data source and holds the panels that draw the answer. */
export class ExploreScene extends SceneObjectBase<ExploreSceneState> implements DataRequestEnricher {
  private readonly panelOf = new Map<string, VizPanel>();

  constructor(dataSourceUid: string, { queries, range }: ExploreState) {
    super({
      $timeRange: new SceneTimeRange({ from: asScene(range.from), to: asScene(range.to) }),
      $data: new SceneQueryRunner({ datasource: { uid: dataSourceUid }, queries, maxDataPoints: 1000 }),
      timePicker: new SceneTimePicker({}),
      refreshPicker: new SceneRefreshPicker({ refresh: '' }),
      panels: [],
    });
    this.addActivationHandler(() => {
      this._subs.add(
        this.state.$data.subscribeToState(({ data }) => {
          this.draw(data);
        }),
      );
    });
  }

  /** Calls back when the time range changes. @returns a function that ends it */
  followRange(changed: (range: ExploreState['range']) => void): () => void {
    const subscription = this.state.$timeRange.subscribeToState(({ from, to }, before) => {
      if (from !== before.from || to !== before.to) {
        changed({ from: asUrl(from), to: asUrl(to) });
      }
    });
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Explore's own name, by which data sources know where they are asked from. */
  enrichDataRequest(): Partial<DataQueryRequest> {
    return { app: CoreApp.Explore };
  }

  /** Runs what is not shown yet. A change of the time range alone runs the queries by itself. */
  show({ queries, range }: ExploreState): void {
    const { $data, $timeRange } = this.state;
    const from = asScene(range.from);
    const to = asScene(range.to);
    const isSameRange = from === $timeRange.state.from && to === $timeRange.state.to;
    const isSameQuery = JSON.stringify(queries) === JSON.stringify($data.state.queries);
    $data.setState({ queries });
    if (!isSameRange) {
      $timeRange.setState({ from, to, value: new SceneTimeRange({ from, to }).state.value });
    } else if (!isSameQuery) {
      $data.runQueries();
    }
  }

  runAgain(): void {
    this.state.$data.runQueries();
  }

  private draw(data: PanelData | undefined): void {
    // While a query runs, what was there stays.
    if (!data || (data.state === LoadingState.Loading && data.series.length === 0)) {
      return;
    }
    const panels = groupFrames(data.series).map(({ pluginId, frames }) => this.panelFor(pluginId, frames, data));
    if (
      panels.length !== this.state.panels.length ||
      panels.some((panel, index) => panel !== this.state.panels[index])
    ) {
      this.setState({ panels });
    }
  }

  private panelFor(pluginId: string, series: DataFrame[], data: PanelData): VizPanel {
    const own = { ...data, series };
    const known = this.panelOf.get(pluginId);
    if (known?.state.$data instanceof SceneDataNode) {
      known.state.$data.setState({ data: own });
      return known;
    }
    const panel = new VizPanel({
      pluginId,
      title: TITLES[pluginId] ?? 'Traces',
      options: optionsOf(pluginId),
      fieldConfig: { defaults: {}, overrides: [] },
      titleItems: new PanelNotices({}),
      $data: new SceneDataNode({ data: own }),
    });
    this.panelOf.set(pluginId, panel);
    return panel;
  }
}

function optionsOf(pluginId: string): Record<string, unknown> {
  return pluginId === 'timeseries'
    ? {
        legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
        tooltip: { mode: 'single', sort: 'none' },
      }
    : {};
}

/** Times of an address are milliseconds since 1970, those of a scene ISO 8601; relative ones are the same. */
const asScene = (time: string) => (/^\d+$/.test(time) ? dateTime(Number(time)).toISOString() : time);
const asUrl = (time: string) => (time.includes('now') ? time : String(dateTime(time).valueOf()));
