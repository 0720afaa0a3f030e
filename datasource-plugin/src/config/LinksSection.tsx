import { DataSourcePicker } from '@grafana/runtime';
import { Field } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { type Options, type SectionProps, withOption } from './settings';
import { FIELD_WIDTH, TextSetting } from './SettingFields';

const DEFAULTS = LIMITS.DataSourceSettings;

type TextName = Exclude<
  keyof Options & (`workflow${string}` | `traces${string}` | `logs${string}`),
  'tracesDataSourceUid' | 'logsDataSourceUid'
>;

interface OptionProps extends SectionProps {
  name: TextName;
  label: string;
  description: string;
  placeholder: string;
}

function OptionSetting({ settings, onChange, name, ...field }: OptionProps) {
  return (
    <TextSetting
      {...field}
      disabled={settings.readOnly}
      value={settings.jsonData[name]}
      onChange={(text) => {
        onChange(withOption(settings, name, text || undefined));
      }}
    />
  );
}

/** Where the pages of workflows and their runs are. */
export function WorkflowsSection(props: SectionProps) {
  return (
    <>
      <OptionSetting
        {...props}
        name="workflowUrl"
        label="Page of a workflow"
        description="Its address, with ${workflow} where the workflow's name belongs"
        placeholder="https://workflows.example.com/w/${workflow}"
      />
      <OptionSetting
        {...props}
        name="workflowRunUrl"
        label="Page of a run"
        description="Its address, with ${workflow} and ${run}"
        placeholder="https://workflows.example.com/w/${workflow}/runs/${run}"
      />
    </>
  );
}

interface OtherSourceProps extends SectionProps {
  name: 'tracesDataSourceUid' | 'logsDataSourceUid';
  label: string;
  description: string;
}

function OtherSource({ settings, onChange, name, label, description }: OtherSourceProps) {
  const id = useId();
  return (
    <Field label={label} description={description} htmlFor={id}>
      <DataSourcePicker
        inputId={id}
        width={FIELD_WIDTH}
        noDefault
        placeholder="None"
        disabled={settings.readOnly}
        filter={({ uid }) => uid !== settings.uid}
        current={settings.jsonData[name] ?? null}
        onChange={({ uid }) => {
          onChange(withOption(settings, name, uid));
        }}
        onClear={() => {
          onChange(withOption(settings, name, undefined));
        }}
      />
    </Field>
  );
}

/** Where the OpenTelemetry traces of the applications are, which a request is a part of. */
export function TracesSection(props: SectionProps) {
  return (
    <>
      <OtherSource
        {...props}
        name="tracesDataSourceUid"
        label="Traces data source"
        description="Such as Tempo or Jaeger: a request links to the whole trace that it is a part of"
      />
      <OptionSetting
        {...props}
        name="tracesQuery"
        label="Query for one trace"
        description="With ${traceId} where the trace id belongs"
        placeholder={DEFAULTS.tracesQuery.default}
      />
      <OptionSetting
        {...props}
        name="tracesQueryProperty"
        label="Property of the traces query"
        description="The property of that data source's query that takes it"
        placeholder={DEFAULTS.tracesQueryProperty.default}
      />
      <OptionSetting
        {...props}
        name="tracesQueryType"
        label="Type of the traces query"
        description="The queryType that it needs; traceql for Tempo"
        placeholder="None"
      />
    </>
  );
}

/** Where the logs of the applications are. */
export function LogsSection(props: SectionProps) {
  return (
    <>
      <OtherSource
        {...props}
        name="logsDataSourceUid"
        label="Logs data source"
        description="Such as Loki: a request links to the logs of its trace"
      />
      <OptionSetting
        {...props}
        name="logsQuery"
        label="Query for the logs"
        description="With ${traceId} or ${requestId}"
        placeholder={DEFAULTS.logsQuery.default}
      />
      <OptionSetting
        {...props}
        name="logsQueryProperty"
        label="Property of the logs query"
        description="The property of that data source's query that takes it"
        placeholder={DEFAULTS.logsQueryProperty.default}
      />
    </>
  );
}
