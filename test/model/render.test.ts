import { Lazy } from 'aws-cdk-lib';
import { OptionSpec } from '../../src/model/contract';
import { value } from '../../src/model/option-specs';
import { TEXT } from '../../src/model/option-types';
import { at } from '../../src/model/paths';
import { permissionsOf, render } from '../../src/model/render';

interface Options {
  readonly size?: number | null;
  readonly enabled?: boolean;
  readonly secret?: string;
  readonly certificate?: string;
  readonly group?: string;
  readonly registry?: unknown;
}

const access = (type: string): OptionSpec<string, Options> => ({
  properties: [],
  type: TEXT,
  render: (uri) => at(`access[${type}].uri`, uri),
});

const FIELDS = {
  size: value<number>('batchSize'),
  enabled: value<boolean>('enabled'),
  secret: access('SECRET'),
  certificate: access('CERTIFICATE'),
  group: value<string>('config.group'),
  registry: value('config.registry'),
};

const rendered = (options: Options) => render<Options>(FIELDS, options);

test('what is not set is not there', () => {
  expect(rendered({})).toEqual({});
  expect(rendered({ size: undefined, group: undefined })).toEqual({});
  expect(rendered({ size: null })).toEqual({});
});

test('an option may need permissions that name no resource of its own', () => {
  const needed = { actions: ['ec2:DescribeVpcs'], on: '*', reason: 'Lambda looks for the network' };
  const specs = { ...FIELDS, group: { ...FIELDS.group, permissions: [needed] } };
  expect(permissionsOf<Options>(specs, { group: 'g' })).toMatchObject([{ actions: needed.actions, resources: ['*'] }]);
  expect(permissionsOf<Options>(specs, {})).toEqual([]);
});

test('what is set to nothing much is there', () =>
  expect(rendered({ size: 0, enabled: false })).toEqual({ batchSize: 0, enabled: false }));

test('lists are joined in the order of the fields', () => {
  expect(rendered({ certificate: 'c', secret: 's' })).toEqual({
    access: [
      { type: 'SECRET', uri: 's' },
      { type: 'CERTIFICATE', uri: 'c' },
    ],
  });
});

test('objects are merged', () => {
  expect(rendered({ group: 'g', registry: { uri: 'r' } })).toEqual({ config: { group: 'g', registry: { uri: 'r' } } });
});

test('a token is not taken apart', () => {
  const token = Lazy.any({ produce: () => ({}) });
  expect(rendered({ group: 'g', registry: token })).toEqual({ config: { group: 'g', registry: token } });
});

test.each<[string, unknown, unknown, unknown]>([
  ['a value', 1, 2, 2],
  ['a list by a value', ['a'], 'b', 'b'],
  ['an object by a list', { a: 1 }, ['b'], ['b']],
  ['an object by null', { a: 1 }, null, null],
])('the later field replaces %s that can not be merged', (_, first, second, expected) => {
  const optionSpecs = {
    first: value('property'),
    second: { properties: [], type: TEXT, render: () => ({ property: second }) },
  };
  expect(render<{ readonly first: unknown; readonly second: unknown }>(optionSpecs, { first, second: 'set' })).toEqual({
    property: expected,
  });
});

test('the options are left as they were', () => {
  const options = Object.freeze({ group: 'g', registry: Object.freeze({ uri: 'r' }) });
  expect(() => rendered(options)).not.toThrow();
});
