import { withoutLoops } from '../../src/graph/loops';

const loop = (identifier: unknown, list: unknown, body: object) => ({ 'Fn::ForEach::Loop': [identifier, list, body] });
const queue = (name: unknown) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: name } });
const expanded = (Resources: object, more: object = {}) =>
  (withoutLoops({ ...more, Resources }) as { Resources: object }).Resources;

test.each<[string, unknown, object, object, object?]>([
  ['a list', ['A', 'B'], { '${Name}Queue': queue('q-${Name}') }, { AQueue: queue('q-A'), BQueue: queue('q-B') }],
  ['numbers', [1, 2], { 'Queue${Name}': queue('x') }, { Queue1: queue('x'), Queue2: queue('x') }],
  ['the identifier by itself', ['A'], { '${Name}Queue': queue({ Ref: 'Name' }) }, { AQueue: queue('A') }],
  [
    'a text that is whole then',
    ['A'],
    { '${Name}Queue': queue({ 'Fn::Sub': '${Name}-jobs' }) },
    { AQueue: queue('A-jobs') },
  ],
  [
    'a text that is not',
    ['A'],
    { '${Name}Queue': queue({ 'Fn::Sub': '${Name}-${Stage}' }) },
    { AQueue: queue({ 'Fn::Sub': 'A-${Stage}' }) },
  ],
  [
    'what is empty',
    ['A'],
    { '${Name}Queue': { ...queue('x'), Properties: {} } },
    { AQueue: { ...queue('x'), Properties: {} } },
  ],
  ['what an id can have of an item', ['a-b'], { '&{Name}Queue': queue('${Name}') }, { abQueue: queue('a-b') }],
  [
    'the default of a parameter',
    { Ref: 'Names' },
    { '${Name}Queue': queue('x') },
    { AQueue: queue('x'), BQueue: queue('x') },
    {
      Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'A, B' } },
    },
  ],
  [
    'a list of a map',
    { 'Fn::FindInMap': ['Names', 'dev', 'list'] },
    { '${Name}Queue': queue('x') },
    { AQueue: queue('x') },
    { Mappings: { Names: { dev: { list: ['A'] } } } },
  ],
])('%s', (_, list, body, resources, more = {}) => expect(expanded(loop('Name', list, body), more)).toEqual(resources));

test.each<[string, unknown]>([
  ['a parameter without a default', { Ref: 'Names' }],
  ['a list of another stack', { 'Fn::Split': [',', { 'Fn::ImportValue': 'names' }] }],
  ['a list of which an item is not known', ['A', { Ref: 'Name' }]],
])('%s stays as it is', (_, list) => {
  const resources = loop('Name', list, { '${Name}Queue': queue('x') });
  expect(expanded(resources, { Parameters: { Names: { Type: 'CommaDelimitedList' } } })).toEqual(resources);
});

test('a loop in a loop, and in properties', () => {
  const inner = { 'Fn::ForEach::Inner': ['Stage', ['dev', 'prod'], { '${Name}${Stage}': queue('${Name}-${Stage}') }] };
  expect(Object.keys(expanded(loop('Name', ['A', 'B'], inner)))).toEqual(['Adev', 'Aprod', 'Bdev', 'Bprod']);
  const tagged = { Queue: { Type: 'AWS::SQS::Queue', Properties: loop('Key', ['A'], { '${Key}': 1 }) } };
  expect(expanded(tagged)).toEqual({ Queue: { Type: 'AWS::SQS::Queue', Properties: { A: 1 } } });
});

test('what has no loop is the same object', () => {
  const raw = { Resources: { Queue: queue('x') } };
  expect(withoutLoops(raw)).toBe(raw);
});

test('too many copies stay a loop', () => {
  const many = Array.from({ length: 2001 }, (_, index) => index);
  const resources = loop('Name', many, { 'Queue${Name}': queue('x') });
  expect(expanded(resources)).toEqual(resources);
});

test('what holds itself is no endless loop', () => {
  const resources: { [id: string]: unknown } = loop('Name', ['A'], { '${Name}Queue': queue('x') });
  resources.Self = { Type: 'Custom::Self', Properties: resources };
  expect(Object.keys(expanded(resources))).toEqual(['AQueue', 'Self']);
});
