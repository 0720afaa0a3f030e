import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, FieldSet, Input, SecretInput } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { CommittedInput } from '../editor/text/CommittedInput';
import { wholeNumber } from '../editor/text/wholeNumber';
import { testIds } from '../testIds';
import type { ModeltraceOptions, ModeltraceSecrets } from '../types';

type Props = DataSourcePluginOptionsEditorProps<ModeltraceOptions, ModeltraceSecrets>;

const TIMEOUT_LIMITS = LIMITS.DataSourceSettings.timeoutSeconds;
const FIELD_WIDTH = 60;

/** Settings of the data source. A provisioned data source shows them without letting them be changed. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const id = useId();
  const { jsonData, secureJsonData, secureJsonFields, readOnly } = options;
  const setApiKey = (apiKey: string, configured: boolean) => {
    onOptionsChange({
      ...options,
      secureJsonData: { ...secureJsonData, apiKey },
      secureJsonFields: { ...secureJsonFields, apiKey: configured },
    });
  };
  return (
    <FieldSet label="Trace server">
      <Field
        label="URL"
        htmlFor={`${id}-url`}
        description="Address of the trace server, as Grafana's own server reaches it"
        required
      >
        <Input
          id={`${id}-url`}
          data-testid={testIds.configUrl}
          width={FIELD_WIDTH}
          disabled={readOnly}
          placeholder="http://localhost:4318"
          value={options.url}
          onChange={(event) => {
            onOptionsChange({ ...options, url: event.currentTarget.value });
          }}
        />
      </Field>
      <Field
        label="API key"
        htmlFor={`${id}-api-key`}
        description="Only if the trace server asks for one. Stored encrypted and never sent back to the browser"
      >
        {readOnly ? (
          // SecretInput's reset button works even when its field is disabled.
          <Input
            id={`${id}-api-key`}
            width={FIELD_WIDTH}
            disabled
            placeholder="None"
            value={secureJsonFields.apiKey ? 'configured' : ''}
          />
        ) : (
          <SecretInput
            id={`${id}-api-key`}
            data-testid={testIds.configApiKey}
            width={FIELD_WIDTH}
            autoComplete="off"
            placeholder="None"
            isConfigured={Boolean(secureJsonFields.apiKey)}
            value={secureJsonData?.apiKey ?? ''}
            onChange={(event) => {
              setApiKey(event.currentTarget.value, false);
            }}
            onReset={() => {
              setApiKey('', false);
            }}
          />
        )}
      </Field>
      <Field
        label="Timeout"
        htmlFor={`${id}-timeout`}
        description={`Longest wait for an answer, in seconds (${TIMEOUT_LIMITS.min} to ${TIMEOUT_LIMITS.max})`}
      >
        <CommittedInput
          id={`${id}-timeout`}
          data-testid={testIds.configTimeout}
          type="number"
          width={FIELD_WIDTH}
          min={TIMEOUT_LIMITS.min}
          max={TIMEOUT_LIMITS.max}
          disabled={readOnly}
          placeholder={String(TIMEOUT_LIMITS.default)}
          value={jsonData.timeoutSeconds === undefined ? '' : String(jsonData.timeoutSeconds)}
          onCommit={(text) => {
            onOptionsChange({
              ...options,
              jsonData: { ...jsonData, timeoutSeconds: wholeNumber(text, TIMEOUT_LIMITS) },
            });
          }}
        />
      </Field>
    </FieldSet>
  );
}
