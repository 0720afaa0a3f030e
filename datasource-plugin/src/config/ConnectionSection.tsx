import { Field } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { CommittedInput } from '../editor/text/CommittedInput';
import { wholeNumber } from '../editor/text/wholeNumber';
import { testIds } from '../testIds';
import { type SectionProps, withOption } from './settings';
import { FIELD_WIDTH, TextSetting } from './SettingFields';

const TIMEOUT_LIMITS = LIMITS.DataSourceSettings.timeoutSeconds;

/** Where the trace server is, and how long to wait for it. */
export function ConnectionSection({ settings, onChange }: SectionProps) {
  const id = useId();
  const { timeoutSeconds } = settings.jsonData;
  return (
    <>
      <TextSetting
        label="URL"
        description="Address of the trace server, as Grafana's own server reaches it"
        required
        testId={testIds.configUrl}
        placeholder="http://localhost:4318"
        disabled={settings.readOnly}
        value={settings.url}
        onChange={(url) => {
          onChange({ ...settings, url });
        }}
      />
      <Field
        label="Timeout"
        htmlFor={id}
        description={`Longest wait for an answer, in seconds (${TIMEOUT_LIMITS.min} to ${TIMEOUT_LIMITS.max})`}
      >
        <CommittedInput
          id={id}
          data-testid={testIds.configTimeout}
          type="number"
          width={FIELD_WIDTH}
          min={TIMEOUT_LIMITS.min}
          max={TIMEOUT_LIMITS.max}
          disabled={settings.readOnly}
          placeholder={String(TIMEOUT_LIMITS.default)}
          value={timeoutSeconds === undefined ? '' : String(timeoutSeconds)}
          onCommit={(text) => {
            onChange(withOption(settings, 'timeoutSeconds', wholeNumber(text, TIMEOUT_LIMITS)));
          }}
        />
      </Field>
    </>
  );
}
