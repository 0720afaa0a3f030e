import { execFileSync } from 'node:child_process';

// Turns defaults, limits, measure and field tables of the contract into constants for TypeScript and Go.

const LIMITS = {
  default: 'default',
  minimum: 'min',
  maximum: 'max',
  maxItems: 'maxItems',
  maxLength: 'maxLength',
  pattern: 'pattern',
  'x-max-buckets': 'maxBuckets',
  'x-max-terms': 'maxTerms',
  'x-max-depth': 'maxDepth',
  'x-max-pattern-length': 'maxPatternLength',
};

/** Limits, defaults and patterns of a schema's properties: { TracesQuery: { limit: { default: 100, min: 1, max: 1000 } } }. */
function limitsOf(document) {
  const out = {};
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const own = pick(schema);
    if (own) out[name] = own;
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      const found = pick(value);
      if (found) (out[name] ??= {})[property] = found;
    }
  }
  return out;
}

function pick(schema) {
  const found = {};
  for (const [key, label] of Object.entries(LIMITS)) {
    if (typeof schema[key] === 'number' || typeof schema[key] === 'string') found[label] = schema[key];
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The fields that an operation's query parameters filter by, in the order of the dimensions. */
function filtersOf({ paths, components }, operation) {
  const names = operation(paths).parameters.map((parameter) => resolved(parameter, components).name);
  return Object.keys(components.schemas.Dimension['x-labels']).filter((dimension) => names.includes(dimension));
}

function resolved(parameter, components) {
  return parameter.$ref ? components.parameters[parameter.$ref.split('/').at(-1)] : parameter;
}

function tables({ api, query, frames }) {
  const schemas = api.components.schemas;
  return {
    limits: { ...limitsOf(api), ...limitsOf(query) },
    schemaVersion: query.components.schemas.SchemaVersion.const,
    queryTypes: query.components.schemas.QueryType.enum,
    replicaFilters: filtersOf(api, (paths) => paths['/api/v1/replicas'].get),
    dimensions: schemas.Dimension['x-labels'],
    measures: schemas.Measure['x-measures'],
    percentiles: schemas.Measure['x-percentiles'],
    queryFieldTypes: schemas.QueryFieldType['x-query-types'],
    queryFields: schemas.QueryField['x-query-fields'],
    errorStatus: schemas.ErrorCode['x-http-status'],
    frames: Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, frame.fields])),
  };
}

