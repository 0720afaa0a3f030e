import { sqlText } from './sqlLiteral.js';

/**
 * The demo's stories, as conditions over `day` (days since 1970), `hour` (0 to 23, UTC) and the lane's columns. They
 * come back again and again, so that every stretch of a few weeks has each of them. docs/demo-data.md tells them.
 */

/** Requests, per hour of the day: nights are quiet, office hours in Europe and America are not. */
export const HOUR_WEIGHTS = [3, 2, 2, 2, 2, 3, 5, 8, 12, 15, 16, 15, 13, 14, 16, 16, 15, 13, 11, 9, 7, 6, 5, 4];

/** Share of a full working day, Monday to Sunday. */
export const WEEKDAY_FACTORS = [1.2, 1.28, 1.3, 1.25, 1.12, 0.48, 0.37];

/** 1970-01-01 was a Thursday; Monday is 0. */
export const WEEKDAY_OF_DAY_0 = 3;

/** A story that comes back every `everyDays` days, on those with `day % everyDays = onDay`, in some hours (UTC). */
export interface Story {
  everyDays: number;
  onDay: number;
  fromHour: number;
  /** Last hour, inclusive. */
  toHour: number;
}

function when({ everyDays, onDay, fromHour, toHour }: Story, day = 'day', hour = 'hour'): string {
  return `(${day} % ${everyDays} = ${onDay} AND ${hour} BETWEEN ${fromHour} AND ${toHour})`;
}

/** Hours after a new version of the support deployment goes live in which it fails a third of its requests, until it is rolled back. */
export const BAD_DEPLOYMENT_STORY = { deployment: 'support-production', fromHour: 10, toHour: 14 };
export const BAD_DEPLOYMENT = `(deployment = ${sqlText(BAD_DEPLOYMENT_STORY.deployment)} AND is_version_day AND hour BETWEEN ${BAD_DEPLOYMENT_STORY.fromHour} AND ${BAD_DEPLOYMENT_STORY.toHour})`;
export const BAD_DEPLOYMENT_FAILURES = 0.34;

/** OpenAI turns requests of one connection away by the hundred. */
export const RATE_LIMIT_STORY: Story = { everyDays: 9, onDay: 4, fromHour: 14, toHour: 15 };
export const RATE_LIMIT_STORM = `(connection = 'openai-main' AND ${when(RATE_LIMIT_STORY)})`;
export const RATE_LIMIT_FAILURES = 0.58;

/** A region answers four times slower than usual, and times out more often. */
export const SLOW_REGION_STORY: Story = { everyDays: 8, onDay: 5, fromHour: 9, toHour: 16 };
export const SLOW_REGION = `(connection = 'azure-westeurope' AND ${when(SLOW_REGION_STORY)})`;
export const SLOW_FACTOR = 4;

/**
 * Requests to one deployment triple. For an hour its replicas are too few and requests wait; then they are scaled up,
 * and an hour after the rush down again.
 */
export const RUSH_STORY: Story = { everyDays: 10, onDay: 6, fromHour: 11, toHour: 14 };
export const RUSH_DEPLOYMENT = 'mistral-production';
/** Share of all requests of the rush's hours that go there on top of the usual ones. */
export const RUSH_SHARE = 0.14;
export const RUSH_QUEUE_FACTOR = 60;
/** Share of its replicas that the deployment needs when there is no rush. */
export const RUSH_USUAL_REPLICAS = 0.4;

/** Whether there is a rush in an hour of a day, both SQL expressions. */
export const RUSH = when(RUSH_STORY);
/** Requests of the rush that come before the new replicas do. */
export const RUSH_IS_WAITING = `(deployment = ${sqlText(RUSH_DEPLOYMENT)} AND ${when({ ...RUSH_STORY, toHour: RUSH_STORY.fromHour })})`;

/** Whether the deployment runs on all of its replicas, in an hour of a day given by SQL expressions. */
export function isScaledUp(day: string, hour: string): string {
  return when({ ...RUSH_STORY, fromHour: RUSH_STORY.fromHour + 1, toHour: RUSH_STORY.toHour + 1 }, day, hour);
}

/** A deployment is taken down for four days; its requests go to another one. */
export const UNDEPLOYED_STORY = {
  deployment: 'llama-batch',
  instead: 'llama-us',
  everyDays: 26,
  fromDay: 11,
  toDay: 14,
};

/** Whether the deployment is down on the day given by a SQL expression. */
export function isUndeployed(day: string): string {
  const { everyDays, fromDay, toDay } = UNDEPLOYED_STORY;
  return `(${day} % ${everyDays} BETWEEN ${fromDay} AND ${toDay})`;
}
