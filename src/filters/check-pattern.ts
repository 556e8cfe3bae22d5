import { Branch, Fault, readPattern } from './pattern';
import { RecordShape } from './record-shape';
import { isUnknown } from '../model/tokens';

/** All that is wrong with a pattern for the records of a source, or strange about it. */
export function checkPattern(pattern: string, shape: RecordShape): Fault[] {
  const { branches, faults } = readPattern(pattern);
  // Of a pattern that Lambda does not read, nobody knows what it asks for.
  const isRead = !faults.some(({ kind }) => kind === 'pattern');
  const found = [
    ...faults,
    ...(isRead ? branches : []).flatMap((branch) => [
      ...rootKeyFaults(branch, shape),
      ...payloadFaults(branch, shape),
      ...parentFaults(branch),
      ...(shape.faultsOf?.(branch) ?? []),
    ]),
  ];
  return found.filter(
    (fault, index) => found.findIndex(({ kind, says }) => kind === fault.kind && says === fault.says) === index,
  );
}

function rootKeyFaults(branch: Branch, { keys, unseen }: RecordShape): Fault[] {
  return [...branch].flatMap(([path, alternatives]) => {
    const [root] = path.split('.');
    if (
      keys.includes(root) ||
      isUnknown(path) ||
      (root === '$or' && alternatives.every(({ asks }) => asks === 'unknown'))
    ) {
      return [];
    }
    if (unseen.includes(root)) {
      return [
        { kind: 'unseen-key', says: `has a rule for ${root}, which the function receives but a filter can't see` },
      ];
    }
    // A rule that the key is absent always matches: strange, and not wrong.
    const kind = alternatives.some(({ asks }) => asks === 'absent') ? 'unseen-key' : 'root-key';
    return [{ kind, says: `has a rule for ${root}, but the records have only ${keys.join(', ')}` }];
  });
}

function payloadFaults(branch: Branch, { payload, hasText }: RecordShape): Fault[] {
  const asText = branch.get(payload ?? '')?.find(({ asks }) => !['exists', 'absent', 'unknown'].includes(asks));
  return asText && !hasText
    ? [
        {
          kind: 'payload',
          says: `has ${asText.words} for all of ${payload}, but rules are possible only for its fields`,
        },
      ]
    : [];
}

/** A value has no fields, and an object no value. Both can match only where a list holds one of each. */
function parentFaults(branch: Branch): Fault[] {
  return [...branch.keys()].flatMap((path) => {
    const inside = [...branch.keys()].find((other) => other.startsWith(`${path}.`));
    return inside === undefined
      ? []
      : [{ kind: 'value-and-fields', says: `has a rule for the value at ${path}, and another for ${inside} in it` }];
  });
}
