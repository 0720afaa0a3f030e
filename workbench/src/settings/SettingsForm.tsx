import { css } from '@emotion/css';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Alert, Button, ErrorBoundaryAlert, Field, Input } from '@grafana/ui';
import { type ComponentType, useId, useState } from 'react';
import { type Health, checkHealth, saveSettings, wordsOf } from './api';

const column = css({ maxWidth: 900, display: 'flex', flexDirection: 'column', gap: config.theme2.spacing(2) });

interface FormProps {
  Editor: ComponentType<DataSourcePluginOptionsEditorProps>;
  saved: DataSourceSettings;
}

/** The plugin's editor of its settings, and the button that saves and tests them as in Grafana. */
export function SettingsForm({ Editor, saved }: FormProps) {
  const nameId = useId();
  const [settings, setSettings] = useState(saved);
  const [health, setHealth] = useState<Health>();
  const [isBusy, setBusy] = useState(false);

  const saveAndTest = async () => {
    setBusy(true);
    setHealth(undefined);
    try {
      setSettings(await saveSettings(settings));
      setHealth(await checkHealth(settings.uid));
    } catch (error) {
      setHealth({ isOk: false, message: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={column}
      onSubmit={(event) => {
        event.preventDefault();
        void saveAndTest();
      }}
    >
      <Alert severity="info" title="Changes last until the workbench ends">
        They are kept in the memory of its host; the provisioning file stays as it is.
      </Alert>
      <Field label="Name" htmlFor={nameId} noMargin>
        <Input
          id={nameId}
          width={40}
          value={settings.name}
          onChange={(event) => {
            setSettings({ ...settings, name: event.currentTarget.value });
          }}
        />
      </Field>
      <ErrorBoundaryAlert>
        <Editor options={settings} onOptionsChange={setSettings} />
      </ErrorBoundaryAlert>
      {health && (
        <Alert severity={health.isOk ? 'success' : 'error'} title={health.message}>
          {health.details}
        </Alert>
      )}
      <div>
        <Button
          type="submit"
          disabled={isBusy}
          data-testid="data-testid Data source settings page Save and Test button"
        >
          Save &amp; test
        </Button>
      </div>
    </form>
  );
}
