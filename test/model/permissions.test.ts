import { Permission, resolvePermissions } from '../../src/model/permissions';
import { CONTRACTS } from '../../src/sources/contracts';
import needed from '../permissions/permissions.json';

const FACTS = Object.values<{ readonly actions: readonly string[] }>(needed.needs).flatMap(({ actions }) => actions);

describe.each([...CONTRACTS])('the permissions of $title', ({ permissions, properties: specs }) => {
  test('are data', () => {
    expect(permissions.length).toBeGreaterThan(0);
    // A property without a value says what a missing one does.
    expect(JSON.parse(JSON.stringify(permissions))).toEqual(permissions);
  });

  test('are of actions that facts say are needed, each with a reason', () => {
    const isFact = (action: string) => [...FACTS, 'kms:Decrypt', 'kms:GenerateDataKey'].includes(action);
    expect(permissions.flatMap(({ actions }) => actions).filter((action) => !isFact(action))).toEqual([]);
    expect(permissions.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('are shown by properties that the source has', () => {
    const paths = specs.map(({ property }) => property);
    expect(permissions.filter(({ at }) => at !== undefined && !paths.includes(at))).toEqual([]);
  });

  test('of a mode are shown by none', () => {
    expect(permissions.filter(({ at, when, denied }) => at !== undefined && (when !== undefined || denied))).toEqual(
      [],
    );
  });

  test('on a key are on that of a resource, by a property of its type', () => {
    const onKeys = permissions.filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
    expect(onKeys.filter(({ keyIn }) => Object.keys(keyIn ?? {}).length === 0)).toEqual([]);
  });
});

describe('a permission of a value', () => {
  const READ: Permission = { actions: ['a:Read'], on: 'thing', reason: 'it is read' };
  test.each<[string, Permission, object, object[]]>([
    ['on something that it has', READ, { thing: 'arn' }, [{ resources: ['arn'] }]],
    ['on several things', READ, { thing: ['one', 'two'] }, [{ resources: ['one', 'two'] }]],
    ['on something that it does not have', READ, { thing: undefined, other: 'arn' }, []],
    ['on everything', { ...READ, on: '*' }, {}, [{ resources: ['*'] }]],
    ['in a mode that is on', { ...READ, when: 'mode' }, { thing: 'arn', mode: true }, [{ resources: ['arn'] }]],
    ['in a mode that is off', { ...READ, when: 'mode' }, { thing: 'arn', mode: false }, []],
    ['in a mode that is not known', { ...READ, when: 'mode' }, { thing: 'arn' }, []],
    [
      'under a condition',
      { ...READ, conditions: { StringEquals: { 'a:Account': 'account' } } },
      { thing: 'arn', account: '111122223333' },
      [{ resources: ['arn'], conditions: { StringEquals: { 'a:Account': '111122223333' } } }],
    ],
    ['that is denied', { ...READ, denied: true }, { thing: 'arn' }, [{ resources: ['arn'], denied: true }]],
  ])('%s', (_, permission, values, expected) => {
    const { actions, reason } = READ;
    expect(resolvePermissions([permission], values as {})).toEqual(
      expected.map((one) => ({ actions, reason, ...one })),
    );
  });
});
