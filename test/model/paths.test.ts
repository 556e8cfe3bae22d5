import { Fn, Lazy, Stack, CfnResource } from 'aws-cdk-lib';
import { at, readerAt, read } from '../../src/model/paths';

const lazy = Lazy.string({ produce: () => 'later' });
const reference = new CfnResource(new Stack(), 'Resource', { type: 'AWS::Test::Resource' }).ref;
const condition = Fn.conditionIf('Condition', 'a', 'b');

describe('read', () => {
  test.each<[string, object, string, [string, unknown][], boolean]>([
    ['a value', { size: 1 }, 'size', [['size', 1]], true],
    ['a value in an object', { outer: { inner: 'x' } }, 'outer.inner', [['outer.inner', 'x']], true],
    ['a list as a whole', { names: ['a', 'b'] }, 'names', [['names', ['a', 'b']]], true],
    [
      'each item of a list',
      { names: ['a', 'b'] },
      'names[]',
      [
        ['names[0]', 'a'],
        ['names[1]', 'b'],
      ],
      true,
    ],
    [
      'in each item of a list',
      { tags: [{ key: 'a' }, { key: 'b' }] },
      'tags[].key',
      [
        ['tags[0].key', 'a'],
        ['tags[1].key', 'b'],
      ],
      true,
    ],
    ['an object in the place of a list', { tags: { key: 'a' } }, 'tags[].key', [['tags[0].key', 'a']], true],
    ['nothing where the value is not', {}, 'size', [], true],
    ['nothing where the object is not', {}, 'outer.inner', [], true],
    ['nothing in a text', { outer: 'text' }, 'outer.inner', [], true],
    ['nothing that is missing where the value is null', { size: null }, 'size', [], false],
    [
      'nothing that is missing where an item is null',
      { list: [null, { a: 1 }] },
      'list[].a',
      [['list[1].a', 1]],
      false,
    ],
    ['nothing where the value is NoValue', { size: { Ref: 'AWS::NoValue' } }, 'size', [], true],
    ['no item that is NoValue', { names: [{ Ref: 'AWS::NoValue' }] }, 'names[]', [], true],
    ['a value that is a token', { size: lazy }, 'size', [['size', lazy]], true],
    [
      'items that are tokens',
      { names: [lazy, 'b'] },
      'names[]',
      [
        ['names[0]', lazy],
        ['names[1]', 'b'],
      ],
      true,
    ],
    [
      'not all of an object to which a macro may add',
      { outer: { 'Fn::Transform': {}, other: 1 } },
      'outer.inner',
      [],
      false,
    ],
    [
      'what stands beside a macro',
      { outer: { 'Fn::Transform': {}, inner: 1 } },
      'outer.inner',
      [['outer.inner', 1]],
      true,
    ],
    ['not all of an object that is a token', { outer: condition }, 'outer.inner', [], false],
    ['not all of a list that is a token', { names: condition }, 'names[]', [], false],
    [
      'not all of a list, one item of which is a token',
      { tags: [condition, { key: 'b' }] },
      'tags[].key',
      [['tags[1].key', 'b']],
      false,
    ],
  ])('finds %s', (_, properties, path, entries, complete) => {
    const reading = read({ ...properties }, path);
    expect(reading.entries.map((entry) => [entry.path, entry.value])).toEqual(entries);
    expect(reading.complete).toBe(complete);
  });

  test.each<[string, unknown, [string, unknown][], boolean]>([
    [
      'the items of a type',
      [
        { type: 'A', uri: '1' },
        { type: 'B', uri: '2' },
        { type: 'A', uri: '3' },
      ],
      [
        ['list[A].uri', '1'],
        ['list[A].uri', '3'],
      ],
      true,
    ],
    ['nothing where no item has the type', [{ type: 'B', uri: '2' }], [], true],
    ['nothing in items without a type', ['text', {}], [], true],
    [
      'not all where a type is a token',
      [
        { type: lazy, uri: '1' },
        { type: 'A', uri: '2' },
      ],
      [['list[A].uri', '2']],
      false,
    ],
    ['not all where an item is a token', [condition, { type: 'A', uri: '2' }], [['list[A].uri', '2']], false],
    ['not all where the list is a token', condition, [], false],
  ])('selects %s', (_, list, entries, complete) => {
    const reading = read({ list }, 'list[A].uri');
    expect(reading.entries.map((entry) => [entry.path, entry.value])).toEqual(entries);
    expect(reading.complete).toBe(complete);
  });
});

test.each<[string, unknown, object]>([
  ['size', 1, { size: 1 }],
  ['outer.inner', 'x', { outer: { inner: 'x' } }],
  ['names[]', 'a', { names: ['a'] }],
  ['tags[].key', 'a', { tags: [{ key: 'a' }] }],
  ['list[A].uri', '1', { list: [{ type: 'A', uri: '1' }] }],
])('a value at %s is read there again', (path, value, properties) => {
  expect(at(path, value)).toEqual(properties);
  expect(readerAt(at(path, value)).values(path)).toEqual([value]);
});

describe('a look', () => {
  test.each<[string, unknown, boolean | undefined]>([
    ['a literal', 'x', true],
    ['an item that is a reference', [reference], true],
    ['a list that is a reference', reference, undefined],
    ['nothing', undefined, false],
    ['an empty list', [], false],
    ['an item that is a token', [lazy], undefined],
    ['a list that is a token', condition, undefined],
    ['a list of a token and a literal', [lazy, 'x'], true],
  ])('says whether there is something in %s', (_, names, has) => expect(readerAt({ names }).has('names[]')).toBe(has));

  test.each<[string, unknown, boolean | undefined]>([
    ['a value that passes', [2], true],
    ['a value that does not', [1], false],
    ['a value that passes next to a token', [lazy, 2], true],
    ['a value that does not next to a token', [lazy, 1], undefined],
    ['nothing', undefined, false],
    ['a list that is a token', condition, undefined],
  ])('tests %s', (_, sizes, any) => expect(readerAt({ sizes }).any('sizes[]', (size) => Number(size) > 1)).toBe(any));
});
