import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { Facts } from '../Facts';
import { Section } from '../Section';
import { furtherFacts, metadataFacts } from './metadataFacts';

/** Who asked what model, and what it took. */
export function MetadataSection({ trace, timeZone }: { trace: TraceDetail; timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  return (
    <Section title={t('metadata.title', 'Metadata')}>
      <Facts facts={metadataFacts(trace, timeZone)} />
      {furtherFacts(trace).map(({ title, facts }) => (
        <div key={title} className={styles.group}>
          <h5 className={styles.title}>{title}</h5>
          <Facts facts={facts} />
        </div>
      ))}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({
    marginTop: theme.spacing(1),
    paddingTop: theme.spacing(1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  title: css({
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
