import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import type { PanelSource } from '../../source/panelSource';
import { Facts } from '../Facts';
import { LargeText } from '../payload/LargeText';
import { Section } from '../Section';
import { fact, known, valueText } from '../fact';
import { workflowLinks } from '../links/sourceLinks';

interface Props {
  workflow: NonNullable<TraceDetail['workflow']>;
  source: PanelSource | null | undefined;
}

/** The workflow that sent the request, with links to its pages, and what its node was given and returned. */
export function WorkflowSection({ workflow, source }: Props) {
  const styles = useStyles2(getStyles);
  const links = workflowLinks(source, workflow);
  const data = known([
    fact(t('workflow.input', 'Input data'), valueText(workflow.input)),
    fact(t('workflow.output', 'Output data'), valueText(workflow.output)),
  ]);
  return (
    <Section title={t('workflow.title', 'Workflow')}>
      <Facts
        facts={known([
          fact(t('workflow.name', 'Workflow'), workflow.name, hrefOf(links.workflow)),
          fact(t('workflow.run-id', 'Run ID'), workflow.run_id, hrefOf(links.run)),
          fact(t('workflow.node-id', 'Node ID'), workflow.node_id),
        ])}
      />
      <div className={styles.data}>
        {data.map(({ label, value }) => (
          <div key={label} className={styles.side}>
            <h5 className={styles.title}>{label}</h5>
            <LargeText text={value} label={label} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function hrefOf(href: string | undefined): { href?: string } {
  return href === undefined ? {} : { href };
}

const getStyles = (theme: GrafanaTheme2) => ({
  data: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(40)}), 1fr))`,
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
  }),
  side: css({ minWidth: 0 }),
  title: css({ margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.bodySmall.fontSize }),
});
