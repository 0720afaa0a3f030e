import { t } from '@grafana/i18n';

/** What a greater number means for whoever pays and waits. */
export type Preference = 'less-is-better' | 'more-is-better' | 'neither';

/** How a number on the right differs from the one on the left. */
export interface NumberChange {
  /** `+1.2 s (+47 %)` */
  text: string;
  verdict: 'better' | 'worse' | 'neither';
}

/** Undefined where one of them is not known or they are equal. */
export function numberChange(
  left: number | null | undefined,
  right: number | null | undefined,
  format: (value: number) => string,
  preference: Preference
): NumberChange | undefined {
  if (!isKnown(left) || !isKnown(right) || left === right) {
    return undefined;
  }
  const difference = right - left;
  const absolute = `${difference > 0 ? '+' : '−'}${format(Math.abs(difference))}`;
  return {
    text: left === 0 ? absolute : `${absolute} (${share(difference / left)})`,
    verdict: verdict(difference, preference),
  };
}

/** `better` or `worse` for those who do not see the colour. */
export function verdictText(verdict: NumberChange['verdict']): string {
  switch (verdict) {
    case 'better':
      return t('compare.better', 'better');
    case 'worse':
      return t('compare.worse', 'worse');
    case 'neither':
      return '';
  }
}

function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Of small shares one decimal. From ten times on, as a factor: `+14,000 %` says nothing to anyone. */
function share(ratio: number): string {
  if (ratio >= 9) {
    return `×${Math.round(ratio + 1).toLocaleString('en-US')}`;
  }
  const percent = Math.abs(ratio * 100);
  const digits = percent < 10 ? 1 : 0;
  return percent < 0.05 ? '<0.1 %' : `${ratio > 0 ? '+' : '−'}${percent.toFixed(digits)} %`;
}

function verdict(difference: number, preference: Preference): NumberChange['verdict'] {
  if (preference === 'neither') {
    return 'neither';
  }
  return difference < 0 === (preference === 'less-is-better') ? 'better' : 'worse';
}
