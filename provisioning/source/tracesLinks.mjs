/** What addresses call the state of the table on the traces page, such as `mt-10-query`: links of alert rules hold it, too. */
export const TABLE_ID = 10;

/** The requests behind a panel: the same choices and time range on the traces page. */
const PAGE = '/d/modeltrace-traces?${__url_time_range}&${__all_variables}';

const toTraces = { title: 'Show the requests', url: PAGE };

const toFailures = { title: 'Show the failed requests', url: `${PAGE}&mt-${TABLE_ID}-query=status%3Dfailed` };

/** Where a panel leads: a rate of failures to the failed requests, a chart with a line of them to both, all others to all. */
export function linksToTraces({ targets }) {
  const measures = targets.flatMap((target) => target.measures ?? []);
  if (measures.includes('failure_rate')) {
    return [toFailures];
  }
  // The line of the failed ones lies near zero, where a point is hard to hit.
  return measures.includes('failures') ? [toTraces, toFailures] : [toTraces];
}

/** The panels, each with its links. */
export const withLinks = (panels) => panels.map((panel) => ({ ...panel, links: linksToTraces(panel) }));
