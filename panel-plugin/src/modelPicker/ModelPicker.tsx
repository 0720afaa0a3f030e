import { css } from '@emotion/css';
import { t } from '@grafana/i18n';
import { Combobox, useStyles2, type ComboboxOption } from '@grafana/ui';
import React, { useCallback, useId } from 'react';
import { visibleText } from '../hostile/visibleText';
import type { PanelSource } from '../source/panelSource';
import { ALL_MODELS } from '../state/viewState';
import { visuallyHidden } from '../view/visuallyHidden';
import { loadModels, MODEL_KINDS, type Model } from './models';
import { allModelsWords, kindWords, modelMatches, usageWords } from './modelWords';

interface Props {
  /** Name of the chosen model, ALL_MODELS, or '' for none. */
  model: string;
  source: PanelSource | null | undefined;
  /** Whether viewers are to choose one, rather than see all. */
  isAsked: boolean;
  onChoose: (model: string) => void;
}

/** Chooses the model whose traces are shown. The list is loaded when it is opened. */
export function ModelPicker({ model, source, isAsked, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const labelId = useId();
  const options = useCallback(async (text: string) => modelOptions(await loadModels(source ?? null), text), [source]);
  return (
    <div className={styles.picker}>
      <span id={labelId} className={visuallyHidden}>
        {t('model.label', 'Model')}
      </span>
      <Combobox
        aria-labelledby={labelId}
        prefixIcon="brain"
        placeholder={isAsked ? t('model.choose', 'Choose a model') : allModelsWords()}
        options={options}
        value={
          model === '' ? null : { value: model, label: model === ALL_MODELS ? allModelsWords() : visibleText(model) }
        }
        onChange={(option) => {
          onChoose(option.value);
        }}
      />
    </div>
  );
}

/** "All models" first, then the models whose name has the text in it, by kind. */
function modelOptions(models: readonly Model[], text: string): ComboboxOption[] {
  const all = { value: ALL_MODELS, label: allModelsWords() };
  const found = MODEL_KINDS.flatMap((kind) =>
    models
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
