import { laneOf } from './laneSql.js';
import { LANES } from './catalogue.js';
import {
  BAD_DEPLOYMENT_STORY,
  RATE_LIMIT_STORY,
  RUSH_DEPLOYMENT,
  RUSH_STORY,
  SLOW_REGION_STORY,
  type Story,
  UNDEPLOYED_STORY,
} from './stories.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A story of the demo and when it happens. */
export interface StoryTimes {
  story: string;
  where: string;
  /** Those that lie in the period as a whole or in part, in order of time. */
  times: { from: Date; to: Date }[];
}

/** Stretches of time (milliseconds since 1970) that begin on the days chosen, among those that touch the period. */
function stretches(from: Date, until: Date, isOn: (day: number) => boolean, startMs: number, lengthMs: number) {
  const firstDay = Math.floor((from.getTime() - startMs - lengthMs) / DAY_MS);
  const days = Math.ceil((until.getTime() - firstDay * DAY_MS) / DAY_MS);
  return Array.from({ length: Math.max(0, days) }, (_, index) => firstDay + index)
    .filter(isOn)
    .map((day) => ({ from: new Date(day * DAY_MS + startMs), to: new Date(day * DAY_MS + startMs + lengthMs) }))
    .filter((stretch) => stretch.to > from && stretch.from < until);
}

/** When and where the demo's stories happen between two times. */
export function storyTimes(from: Date, until: Date): StoryTimes[] {
  const hoursOf = ({ fromHour, toHour }: Pick<Story, 'fromHour' | 'toHour'>) =>
    [fromHour * HOUR_MS, (toHour + 1 - fromHour) * HOUR_MS] as const;
  const recurring = (story: Story) =>
    stretches(from, until, (day) => day % story.everyDays === story.onDay, ...hoursOf(story));
  const badLane = laneOf(BAD_DEPLOYMENT_STORY.deployment);
  const versionDays = LANES[badLane - 1]?.versionDays ?? 1;
  const { everyDays, fromDay, toDay } = UNDEPLOYED_STORY;
  return [
    {
      story: 'bad deployment: a third of the requests fails after a new version',
      where: `deployment ${BAD_DEPLOYMENT_STORY.deployment}`,
      times: stretches(from, until, (day) => (day + badLane) % versionDays === 0, ...hoursOf(BAD_DEPLOYMENT_STORY)),
    },
    { story: 'rate-limit storm', where: 'connection openai-main', times: recurring(RATE_LIMIT_STORY) },
    { story: 'slow region', where: 'connection azure-westeurope', times: recurring(SLOW_REGION_STORY) },
    {
      story: 'rush: requests triple and wait an hour until replicas are scaled up',
      where: `deployment ${RUSH_DEPLOYMENT}`,
      times: recurring(RUSH_STORY),
    },
    {
      story: 'deployment taken down',
      where: `deployment ${UNDEPLOYED_STORY.deployment}`,
      times: stretches(from, until, (day) => day % everyDays === fromDay, 0, (toDay + 1 - fromDay) * DAY_MS),
    },
  ];
}
