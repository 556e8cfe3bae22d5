import { typeLetterFaults } from './dynamo-db-types';
import { Branch, Fault, readPattern } from './pattern';
import { RecordShape } from './record-shape';
import { isUnknown } from '../engine/tokens';

/** All that is wrong with a pattern for the records of a source, or strange about it. */
export function checkPattern(pattern: string, shape: RecordShape): Fault[] {
  const { branches, faults } = readPattern(pattern);
  const found = [
    ...faults,
    ...branches.flatMap((branch) => [
      ...rootKeyFaults(branch, shape),
      ...payloadFaults(branch, shape),
      ...parentFaults(branch),
      ...(shape.hasTypeLetters ? typeLetterFaults(branch) : []),
    ]),
  ];
  return found.filter((fault, index) => found.findIndex(({ rule, says }) => rule === fault.rule && says === fault.says) === index);
}

/** What of the two images of a changed item a pattern needs: a stream may have none of them. */
export function imagesRead(pattern: string): ('NewImage' | 'OldImage')[] {
  const paths = readPattern(pattern).branches.flatMap((branch) => [...branch.keys()]);
  return (['NewImage', 'OldImage'] as const).filter((image) => paths.some((path) => `${path}.`.startsWith(`dynamodb.${image}.`)));
}

function rootKeyFaults(branch: Branch, { keys, unseen }: RecordShape): Fault[] {
  const roots = [...branch].filter(([path, rules]) => !isUnknown(path) && !rules.every(({ asks }) => path === '$or' && asks === 'unknown'))
    .map(([path]) => path.split('.')[0]);
  const which = (rule: string, wrong: readonly string[], says: string) => (wrong.length > 0 ? [{ rule, says: `asks for ${wrong.join(', ')}, ${says}` }] : []);
  return [
    ...which('root-key', roots.filter((root) => ![...keys, ...unseen].includes(root)), `but the records have ${keys.join(', ')}`),
    ...which('unseen-key', roots.filter((root) => unseen.includes(root)), 'which the function sees and a filter does not'),
  ];
}

function payloadFaults(branch: Branch, { payload, hasText }: RecordShape): Fault[] {
  const asText = branch.get(payload ?? '')?.find(({ asks }) => !['exists', 'absent', 'unknown'].includes(asks));
  return asText && !hasText ? [{ rule: 'payload', says: `asks for ${payload} to be ${asText.words}, where only fields of JSON ${payload} can be asked for` }] : [];
}

/** A value has no fields, and an object no value. Both can match only where a list holds one of each. */
function parentFaults(branch: Branch): Fault[] {
  return [...branch.keys()].flatMap((path) => {
    const inside = [...branch.keys()].find((other) => other.startsWith(`${path}.`));
    return inside === undefined ? [] : [{ rule: 'value-and-fields', says: `asks for a value at ${path}, and for ${inside} in it` }];
  });
}
