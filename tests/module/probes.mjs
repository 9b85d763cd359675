// Packets that try every member of the schema with every kind of value, right and wrong, one member a packet; and some
// with several. Each is given as JSON text, so that 3, 3.0 and 3e0 are three probes.
//
// Does not know what is right: a validator of JSON Schema and the reader are held against each other (schema.test.mjs).

const long = (length) => JSON.stringify('x'.repeat(length));
const texts = [
  '', ' ', '\u00a0', 'x', ' x ', 'line\nbreak', 'a\u0000b', '\u0000', 'yes', 'no', 'Yes', 'true', 'none',
  '0', '-0', '4', '4.', '.5', '007', '+4', '1.50', '1.500', '412.6', '412.605', '1,234.50', '$1,234.50', '(250)', '-5', '−5', '1e2',
  '0.00', '0.95', '0.95001', '1.0000', '1.01', '95%', '365', '365.00', '365.01', '366', '9999999999.99', '10000000000',
  '2027-02-01', '2027-2-1', '02/01/2027', 'Feb 1, 2027', '2027-02-30', '2027-02-01 ', '1899-12-31', '1900-01-01', '1900-02-29',
  '2000-02-29', '2028-02-29', '2100-02-29', '2199-12-31', '2200-01-01', '2027-04-31', '2027-00-10', '2027-13-01',
  'INCUMBENT', 'incumbent', 'Current incumbent', 'long', 'Long', 'medium', '3', '03', 'CO', 'co', 'Colorado', 'ZZ', 'GS', 'gs', 'GSX',
  'É', 'E\u0301', 'J', 'J.', 'JJ', '李', '’', '😀', '\u0301', '٣', '0343', '343', 'DCB', 'dcb', '2027H1', '2027H3', '2027h1', '1899H2', '1900H1', '2199H2', '2200H1',
  'telework-packet/1', 'telework-packet/1.4', 'telework-packet/2', 'telework-packet/x', `sha256:${'0'.repeat(64)}`, `sha256:${'A'.repeat(64)}`,
  '0'.repeat(32), '0'.repeat(64), `sha256-jcs:${'0'.repeat(64)}`, 'not_applicable', 'executive', 'telework-chain/1', 'telework-entry/1',
];
const values = [
  'null', 'true', 'false', '0', '-0', '1', '-1', '4', '4.0', '4e0', '0.5', '1.5', '1.55', '1.555', '0.9999', '0.99999', '412.6', '412.605',
  '12', '100', '365', '366', '367', '1993', '1994', '2199', '2200', '-5', '-5.25', '10000000000', '9007199254740991', '9007199254740992', '1e300',
  '[]', '["x"]', '[{}]', '{}', '{"unknown": 1}', long(500), long(501), long(20_000), ...texts.map((text) => JSON.stringify(text)),
];

// What stands around a probe so that it alone decides.
const around = {
  actuals: { half_year: '"2027H1"', spent: '"1"' },
  'worksheet.lines': { id: '"travel_budget.trip_cost"', value: 'null' },
  'annual_review.reviewed': { format: '"telework-packet/1"' },
  chain: { format: '"telework-chain/1"', entries: '[]' },
  'chain.entries.saw': { content: `"${'0'.repeat(64)}"` },
  'chain.entries.evidence': { sha256: `"${'0'.repeat(64)}"` },
  'chain.entries.route': { second_level: '"not_applicable"', third_level: '"not_applicable"' },
};

const objectText = (members) => `{${Object.entries(members).map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(', ')}}`;

// The paths of all members; 0 stands for an entry of a list.
function* pathsOf(schema, path = []) {
  for (const [name, below] of Object.entries(schema.properties ?? {})) {
    yield [...path, name];
    yield* pathsOf(below, [...path, name]);
  }
  if (schema.items) {
    yield [...path, 0];
    yield* pathsOf(schema.items, [...path, 0]);
  }
  if (typeof schema.additionalProperties === 'object') {
    yield [...path, 'travel_budget'];
  }
}

function withValue(path, text) {
  return path.reduceRight((inner, name, depth) => {
    if (name === 0) {
      return `[${inner}]`;
    }
    return objectText({ ...around[path.slice(0, depth).filter((step) => step !== 0).join('.')], [name]: inner });
  }, text);
}

// The same with the packet's own members around it.
function packetText(path, text, more = {}) {
  const [first, ...rest] = path;
  const inner = rest.length > 0 ? withValue(path, text).slice(JSON.stringify(first).length + 3, -1) : text;
  return objectText({ format: '"telework-packet/1"', ...more, [first]: inner });
}

/** Probes of one member each: {path, text}. */
export function* probes(schema) {
  for (const path of pathsOf(schema)) {
    const { enum: choices = [] } = path.reduce((at, name) => (name === 0 ? at.items : (at.properties?.[name] ?? {})), schema);
    for (const value of [...values, ...choices.map((choice) => JSON.stringify(choice))]) {
      yield { path: path.join('.'), text: packetText(path, value) };
    }
  }
  for (const count of [600, 601]) {
    yield { path: 'actuals', text: packetText(['actuals'], `[${Array(count).fill(objectText(around.actuals)).join(', ')}]`) };
  }
}

/** Probes of members that are not asked for as the rest stands: what is wrong there is wrong all the same. */
export function* probesSetAside(schema) {
  const setAside = { arrangement: '{"action": "recruit", "type": "new", "term": "long"}' };
  for (const path of pathsOf(schema)) {
    if (path.length < 2 || path[0] === 'arrangement') {
      continue;
    }
    for (const value of ['null', '7', '"yes"', '"2027-02-01"', '"02/01/2027"', '"1.50"', '"\\u0000"']) {
      yield { path: path.join('.'), text: packetText(path, value, setAside) };
    }
  }
  for (const value of values) {
    yield { path: 'arrangement.end', text: `{"format": "telework-packet/1", "arrangement": {"term": "long", "end": ${value}}}` };
  }
}
