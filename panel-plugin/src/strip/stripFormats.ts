import { formattedValueToString, getValueFormat } from '@grafana/data';
import { t } from '@grafana/i18n';

/** A number in one of Grafana's units, or a dash where it is not known. */
function inUnit(value: number | undefined, unit: string, decimals?: number): string {
  return value === undefined ? t('strip.unknown', '–') : formattedValueToString(getValueFormat(unit)(value, decimals));
}

/** All digits, grouped as in the viewer's language. */
export const exactCount = (count: number | undefined): string => inUnit(count, 'locale', 0);

/** `2.53 s`. */
export const responseTime = (durationMs: number | undefined): string => inUnit(durationMs, 'ms');

/** A share from 0 to 1 in percent. Few failures among many requests must not read 0.00 %. */
export const share = (value: number | undefined): string =>
  inUnit(value, 'percentunit', value !== undefined && value > 0 && value < 0.001 ? 3 : 2);

export const credits = (value: number | undefined): string => inUnit(value, 'short');

/** Sums of a cent and more with two digits, smaller ones with what Grafana shows of them. */
export const money = (value: number | undefined): string =>
  inUnit(value, 'currencyUSD', value !== undefined && value !== 0 && Math.abs(value) < 0.01 ? 6 : 2);
