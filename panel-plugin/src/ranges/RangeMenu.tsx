import { dateTimeFormat, rangeUtil, type RawTimeRange, type TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';
import React from 'react';
import { loadModels, type Model } from '../modelPicker/models';
import type { PanelSource } from '../source/panelSource';
import { squareWhereNarrow, wordsWhereWide } from '../view/narrow';
import { changeRange } from './changeRange';
import { oldestTrace } from './oldestTrace';
import { allTime, QUICK_RANGES, quickRangeOf, RAW_RANGES, type QuickRange } from './quickRanges';

/** As Grafana writes days. */
const DAY = 'YYYY-MM-DD';

interface Props {
  range: TimeRange;
  /** The dashboard's; the viewer's own where it is not known. */
  timeZone?: string | undefined;
  source: PanelSource | null | undefined;
  /** Name of the chosen model; any other text stands for all. */
  model: string;
}

/** The ranges that traces are looked at over, in two clicks. */
export function RangeMenu({ range, timeZone, source, model }: Props) {
  const buttonClass = useStyles2(squareWhereNarrow);
  const current = quickRangeOf(range.raw);
  const words = current === undefined ? otherWords(range, timeZone) : rangeWords(current);
  const choose = (name: QuickRange) => {
    if (name === 'all-time') {
      void showAllTime(source ?? null, model);
    } else {
      changeRange(RAW_RANGES[name]);
    }
  };
  return (
    <Dropdown
      placement="bottom-start"
      overlay={
        <Menu ariaLabel={t('ranges.label', 'Time range')}>
          {QUICK_RANGES.map((name) => (
            <Menu.Item
              key={name}
              label={rangeWords(name)}
              active={name === current}
              onClick={() => {
                choose(name);
              }}
            />
          ))}
        </Menu>
      }
    >
      <Button
        variant="secondary"
        icon="calendar-alt"
        className={buttonClass}
        aria-label={t('ranges.choose', 'Time range: {{range}}', { range: words ?? t('ranges.other', 'Other') })}
      >
        <span className={wordsWhereWide}>{words ?? t('ranges.button', 'Time range')}</span>
      </Button>
    </Dropdown>
  );
}

/** All time begins with the oldest trace of what is shown; where that cannot be had, long before any. */
async function showAllTime(source: PanelSource | null, model: string): Promise<void> {
  const models = await loadModels(source).catch((): Model[] => []);
  changeRange(allTime(oldestTrace(models, model)));
}

/**
 * A range that is not in the menu, in Grafana's words; one that began on a day, as all time does, by that day. Those
 * of fixed times are too long for a button.
 */
function otherWords({ from, raw }: TimeRange, timeZone: string | undefined): string | undefined {
  if (isRelative(raw.from)) {
    return rangeUtil.describeTimeRange(raw);
  }
  return raw.to === 'now'
    ? t('ranges.since', 'Since {{date}}', {
        date: dateTimeFormat(from, { ...(timeZone !== undefined && { timeZone }), format: DAY }),
        interpolation: { escapeValue: false },
      })
    : undefined;
}

/** Grafana calls a range relative when only its end is, but cannot name it then. */
function isRelative(end: RawTimeRange['from']): boolean {
  return typeof end === 'string' && end.startsWith('now');
}

function rangeWords(name: QuickRange): string {
  switch (name) {
    case 'today':
      return t('ranges.today', 'Today');
    case 'yesterday':
      return t('ranges.yesterday', 'Yesterday');
    case 'this-week':
      return t('ranges.this-week', 'This week');
    case 'this-month':
      return t('ranges.this-month', 'This month');
    case 'last-month':
      return t('ranges.last-month', 'Last month');
    case 'last-30-days':
      return t('ranges.last-30-days', 'Last 30 days');
    case 'last-90-days':
      return t('ranges.last-90-days', 'Last 90 days');
    case 'this-year':
      return t('ranges.this-year', 'This year');
    case 'last-year':
      return t('ranges.last-year', 'Last year');
    case 'all-time':
      return t('ranges.all-time', 'All time');
  }
}
