/** Every sentence and label that the panel says itself. Labels of trace fields come from the contract. */
export const words = {
  unknown: '–',
  options: {
    searchVariable: 'Search variable',
    searchVariableHelp:
      'Name of the dashboard variable that the search field writes. Without such a variable the field is hidden.',
    density: 'Row height',
    comfortable: 'Comfortable',
    compact: 'Compact',
    columns: 'More columns',
  },
  status: { success: 'Success', error: 'Error', timeout: 'Timeout', unknown: 'Unknown status' },
  table: {
    label: 'Traces',
    loaded: (rows: number) => `${rows.toLocaleString('en-US')} loaded`,
    allLoaded: (rows: number) => `${rows.toLocaleString('en-US')} loaded, all there are`,
    loadedUpToLimit: (rows: number) =>
      `${rows.toLocaleString('en-US')} loaded, the most this panel holds. Narrow the time range or the search to see older ones.`,
    loading: 'Loading more…',
    nextPageFailed: (reason: string) => `More rows could not be loaded. ${reason}`,
    retry: 'Try again',
  },
  search: { label: 'Search traces', placeholder: 'Request ID or any text' },
  states: {
    loading: 'Loading traces…',
    noData: 'No data',
    noDataHelp: 'The query returned no table. Choose the query type "Traces" of a Modeltrace data source.',
    noTraces: 'No traces in this time range',
    noTracesHelp: 'Choose a longer time range or fewer filters.',
    noMatch: (search: string) => `No trace matches “${search}”`,
    noMatchHelp: 'The search looks for the text in request id, input, output, error message and tags.',
    missingFields: 'This data has no traces the table can show',
    missingFieldsHelp: (fields: string[]) =>
      `Missing ${fields.length === 1 ? 'field' : 'fields'}: ${fields.join(', ')}. A query of type "Traces" returns them.`,
    queryFailed: 'Traces could not be loaded',
  },
  errors: {
    engineUnavailable: "The trace server's database is starting or down. Try again in a moment.",
    unauthenticated: 'The trace server refused the API key. Check it in the settings of the data source.',
    forbidden: 'You have no access to this data source.',
    overloaded: 'The trace server is busy. Try again in a moment.',
    unreachable:
      'The trace server cannot be reached. Check that it runs and the URL in the settings of the data source.',
    timedOut:
      'The trace server did not answer in time. Choose a shorter time range, or a longer timeout in the data source.',
    traceNotFound: 'There is no trace with this request id. It may have been deleted, or the link may be incomplete.',
    noResources: 'The data source of this panel cannot show a single trace. Use a Modeltrace data source.',
    notATrace: 'The data source answered with something that is not a trace.',
    unknown: 'No reason was given.',
  },
} as const;
