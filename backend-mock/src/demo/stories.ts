import { sqlText } from './sqlLiteral.js';

/**
 * The demo's stories, as conditions over `day` (days since 1970), `hour` (0 to 23, UTC) and the lane's columns. They
 * come back again and again, so that every stretch of a few weeks has each of them.
 */

/** Requests, per hour of the day: nights are quiet, office hours in Europe and America are not. */
export const HOUR_WEIGHTS = [3, 2, 2, 2, 2, 3, 5, 8, 12, 15, 16, 15, 13, 14, 16, 16, 15, 13, 11, 9, 7, 6, 5, 4];

/** Share of a full working day, Monday to Sunday. */
export const WEEKDAY_FACTORS = [1.2, 1.28, 1.3, 1.25, 1.12, 0.48, 0.37];

/** 1970-01-01 was a Thursday; Monday is 0. */
export const WEEKDAY_OF_DAY_0 = 3;

/** A new version of the support deployment fails a third of its requests until it is rolled back. */
export const BAD_DEPLOYMENT = "deployment = 'support-production' AND is_version_day AND hour BETWEEN 10 AND 14";
export const BAD_DEPLOYMENT_FAILURES = 0.34;

/** OpenAI turns requests of one connection away by the hundred. */
export const RATE_LIMIT_STORM = "connection = 'openai-main' AND day % 9 = 4 AND hour IN (14, 15)";
export const RATE_LIMIT_FAILURES = 0.58;

/** A region answers four times slower than usual, and times out more often. */
export const SLOW_REGION = "connection = 'azure-westeurope' AND day % 8 = 5 AND hour BETWEEN 9 AND 16";
export const SLOW_FACTOR = 4;

/** A deployment is taken down for four days and runs no requests then. */
export const UNDEPLOYED_DEPLOYMENT = 'llama-batch';

/** Whether `deployment` is down on the day given by a SQL expression. */
export function isUndeployed(day: string): string {
  return `(deployment = ${sqlText(UNDEPLOYED_DEPLOYMENT)} AND ${day} % 26 BETWEEN 11 AND 14)`;
}
