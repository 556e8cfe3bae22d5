import { inShort } from '../../filters/in-short';
import { Alternative, Asks } from '../../filters/operators';
import { Branch, Fault } from '../../filters/pattern';
import { RecordMembers } from '../../filters/record-shape';
import { isJsonObject } from '../../model/json-members';

/** The JavaScript type that DynamoDB sends below the letter of a type: numbers are strings. */
const SENT: { readonly [letter: string]: Asks } = {
  S: 'text',
  N: 'text',
  B: 'text',
  SS: 'text',
  NS: 'text',
  BS: 'text',
  BOOL: 'boolean',
  NULL: 'boolean',
};
const ITEMS = ['Keys', 'NewImage', 'OldImage'];
const SHORTEST_PATH = ['dynamodb', 'NewImage', 'attribute', 'S'].length;

/** The values of an item are below the letters of their types only. */
export function typeLetterFaults(branch: Branch): Fault[] {
  return [...branch].flatMap(([path, alternatives]): Fault[] => {
    const steps = path.split('.');
    const letter = steps[steps.length - 1];
    if (steps[0] !== 'dynamodb' || !(steps.length === 1 || ITEMS.includes(steps[1]))) return [];
    if (steps.length < SHORTEST_PATH || !Object.hasOwn(SENT, letter)) {
      // A rule that an object has no value always matches: strange, and not wrong.
      const wrongPlace = steps.length === 1 ? 'payload' : 'type-letter';
      const kind = alternatives.some(({ asks }) => asks === 'absent') ? 'value-and-fields' : wrongPlace;
      const remedy = ITEMS.includes(steps[1]) ? `: a type has to follow, such as ${path}.S` : '';
      return [{ kind, says: `has a rule for the value at ${path}, which is an object${remedy}` }];
    }
    const fits = ({ asks }: Alternative) => [SENT[letter], 'exists', 'absent', 'unknown'].includes(asks);
    const [wrong] = alternatives.some(fits) ? [] : alternatives;
    return wrong === undefined
      ? []
      : [{ kind: 'type-value', says: `has ${wrong.words} at ${path}, but DynamoDB sends ${sentAt(letter)}` }];
  });
}

/** An image whose types were taken away matches no pattern. */
export function untypedFault({ dynamodb: change }: RecordMembers): string | undefined {
  if (!isJsonObject(change)) return `dynamodb must be an object, got ${inShort(change)}`;
  for (const item of ITEMS) {
    const untyped = Object.entries(change[item] ?? {}).find(([, value]) => !isTyped(value));
    if (untyped === undefined) continue;
    const [name, value] = untyped;
    return `dynamodb.${item}.${name} must have a type, such as {"S": "text"}, got ${inShort(value)}`;
  }
  return undefined;
}

/** Whether a value is the one member of an object, below the letter of its type. */
export function isTyped(value: unknown): boolean {
  const [[letter, inner] = ['', undefined], ...more] = Object.entries(value ?? {}) as [string, unknown][];
  if (more.length > 0) return false;
  if (['SS', 'NS', 'BS', 'L'].includes(letter)) return Array.isArray(inner);
  if (letter === 'M') return typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return Object.hasOwn(SENT, letter) && typeof inner === (SENT[letter] === 'text' ? 'string' : SENT[letter]);
}

/** DynamoDB sends a number as a text of digits. A number that JavaScript can't write so stays a number. */
export function numberAsSent(value: number): unknown {
  return Number.isSafeInteger(value) || /^-?\d+\.\d+$/.test(String(value)) ? String(value) : value;
}

function sentAt(letter: string): string {
  if (letter === 'NULL') return 'true and nothing else';
  if (letter === 'BOOL') return 'true or false';
  return letter.startsWith('N')
    ? 'a string even for a number, such as "101": list the numbers as strings, because ranges never match'
    : 'a string';
}
