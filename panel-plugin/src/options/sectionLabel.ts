import { t } from '@grafana/i18n';
import type { SectionId } from '../drawer/sections/sectionIds';

/** What a part of the drawer is called in the panel editor. */
export function sectionLabel(id: SectionId): string {
  switch (id) {
    case 'error':
      return t('section.error', 'Error');
    case 'retries':
      return t('section.retries', 'Retries');
    case 'input':
      return t('section.input', 'Input');
    case 'output':
      return t('section.output', 'Output');
    case 'metadata':
      return t('section.metadata', 'Metadata');
    case 'timing':
      return t('section.timing', 'Timing');
    case 'workflow':
      return t('section.workflow', 'Workflow');
    case 'spans':
      return t('section.spans', 'Spans');
    case 'parameters':
      return t('section.parameters', 'Parameters');
    case 'tags':
      return t('section.tags', 'Tags');
    case 'http-request':
      return t('section.http-request', 'Request as sent');
  }
}
