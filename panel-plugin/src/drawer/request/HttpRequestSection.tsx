import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { components } from '../../contract/api.gen';
import { Facts } from '../Facts';
import { Section } from '../Section';
import { fact } from '../fact';
import { redactHeader, redactUrl } from './redact';

interface Props {
  request: components['schemas']['HttpRequest'];
  /** Leads to the body, which is the input; undefined where the input is not shown. */
  onShowBody: (() => void) | undefined;
}

/** Where the request went and with which headers. Its body is the input, which is not loaded a second time. */
export function HttpRequestSection({ request, onShowBody }: Props) {
  const styles = useStyles2(getStyles);
  const headers = Object.entries(request.headers ?? {});
  return (
    <Section title={t('request.title', 'Request as sent')}>
      <Facts
        facts={[
          fact(t('request.method', 'Method'), request.method),
          fact(t('request.url', 'URL'), redactUrl(request.url ?? '')),
        ]}
      />
      <h5 className={styles.title}>{t('request.headers', 'Headers')}</h5>
      {headers.length === 0 ? (
        <p>{t('request.no-headers', 'No headers were recorded.')}</p>
      ) : (
        <Facts facts={headers.map(([name, value]) => fact(name, redactHeader(name, value)))} />
      )}
      {onShowBody && (
        <Button className={styles.body} size="sm" variant="secondary" icon="arrow-up" onClick={onShowBody}>
          {t('request.show-body', 'Body: show the input')}
        </Button>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(1, 0, 0.5), fontSize: theme.typography.bodySmall.fontSize }),
  body: css({ marginTop: theme.spacing(1) }),
});
