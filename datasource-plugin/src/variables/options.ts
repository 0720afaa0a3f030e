import { dateTimeFormat, type MetricFindValue } from '@grafana/data';
import type { components } from '../contract/api.gen';

type Schemas = components['schemas'];
type FieldValue = Schemas['FieldValues']['values'][number];

const naturalOrder = new Intl.Collator('en', { numeric: true });

/**
 * Values of a field as options of a dashboard variable: deployment versions newest (highest) first, everything else in
 * the trace server's order, most frequent first. The empty value ("not known") cannot be chosen.
 */
export function valueOptions(field: string, values: FieldValue[]): MetricFindValue[] {
  const options = values.filter(({ value }) => value !== '').map(({ value }) => ({ text: value, value }));
  return field === 'deployment_version' ? options.sort((a, b) => naturalOrder.compare(b.value, a.value)) : options;
}

/**
 * Deployments as options which tell since when each is deployed, newest first: `name (since 2026-10-23)` in the given
 * time zone ('browser', 'utc' or an IANA name). Of a name that several models use, the earliest deployment counts.
 */
export function deploymentOptions(
  values: FieldValue[],
  models: Schemas['Model'][],
  timeZone: string
): MetricFindValue[] {
  const deployedTimes = new Map<string, number>();
  for (const { deployment, deployed_time } of models.flatMap((model) => model.deployments)) {
    const time = Date.parse(deployed_time);
    deployedTimes.set(deployment, Math.min(time, deployedTimes.get(deployment) ?? time));
  }
  return valueOptions('deployment', values)
    .map((option) => ({ option, time: deployedTimes.get(option.text) }))
    .sort((a, b) => (b.time ?? 0) - (a.time ?? 0))
    .map(({ option, time }) =>
      time === undefined ? option : { ...option, text: sinceText(option.text, time, timeZone) }
    );
}

function sinceText(name: string, deployedTime: number, timeZone: string): string {
  return `${name} (since ${dateTimeFormat(deployedTime, { format: 'YYYY-MM-DD', timeZone })})`;
}
