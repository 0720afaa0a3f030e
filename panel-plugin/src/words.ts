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
} as const;
