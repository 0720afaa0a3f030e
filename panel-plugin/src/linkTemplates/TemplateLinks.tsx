import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Dropdown, LinkButton, Menu } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../hostile/visibleText';
import { templateLinks, type LinkedTrace, type LinkTemplate, type TraceLink } from './templateLinks';

interface Props {
  templates: readonly LinkTemplate[];
  trace: LinkedTrace;
}

/** Where the dashboard's author says that a trace leads: one link as a button, more of them as a menu. */
export function TemplateLinks({ templates, trace }: Props) {
  const links = templateLinks(templates, trace);
  const [first] = links;
  if (!first) {
    return null;
  }
  return links.length === 1 ? (
    <LinkButton size="sm" variant="secondary" icon="external-link-alt" {...targetOf(first)} href={hrefOf(first)}>
      {visibleText(first.name)}
    </LinkButton>
  ) : (
    <Dropdown
      overlay={
        <Menu>
          {links.map((link, index) => (
            <Menu.Item key={index} label={visibleText(link.name)} url={hrefOf(link)} {...targetOf(link)} />
          ))}
        </Menu>
      }
    >
      <Button size="sm" variant="secondary" icon="external-link-alt">
        {t('links.menu', 'Links')}
      </Button>
    </Dropdown>
  );
}

/** Paths of this Grafana begin with its sub path. */
function hrefOf({ href, isOfGrafana }: TraceLink): string {
  return isOfGrafana ? locationUtil.assureBaseUrl(href) : href;
}

function targetOf({ isOfGrafana }: TraceLink) {
  return isOfGrafana ? {} : { target: '_blank' as const, rel: 'noreferrer' };
}
