/** Import rules. Every one is an error. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'products-do-not-import-each-other',
      comment:
        'Server, data source, panel and workbench meet only over HTTP, frames and built bundles. The client is for all.',
      severity: 'error',
      // A test of the contract may hold two products against each other, as it does with a query's text and its reader.
      from: {
        path: '^(client|backend-mock|datasource-plugin|panel-plugin|workbench|contract|provisioning|scripts)/',
        pathNot: '^contract/[^/]+\\.test\\.mjs$',
      },
      to: {
        path: '^(client|backend-mock|datasource-plugin|panel-plugin|workbench|contract|provisioning|scripts)/',
        pathNot: ['^$1/', '^contract/compileSchema', '^client/src/index\\.ts$'],
      },
    },
    {
      name: 'client-runs-in-browsers',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '\\.test\\.|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-logic-knows-no-react',
      comment: 'Query logic, formatting and frame reading are plain functions.',
      severity: 'error',
      from: { path: '^(datasource-plugin/src/query|panel-plugin/src/(model|format))/', pathNot: '\\.test\\.' },
      to: { path: 'node_modules/(react|react-dom|@grafana/ui)/' },
    },
    {
      name: 'sql-and-payload-reading-know-no-http',
      comment: 'SQL building, payload reading and mapping are plain functions.',
      severity: 'error',
      from: { path: '^backend-mock/src/(payload/|.*/sql\\.ts$|.*[sS]ql\\.ts$)', pathNot: '\\.test\\.' },
      to: { path: 'node_modules/(fastify|@clickhouse)|^backend-mock/src/(app|server)\\.ts$' },
    },
    {
      name: 'query-language-is-pure',
      comment: 'The query language turns text into a tree and the tree into SQL; it knows no server, engine or store.',
      severity: 'error',
      from: { path: '^backend-mock/src/query/', pathNot: '\\.test\\.' },
      to: {
        pathNot: [
          '^backend-mock/src/(query/|contract/|errors\\.ts$|ingest/engineTime\\.ts$)',
          'node_modules/(@chevrotain|chevrotain)/',
        ],
      },
    },
    {
      name: 'sources-do-not-import-tests',
      severity: 'error',
      from: { pathNot: '\\.(test|spec)\\.|/testing/|/fixtures/|/e2e/' },
      to: { path: '\\.(test|spec)\\.|/testing/|/fixtures/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^(grafana-public-path|amd-module|panel-data-error-view)|\\?worker$|\\?url$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.build|\\.config)/|node_modules/.cache' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['modeltrace-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
