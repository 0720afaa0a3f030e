import { FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import { Table } from '@grafana/ui';
import { useMemo } from 'react';
import { NoDataView } from '../NoDataView';
import { asOneTable } from './oneTable';

function TablePanel({ id, data, width, height, fieldConfig }: PanelProps) {
  const frames = useMemo(() => asOneTable(data.series.filter(({ length }) => length > 0)), [data.series]);
  const [first] = frames;
  if (!first) {
    return <NoDataView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  const share = Math.floor(height / frames.length);
  return frames.map((frame, index) => (
    <Table
      key={index}
      ariaLabel={frame.name ?? `Table ${index + 1}`}
      data={{ ...frame, fields: frame.fields.filter(({ type }) => type !== FieldType.other) }}
      width={width}
      height={share}
      columnMinWidth={120}
    />
  ));
}

/** Stand-in for Grafana's table panel. */
export function tablePanel(): PanelPlugin {
  return new PanelPlugin(TablePanel).useFieldConfig();
}
