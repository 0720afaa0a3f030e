import { css } from '@emotion/css';
import { t } from '@grafana/i18n';
import { Combobox, Icon, Input, Tooltip, useStyles2, type ComboboxOption } from '@grafana/ui';
import React, { useCallback, useId } from 'react';
import { visibleText } from '../hostile/visibleText';
import type { PanelSource } from '../source/panelSource';
import { ALL_MODELS } from '../state/viewState';
import { visuallyHidden } from '../view/visuallyHidden';
import { loadModels, MODEL_KINDS, type Model } from './models';
import { allModelsWords, kindWords, modelMatches, usageWords } from './modelWords';
import { onlyModel } from './modelsOfQuery';

interface Props {
  /** Name of the chosen model, ALL_MODELS, or '' for none. */
  model: string;
  source: PanelSource | null | undefined;
  /** Models that the panel's query is of by itself; empty where it is of all. */
  ofQuery: readonly string[];
  /** Whether viewers are to choose one, rather than see all. */
  isAsked: boolean;
  onChoose: (model: string) => void;
}

/** Chooses the model whose traces are shown. The list is loaded when it is opened. */
export function ModelPicker({ model, source, ofQuery, isAsked, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const labelId = useId();
  // The same text for the same models, as the list is made anew at each render.
  const queryModels = JSON.stringify(ofQuery);
  const options = useCallback(
    async (text: string) => modelOptions(await loadModels(source ?? null), text, JSON.parse(queryModels) as string[]),
    [source, queryModels]
  );
  const only = onlyModel(ofQuery, { model });
  if (only !== undefined) {
    return <OnlyModel model={only} />;
  }
  const all = allModelsWords(ofQuery.length);
  return (
    <div className={styles.picker}>
      <span id={labelId} className={visuallyHidden}>
        {t('model.label', 'Model')}
      </span>
      <Combobox
        aria-labelledby={labelId}
        prefixIcon="brain"
        placeholder={isAsked ? t('model.choose', 'Choose a model') : all}
        options={options}
        value={model === '' ? null : { value: model, label: model === ALL_MODELS ? all : visibleText(model) }}
        onChange={(option) => {
          onChoose(option.value);
        }}
      />
    </div>
  );
}

/** What is of one model by its query names it, and offers no other, which would find nothing. */
function OnlyModel({ model }: { model: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.picker}>
      <Tooltip
        content={t('model.by-query', 'The query of this panel is of this model. It can be changed in the query.')}
      >
        <Input
          readOnly
          value={visibleText(model)}
          prefix={<Icon name="brain" />}
          aria-label={t('model.of-query', 'Model of the query')}
        />
      </Tooltip>
    </div>
  );
}

/**
 * "All models" first, then the models whose name has the text in it, by kind.
 * @param among the only ones that there can be; empty for any
 */
function modelOptions(models: readonly Model[], text: string, among: readonly string[]): ComboboxOption[] {
  const all = { value: ALL_MODELS, label: allModelsWords(among.length) };
  const found = MODEL_KINDS.flatMap((kind) =>
    models
      .filter((model) => among.length === 0 || among.includes(model.name))
      .filter((model) => model.kind === kind && modelMatches(model, text))
      .map((model) => ({
        value: model.name,
        label: visibleText(model.name),
        description: usageWords(model),
        group: kindWords(kind),
      }))
  );
  return text.trim() === '' ? [all, ...found] : found;
}

const getStyles = () => ({
  picker: css({ flex: '1 1 200px', maxWidth: 300, minWidth: 160 }),
});