const ts = (name, value, comment) =>
  `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;

/** The TypeScript text of the constants. */
export function tsConstants(contract) {
  const t = tables(contract);
  return [
    ts('LIMITS', t.limits, 'Defaults and limits by schema and property.'),
    ts('QUERY_SCHEMA_VERSION', t.schemaVersion, 'schemaVersion of newly saved queries.'),
    ts('DIMENSIONS', t.dimensions, 'Fields to filter and group by, with their labels.'),
    ts('REPLICA_FILTERS', t.replicaFilters, 'The fields by which replica history is narrowed.'),
    ts('MEASURES', t.measures, 'Measures with label, Grafana unit and description.'),
    ts(
      'QUERY_FIELD_TYPES',
      t.queryFieldTypes,
      'Operators of the query language and of the filter builder by type of field.',
    ),
    ts(
      'QUERY_FIELDS',
      t.queryFields,
      'Fields of the query language: label, type of value, other names, and whether their values can be listed.',
    ),
    ts(
      'PERCENTILES',
      t.percentiles,
      'Up to how many samples percentiles are exact, and how far a sketch is off at most above.',
    ),
    ts('ERROR_STATUS', t.errorStatus, 'HTTP status of each error code.'),
    ts('FRAME_FIELDS', t.frames, 'Fields of the frames the data source returns, by query type.'),
  ].join('\n');
}

const pascal = (name) => name.replace(/(^|[_-])([a-z])/g, (_, __, letter) => letter.toUpperCase());
const goString = (value) => JSON.stringify(value);

const goStrings = (values) => `[]string{${values.map(goString).join(', ')}}`;

function goQueryFieldTypes(types) {
  return [
    '// QueryFieldTypeInfo says how a type of field is compared in the query language and in the filter builder.',
    'type QueryFieldTypeInfo struct {',
    '\tOperators, Builder []string',
    '}',
    '',
    '// QueryFieldTypes lists the types of fields of the query language.',
    'var QueryFieldTypes = map[QueryFieldType]QueryFieldTypeInfo{',
    ...Object.entries(types).map(
      ([name, t]) => `\t${goString(name)}: {Operators: ${goStrings(t.operators)}, Builder: ${goStrings(t.builder)}},`,
    ),
    '}',
  ];
}

function goQueryFields(fields) {
  return [
    '// QueryFieldInfo describes a field of the query language: what values it takes and whether they can be listed.',
    'type QueryFieldInfo struct {',
    '\tLabel, Type string',
    '\tAliases, Values []string',
    '\tHasValues bool',
    '}',
    '',
    '// QueryFields lists the fields of the query language.',
    'var QueryFields = map[QueryField]QueryFieldInfo{',
    ...Object.entries(fields).map(
      ([name, f]) =>
        `\t${goString(name)}: {Label: ${goString(f.label)}, Type: ${goString(f.type)}, Aliases: ${goStrings(f.aliases)}, Values: ${goStrings(f.values ?? [])}, HasValues: ${f.has_values}},`,
    ),
    '}',
  ];
}

/** The Go text of the constants. */
export function goConstants(contract) {
  const t = tables(contract);
  const lines = ['// Code generated from contract/ by `npm run contract`. DO NOT EDIT.', '', 'package contract', ''];
  lines.push(
    '// QuerySchemaVersion is the schemaVersion of newly saved queries.',
    `const QuerySchemaVersion = ${t.schemaVersion}`,
    '',
  );
  lines.push(
    '// QueryTypes lists every type of saved query.',
    `var QueryTypes = []QueryType{${t.queryTypes.map(goString).join(', ')}}`,
    '',
    '// ReplicaFilters are the fields by which replica history is narrowed.',
    `var ReplicaFilters = []Dimension{${t.replicaFilters.map(goString).join(', ')}}`,
    '',
  );
  lines.push('// Defaults and limits by schema and property.', 'const (');
  for (const [schema, entries] of Object.entries(t.limits)) {
    for (const [key, value] of Object.entries(entries)) {
      const pairs =
        typeof value === 'object'
          ? Object.entries(value).map(([l, v]) => [pascal(key) + pascal(l), v])
          : [[pascal(key), value]];
      for (const [suffix, v] of pairs) lines.push(`\tLimit${schema}${suffix} = ${goString(v)}`);
    }
  }
  lines.push(
    ')',
    '',
    '// MeasureInfo describes a measure for people.',
    'type MeasureInfo struct {',
    '\tLabel, Unit, Description string',
    '}',
    '',
  );
  lines.push(
    '// Measures lists every measure with its label, Grafana unit and description.',
    'var Measures = map[Measure]MeasureInfo{',
  );
  for (const [name, m] of Object.entries(t.measures)) {
    lines.push(
      `\t${goString(name)}: {Label: ${goString(m.label)}, Unit: ${goString(m.unit)}, Description: ${goString(m.description)}},`,
    );
  }
  lines.push(
    '}',
    '',
    '// Dimensions lists the fields to filter and group by with their labels.',
    'var Dimensions = map[Dimension]string{',
  );
  for (const [name, label] of Object.entries(t.dimensions)) lines.push(`\t${goString(name)}: ${goString(label)},`);
  lines.push('}', '', ...goQueryFieldTypes(t.queryFieldTypes), '', ...goQueryFields(t.queryFields));
  lines.push(
    '',
    '// FrameField describes a field of a frame.',
    'type FrameField struct {',
    '\tName, Type, Unit, Label string',
    '\tNullable bool',
    '}',
    '',
  );
  lines.push(
    '// FrameFields lists the fields of the frames by query type, in order.',
    'var FrameFields = map[QueryType][]FrameField{',
  );
  for (const [queryType, fields] of Object.entries(t.frames)) {
    lines.push(`\t${goString(queryType)}: {`);
    for (const [name, f] of Object.entries(fields)) {
      const parts = [
        `Name: ${goString(name)}`,
        `Type: ${goString(f.type)}`,
        `Unit: ${goString(f.unit ?? '')}`,
        `Label: ${goString(f.label)}`,
      ];
      if (f.nullable) parts.push('Nullable: true');
      lines.push(`\t\t{${parts.join(', ')}},`);
    }
    lines.push('\t},');
  }
  lines.push('}', '');
  return execFileSync('gofmt', { input: lines.join('\n'), encoding: 'utf8' });
}
