/** What addresses call the state of the table on the traces page, such as `mt-10-query`: links of alert rules hold it, too. */
export const TABLE_ID = 10;

/** The requests behind a panel: the same choices and time range on the traces page. */
const PAGE = '/d/modeltrace-traces?${__url_time_range}&${__all_variables}';

const toTraces = { title: 'Show the requests', url: PAGE };

const toFailures = { title: 'Show the failed requests', url: `${PAGE}&mt-${TABLE_ID}-query=status%3Dfailed` };

/** Where a panel leads: numbers of failures to the failed requests, all others to all requests. */
export function linkToTraces({ title }) {
  return title.startsWith('Failure rate') ? toFailures : toTraces;
}
