import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, FieldValidationMessage, IconButton, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { visuallyHidden } from '../view/visuallyHidden';
import { type DraftStep, stepProblem, withField } from './drafts';
import { loadFieldOptions } from './fieldOptions';
import { builderOperators, queryFieldLabel, queryFieldType } from './queryFields';
import { StepValue } from './StepValue';
import type { ValueContext } from './valueOptions';
import { operatorMeaning, operatorSign, problemWords } from './stepWords';

interface Props extends ValueContext {
  step: DraftStep;
  /** From 1 on. */
  number: number;
  /** Whether somebody tried to apply it, so that what is missing is said, too. */
  isChecked: boolean;
  /** What the trace server has against it. */
  refusal: string | undefined;
  onChange: (step: DraftStep) => void;
  onRemove: () => void;
}

/** One step: column, operator, value, and what is wrong with it. */
export function StepRow({ step, number, isChecked, refusal, onChange, onRemove, ...context }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { field, operator, value } = step;
  const problem = stepProblem(step);
  const isSaid = problem === 'wrong-value' || (problem !== undefined && isChecked);
  const words = isSaid ? problemWords(problem, step) : refusal;
  // Comboboxes of Grafana before 13.2 take their name from another element only.
  const name = (part: string, text: string) => (
    <span id={`${id}-${part}-name`} className={visuallyHidden}>
      {text}
    </span>
  );
  const values = { number };
  return (
    <div role="group" aria-label={t('filters.step', 'Step {{number}}', values)} className={styles.step}>
      <div className={styles.controls}>
        <div className={styles.field}>
          {name('field', t('filters.step-column', 'Column of step {{number}}', values))}
          <Combobox
            id={`${id}-field`}
            aria-labelledby={`${id}-field-name`}
            placeholder={t('filters.choose-column', 'Choose a column')}
            invalid={isSaid && problem === 'no-field'}
            options={(typed) => loadFieldOptions(context.source, typed)}
            value={field === undefined ? null : { value: field, label: queryFieldLabel(field) }}
            onChange={(option) => {
              if (option.value !== field) {
                onChange(withField(step, option.value));
              }
            }}
          />
        </div>
        {field !== undefined && (
          <>
            <div className={styles.operator}>
              {name('operator', t('filters.step-operator', 'Operator of step {{number}}', values))}
              <Combobox
                id={`${id}-operator`}
                aria-labelledby={`${id}-operator-name`}
                options={builderOperators(field).map((one) => ({
                  value: one,
                  label: operatorSign(one),
                  description: operatorMeaning(one, queryFieldType(field)),
                }))}
                value={{ value: operator, label: operatorSign(operator) }}
                onChange={(option) => {
                  if (option.value !== operator) {
                    onChange({ ...step, operator: option.value });
                  }
                }}
              />
            </div>
            <div className={styles.value}>
              {name('value', t('filters.step-value', 'Value of step {{number}}', values))}
              <StepValue
                id={`${id}-value`}
                labelledBy={`${id}-value-name`}
                describedBy={words === undefined ? undefined : `${id}-problem`}
                {...context}
                field={field}
                value={value}
                isInvalid={words !== undefined}
                onChange={(changed) => {
                  onChange({ ...step, value: changed });
                }}
              />
            </div>
          </>
        )}
        <IconButton
          name="trash-alt"
          size="lg"
          className={styles.remove}
          tooltip={t('filters.remove-step', 'Remove step {{number}}', values)}
          onClick={onRemove}
        />
      </div>
      <div id={`${id}-problem`}>{words !== undefined && <FieldValidationMessage>{words}</FieldValidationMessage>}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({ paddingBottom: theme.spacing(1) }),
  controls: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  field: css({ flex: '3 1 170px', minWidth: 0 }),
  operator: css({ flex: '1 1 90px', minWidth: 0 }),
  value: css({ flex: '4 1 190px', minWidth: 0 }),
  remove: css({ flex: 'none' }),
});
