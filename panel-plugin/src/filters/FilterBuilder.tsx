import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useRef } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { Popover } from '../popover/Popover';
import { type Drafts, draftsOf, FIRST_STEP, othersOf, withoutStep, withStep } from './drafts';
import { NoSteps } from './NoSteps';
import { StepRow } from './StepRow';
import type { ValueContext } from './valueOptions';
import { useDrafts } from './useDrafts';
import type { ReadCondition } from './useReadCondition';

interface Props extends Omit<ValueContext, 'others'> {
  anchor: HTMLElement;
  /** The condition that is applied; undefined while it is being read. */
  read: ReadCondition | undefined;
  /** Steps that were changed and not applied; undefined when there are none. */
  drafts: Drafts | undefined;
  onDraft: (drafts: Drafts | undefined) => void;
  onApply: (query: string) => void;
  onEditText: () => void;
  onClose: () => void;
}

/** The filter builder. Nothing is filtered before Apply; what was not applied is there again when it is opened again. */
export default function FilterBuilder(props: Props) {
  const { anchor, read, drafts, onDraft, onEditText, onClose } = props;
  const builder = read?.answer?.builder;
  const shown = drafts ?? (builder ? draftsOf(builder) : undefined);
  const content = () => {
    if (shown) {
      return <Steps {...props} drafts={shown} />;
    }
    return read ? (
      <NoSteps
        read={read}
        onEditText={onEditText}
        onStart={() => {
          onDraft(FIRST_STEP);
        }}
      />
    ) : (
      <LoadingPlaceholder text={t('filters.reading', 'Reading the condition…')} />
    );
  };
  return (
    <Popover title={t('filters.title', 'Filters')} anchor={anchor} width={640} onClose={onClose}>
      {content()}
    </Popover>
  );
}

function Steps({ read, drafts, onDraft, onApply, onEditText, source, range, narrowing }: Props & { drafts: Drafts }) {
  const styles = useStyles2(getStyles);
  const addButton = useRef<HTMLButtonElement>(null);
  const builder = read?.answer?.builder ?? undefined;
  const builderState = useDrafts({ source, applied: builder, drafts, onDraft, onApply });
  const { list, isChanged, isChecked, isApplying, refusal, draft } = builderState;
  const { steps } = drafts;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void builderState.apply();
      }}
    >
      <div ref={list}>
        {steps.length === 0 && <p>{t('filters.none', 'No filters. Every trace of the time range is shown.')}</p>}
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            source={source}
            range={range}
            narrowing={narrowing}
            others={othersOf(drafts, step.id)}
            step={step}
            number={index + 1}
            isChecked={isChecked}
            refusal={refusal?.index === index ? refusal.words : undefined}
            onChange={(next) => {
              draft(withStep(drafts, next));
            }}
            onRemove={() => {
              draft(withoutStep(drafts, step.id));
              // The button that was pressed is gone.
              addButton.current?.focus();
            }}
          />
        ))}
      </div>
      <div className={styles.row}>
        {steps.length < LIMITS.QueryBuilder.steps.maxItems && (
          <Button ref={addButton} size="sm" variant="secondary" icon="plus" onClick={builderState.addStep}>
            {t('filters.add-step', 'Add step')}
          </Button>
        )}
        {steps.length > 1 && <Conjunction drafts={drafts} onDraft={draft} />}
      </div>
      {refusal && refusal.index === undefined && (
        <Alert severity="error" title={t('filters.not-applied', 'The filters were not applied')}>
          {refusal.words}
        </Alert>
      )}
      <div className={styles.foot}>
        <Button type="submit" size="sm" disabled={isApplying || !isChanged}>
          {t('filters.apply', 'Apply')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          disabled={builder?.steps.length === 0 && !isChanged}
          onClick={() => {
            onApply('');
          }}
        >
          {t('filters.clear-all', 'Clear all')}
        </Button>
        {isChanged && (
          <Button size="sm" fill="text" onClick={builderState.discard}>
            {t('filters.discard', 'Discard changes')}
          </Button>
        )}
        <Button size="sm" fill="text" onClick={onEditText}>
          {t('filters.edit-text', 'Edit as text')}
        </Button>
        <span role="status" className={styles.note}>
          {isChanged && unsavedWords(builder === undefined)}
        </span>
      </div>
    </form>
  );
}

function unsavedWords(replacesText: boolean): string {
  return replacesText
    ? t('filters.replaces', 'Not applied yet. Applying replaces the condition that is written as text.')
    : t('filters.unsaved', 'Not applied yet. Closing keeps these changes.');
}

function Conjunction({ drafts, onDraft }: { drafts: Drafts; onDraft: (drafts: Drafts) => void }) {
  return (
    <RadioButtonGroup
      size="sm"
      aria-label={t('filters.conjunction', 'How the steps are joined')}
      options={[
        {
          value: 'and' as const,
          label: t('filters.and', 'AND'),
          description: t('filters.and-means', 'Every step holds'),
        },
        {
          value: 'or' as const,
          label: t('filters.or', 'OR'),
          description: t('filters.or-means', 'At least one step holds'),
        },
      ]}
      value={drafts.conjunction}
      onChange={(conjunction) => {
        onDraft({ ...drafts, conjunction });
      }}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
