import { css } from '@emotion/css';
import { config } from '@grafana/runtime';
import type { Span, Tag } from './spans';

const { spacing, typography, colors } = config.theme2;
const list = css({
  display: 'grid',
  gridTemplateColumns: 'max-content 1fr',
  gap: spacing(0.25, 2),
  margin: spacing(0, 0, 1, 3),
  fontFamily: typography.fontFamilyMonospace,
  fontSize: typography.bodySmall.fontSize,
  dt: { color: colors.text.secondary, fontWeight: 'normal' },
  dd: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
const heading = css({ margin: spacing(0, 0, 0.5, 3), fontSize: typography.body.fontSize });

/** What a span says besides its times: status, tags and events. Everything in it is text, whatever it looks like. */
export function SpanDetails({ span, traceStartMs }: { span: Span; traceStartMs: number }) {
  return (
    <>
      {span.message && <p className={heading}>{span.message}</p>}
      <Tags tags={span.tags} />
      {span.events.map(({ atMs, fields }, index) => (
        <section key={index}>
          <h4 className={heading}>Event after {Math.round(atMs - traceStartMs)} ms</h4>
          <Tags tags={fields} />
        </section>
      ))}
    </>
  );
}

function Tags({ tags }: { tags: Tag[] }) {
  return (
    <dl className={list}>
      {tags.map(({ key, value }, index) => [
        <dt key={`${index}-key`}>{key}</dt>,
        <dd key={`${index}-value`}>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>,
      ])}
    </dl>
  );
}
