import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { TemplateLinks } from '../../linkTemplates/TemplateLinks';
import type { LinkTemplate } from '../../linkTemplates/templateLinks';
import type { PanelSource } from '../../source/panelSource';
import { CopyMenu } from '../copy/CopyMenu';

interface Props {
  trace: TraceDetail;
  source: PanelSource | null;
  /** Links that the panel's options add. */
  linkTemplates: readonly LinkTemplate[] | undefined;
  /** Puts another trace beside this one; undefined where that cannot be had. */
  onCompare: ((trace: TraceDetail) => void) | undefined;
}

const NO_LINKS: readonly LinkTemplate[] = [];

/** What can be done with the trace that is shown. */
export function HeaderActions({ trace, source, linkTemplates = NO_LINKS, onCompare }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.actions}>
      {onCompare && (
        <Button
          size="sm"
          variant="secondary"
          icon="exchange-alt"
          onClick={() => {
            onCompare(trace);
          }}
        >
          {t('drawer.compare', 'Compare')}
        </Button>
      )}
      <TemplateLinks templates={linkTemplates} trace={trace} />
      <CopyMenu trace={trace} source={source} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
