import { conditionsIn, Values } from '../../src/graph/values';

const values = new Values(
  {
    Number: { Type: 'Number', Default: 5 },
    Listed: { Type: 'String', Default: 'LATEST', AllowedValues: ['LATEST'] },
    Text: { Type: 'String', Default: 'text' },
    Empty: { Type: 'String', Default: '', AllowedValues: ['', 'a'] },
    Without: { Type: 'Number' },
  },
  new Map([
    ['Yes', true],
    ['No', false],
  ]),
  { Sizes: { LATEST: { batch: 100, list: ['a'], arn: 'not-used', position: 'LATEST' }, 5: { batch: 5 } } },
);

test.each<[string, unknown, unknown]>([
  ['a literal', 'text', 'text'],
  ['nothing', undefined, undefined],
  ['the default of a number', { Ref: 'Number' }, 5],
  ['the default of a list of values', { Ref: 'Listed' }, 'LATEST'],
  ['the default of a text', { Ref: 'Text' }, { Ref: 'Text' }],
  ['an empty default', { Ref: 'Empty' }, { Ref: 'Empty' }],
  ['no default', { Ref: 'Without' }, { Ref: 'Without' }],
  ['a resource', { Ref: 'Queue' }, { Ref: 'Queue' }],
  ['a condition that holds', { 'Fn::If': ['Yes', 1, 2] }, 1],
  ['a condition that does not', { 'Fn::If': ['No', 1, { Ref: 'Number' }] }, 5],
  ['another condition', { 'Fn::If': ['Other', 1, 2] }, { 'Fn::If': ['Other', 1, 2] }],
  ['a condition in a condition', { 'Fn::If': ['Yes', { 'Fn::If': ['No', 1, 2] }, 3] }, 2],
  ['a condition that is not one', { 'Fn::If': ['Yes'] }, { 'Fn::If': ['Yes'] }],
  ['a text without variables', { 'Fn::Sub': 'text' }, 'text'],
  ['a text with variables', { 'Fn::Sub': '${Name}' }, { 'Fn::Sub': '${Name}' }],
  ['literal parts', { 'Fn::Join': ['-', ['a', 1]] }, 'a-1'],
  ['parts that become literal', { 'Fn::Join': ['-', ['a', { Ref: 'Number' }]] }, 'a-5'],
  [
    'parts of which one is not',
    { 'Fn::Join': ['-', ['a', { Ref: 'Queue' }]] },
    { 'Fn::Join': ['-', ['a', { Ref: 'Queue' }]] },
  ],
  ['a value of a map', { 'Fn::FindInMap': ['Sizes', 'LATEST', 'batch'] }, 100],
  ['a text of a map', { 'Fn::FindInMap': ['Sizes', 'LATEST', 'position'] }, 'LATEST'],
  [
    'a text that only fills a place of a map',
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'arn'] },
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'arn'] },
  ],
  ['a list of a map', { 'Fn::FindInMap': ['Sizes', 'LATEST', 'list'] }, ['a']],
  ['a value of a map by the default of a parameter', { 'Fn::FindInMap': ['Sizes', { Ref: 'Listed' }, 'batch'] }, 100],
  ['a value of a map by a number', { 'Fn::FindInMap': ['Sizes', { Ref: 'Number' }, 'batch'] }, 5],
  [
    'a value of a map by a key that is not known',
    { 'Fn::FindInMap': ['Sizes', { Ref: 'Text' }, 'batch'] },
    { 'Fn::FindInMap': ['Sizes', { Ref: 'Text' }, 'batch'] },
  ],
  [
    'a value of a map by the Region',
    { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'batch'] },
    { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'batch'] },
  ],
  [
    'a value that is in no map',
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'window'] },
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'window'] },
  ],
  [
    'a name that all objects have',
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'constructor'] },
    { 'Fn::FindInMap': ['Sizes', 'LATEST', 'constructor'] },
  ],
  ['a map that is not one', { 'Fn::FindInMap': 'Sizes' }, { 'Fn::FindInMap': 'Sizes' }],
  ['what is deeper', [{ a: { Ref: 'Number' } }], [{ a: 5 }]],
])('%s', (_, value, resolved) => expect(values.resolve(value)).toEqual(resolved));

test('what holds itself is no endless loop', () => {
  const cycle: { [name: string]: unknown } = { a: { Ref: 'Number' } };
  cycle.b = [cycle];
  expect(values.resolve(cycle)).toMatchObject({ a: 5 });
  expect(conditionsIn(cycle)).toEqual([]);
});

test('the conditions in a value', () => {
  expect(
    conditionsIn({ a: [{ 'Fn::If': ['A', { 'Fn::If': ['B', 1, 2] }, 3] }], b: { 'Fn::If': ['A', 1, 2] } }),
  ).toEqual(['A', 'B']);
});
