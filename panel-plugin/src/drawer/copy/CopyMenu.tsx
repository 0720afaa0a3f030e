import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Dropdown, Icon, Menu, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { errorWords } from '../../errors/errorWords';
import type { PanelSource } from '../../source/panelSource';
import { canCopy, copyOf, isWithheld, type Copy } from './copies';
import { copyText } from './copyText';
import { saveFixture } from './saveFixture';

interface Props {
  trace: TraceDetail;
  source: PanelSource | null;
}

interface Notice {
  text: string;
  isFailure: boolean;
}

const COPIES: readonly Copy[] = ['requestJson', 'responseText', 'requestId', 'traceId', 'curl', 'link', 'fixture'];

/** What can be taken out of a trace, for a terminal, a test or a colleague. What was done is said beside the button. */
export function CopyMenu({ trace, source }: Props) {
  const styles = useStyles2(getStyles);
  const [notice, setNotice] = useState<Notice>();
  const copying = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    copying.current = controller;
    return () => {
      controller.abort();
    };
  }, [trace, source]);
  const act = async (action: (signal: AbortSignal) => Promise<void>, done: string) => {
    const { signal } = copying.current;
    setNotice(undefined);
    try {
      await action(signal);
      setNotice({ text: done, isFailure: false });
    } catch (error) {
      if (!signal.aborted) {
        setNotice({ text: failureText(error), isFailure: true });
      }
    }
  };
  const menu = () => (
    <Menu ariaLabel={t('copy.menu', 'Copy')}>
      {COPIES.map((copy) => (
        <Menu.Item
          key={copy}
          label={copyName(copy)}
          {...withDescription(copy, trace)}
          disabled={!canCopy(copy, trace)}
          onClick={() => {
            void act(
              (signal) => copyText(copyOf(copy, trace, source, signal)),
              t('copy.copied', 'Copied: {{what}}', { what: copyName(copy) })
            );
          }}
        />
      ))}
      <Menu.Divider />
      <Menu.Item
        icon="download-alt"
        label={t('copy.save-fixture', 'Download test fixture')}
        disabled={!canCopy('fixture', trace)}
        onClick={() => {
          void act(
            async (signal) => {
              saveFixture(await copyOf('fixture', trace, source, signal), trace.request_id);
            },
            t('copy.saved', 'The test fixture was downloaded.')
          );
        }}
      />
    </Menu>
  );
  return (
    <span className={styles.place}>
      <Dropdown overlay={menu} placement="bottom-end">
        <Button size="sm" variant="secondary" icon="copy" aria-haspopup="menu">
          {t('copy.menu', 'Copy')}
        </Button>
      </Dropdown>
      <span role="status" className={notice?.isFailure ? styles.failure : styles.notice}>
        {notice && <Icon name={notice.isFailure ? 'exclamation-triangle' : 'check'} size="sm" aria-hidden />}
        {notice?.text}
      </span>
    </span>
  );
}

function copyName(copy: Copy): string {
  switch (copy) {
    case 'requestJson':
      return t('copy.request-json', 'Request JSON');
    case 'responseText':
      return t('copy.response-text', 'Response text');
    case 'requestId':
      return t('copy.request-id', 'Request ID');
    case 'traceId':
      return t('copy.trace-id', 'Trace ID');
    case 'curl':
      return t('copy.curl-command', 'cURL command');
    case 'link':
      return t('copy.link', 'Link to this trace');
    case 'fixture':
      return t('copy.fixture', 'Test fixture');
  }
}

function withDescription(copy: Copy, trace: TraceDetail): { description?: string } {
  if (canCopy(copy, trace)) {
    return copy === 'curl' || copy === 'fixture' ? { description: t('copy.without-secrets', 'Without secrets') } : {};
  }
  return {
    description: isWithheld(trace)
      ? t('copy.withheld', 'Contents are withheld from you')
      : t('copy.not-known', 'Not part of this trace'),
  };
}

function failureText(error: unknown): string {
  return error instanceof DOMException && error.name === 'NotAllowedError'
    ? t(
        'copy.refused',
        'Not copied: the browser did not allow it. Click again, or allow this page to use the clipboard.'
      )
    : t('copy.failed', 'Not copied: {{reason}}', {
        reason: errorWords(error),
        interpolation: { escapeValue: false },
      });
}

const getStyles = (theme: GrafanaTheme2) => ({
  place: css({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1) }),
  notice: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  failure: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
