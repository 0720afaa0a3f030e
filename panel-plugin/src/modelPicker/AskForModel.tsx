import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FilterInput, useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { errorWords } from '../errors/errorWords';
import { visibleText } from '../hostile/visibleText';
import { PanelMessage } from '../messages/PanelMessage';
import { TableSkeleton } from '../messages/TableSkeleton';
import type { PanelSource } from '../source/panelSource';
import { ALL_MODELS } from '../state/viewState';
import { MODEL_KINDS, type Model, type ModelKind } from './models';
import { allModelsWords, kindWords, modelMatches, usageWords } from './modelWords';
import { useModels } from './useModels';

interface Props {
  source: PanelSource | null | undefined;
  onChoose: (model: string) => void;
}

/** The first visit: which model's traces are wanted. */
export function AskForModel({ source, onChoose }: Props) {
  const models = useModels(source);
  switch (models.kind) {
    case 'loading':
      return <TableSkeleton label={t('model.loading', 'Loading the models…')} />;
    case 'failed':
      return (
        <PanelMessage
          role="alert"
          icon="exclamation-triangle"
          title={t('model.failed', 'The models could not be loaded')}
          help={errorWords(models.error)}
        >
          <Button onClick={models.retry}>{t('model.retry', 'Try again')}</Button>
          <Button
            variant="secondary"
            onClick={() => {
              onChoose(ALL_MODELS);
            }}
          >
            {t('model.show-all', 'Show all models')}
          </Button>
        </PanelMessage>
      );
    case 'loaded':
      return models.models.length === 0 ? <NoModels /> : <ModelList models={models.models} onChoose={onChoose} />;
  }
}

function NoModels() {
  return (
    <PanelMessage
      role="status"
      icon="info-circle"
      title={t('model.none', 'No traces yet')}
      help={t(
        'model.none-help',
        'The trace server has not received a trace. Send some over OpenTelemetry or its HTTP API, then refresh the dashboard.'
      )}
    />
  );
}

function ModelList({ models, onChoose }: { models: Model[]; onChoose: Props['onChoose'] }) {
  const styles = useStyles2(getStyles);
  const titleId = useId();
  const [text, setText] = useState('');
  const found = models.filter((model) => modelMatches(model, text));
  return (
    <section aria-labelledby={titleId} className={styles.ask}>
      <h3 id={titleId} className={styles.title}>
        {t('model.ask', 'Which model’s traces do you want to see?')}
      </h3>
      <p className={styles.help}>
        {t('model.ask-help', 'The next visit begins with your choice. It can be changed above the table at any time.')}
      </p>
      <div className={styles.first}>
        <div className={styles.find}>
          <FilterInput
            aria-label={t('model.find', 'Find a model')}
            placeholder={t('model.find', 'Find a model')}
            escapeRegex={false}
            value={text}
            onChange={setText}
            onKeyDown={({ key }) => {
              const only = found[0];
              if (key === 'Enter' && found.length === 1 && only) {
                onChoose(only.name);
              }
            }}
          />
        </div>
        <Button
          variant="secondary"
          onClick={() => {
            onChoose(ALL_MODELS);
          }}
        >
          {allModelsWords()}
        </Button>
      </div>
      {MODEL_KINDS.map((kind) => (
        <KindOfModels
          key={kind}
          kind={kind}
          models={found.filter((model) => model.kind === kind)}
          onChoose={onChoose}
        />
      ))}
      <p role="status" className={styles.help}>
        {found.length === 0 && t('model.no-match', 'No model has this in its name.')}
      </p>
    </section>
  );
}

interface KindProps {
  kind: ModelKind;
  models: Model[];
  onChoose: Props['onChoose'];
}

function KindOfModels({ kind, models, onChoose }: KindProps) {
  const styles = useStyles2(getStyles);
  const titleId = useId();
  return models.length === 0 ? null : (
    <>
      <h4 id={titleId} className={styles.kind}>
        {kindWords(kind)}
      </h4>
      <ul aria-labelledby={titleId} className={styles.models}>
        {models.map((model) => (
          <li key={model.name}>
            <button
              type="button"
              className={styles.model}
              onClick={() => {
                onChoose(model.name);
              }}
            >
              <span className={styles.name}>{visibleText(model.name)}</span>
              <span className={styles.usage}>{usageWords(model)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  ask: css({ flex: 1, minHeight: 0, overflow: 'auto', padding: theme.spacing(2) }),
  title: css({ fontSize: theme.typography.h4.fontSize, marginBottom: theme.spacing(0.5) }),
  help: css({ color: theme.colors.text.secondary }),
  first: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), maxWidth: theme.spacing(80) }),
  find: css({ flex: '1 1 0', minWidth: theme.spacing(20) }),
  kind: css({ fontSize: theme.typography.h6.fontSize, margin: theme.spacing(2, 0, 1) }),
  models: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${theme.spacing(32)}), 1fr))`,
    gap: theme.spacing(1),
    listStyle: 'none',
  }),
  model: css({
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    padding: theme.spacing(1),
    textAlign: 'left',
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary, 0.03) },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  usage: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
