import { CoreApp, type PanelData } from '@grafana/data';
import { locationService } from '@grafana/runtime';

const EXPLORE: string = CoreApp.Explore;

/** Ends of a time range as an address holds them: `now-30d`, or milliseconds since 1970 as text. */
export interface RangeText {
  from: string;
  to: string;
}

/**
 * Makes a range the dashboard's. By the address, as the panel's own `onChangeTimeRange` takes no relative ranges; Back
 * takes it back.
 */
export function changeRange({ from, to }: RangeText): void {
  locationService.partial({ from, to });
}

/** Explore keeps its range elsewhere, and lets no panel change it. */
export function canChangeRange({ request }: PanelData): boolean {
  return request !== undefined && request.app !== EXPLORE;
}
