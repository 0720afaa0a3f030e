import {
  type FieldDisplay,
  PanelPlugin,
  type PanelProps,
  type ReduceDataOptions,
  VizOrientation,
  getFieldDisplayValues,
} from '@grafana/data';
import {
  BigValue,
  BigValueJustifyMode,
  type BigValueColorMode,
  type BigValueGraphMode,
  type BigValueTextMode,
  VizRepeater,
  useTheme2,
} from '@grafana/ui';
import { NoDataView } from '../NoDataView';

interface StatOptions {
  reduceOptions: ReduceDataOptions;
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  textMode: BigValueTextMode;
}

function Stat({ id, data, width, height, options, fieldConfig, replaceVariables, timeZone }: PanelProps<StatOptions>) {
  const theme = useTheme2();
  const values = () =>
    getFieldDisplayValues({
      data: data.series,
      fieldConfig,
      reduceOptions: options.reduceOptions,
      replaceVariables,
      theme,
      timeZone,
      sparkline: false,
    });
  if (data.series.length === 0) {
    return <NoDataView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  return (
    <VizRepeater<FieldDisplay>
      getValues={values}
      source={data}
      width={width}
      height={height}
      orientation={VizOrientation.Auto}
      autoGrid
      renderCounter={data.structureRev ?? 0}
      renderValue={({ value, width: valueWidth, height: valueHeight, count }) => (
        <BigValue
          value={value.display}
          count={count}
          width={valueWidth}
          height={valueHeight}
          theme={theme}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          textMode={options.textMode}
          justifyMode={BigValueJustifyMode.Auto}
        />
      )}
    />
  );
}

/** Stand-in for Grafana's stat panel. */
export function statPanel(): PanelPlugin<StatOptions> {
  return new PanelPlugin<StatOptions>(Stat).useFieldConfig();
}
