import { Alternative, Asks } from './operators';
import { Branch, Fault } from './pattern';

/** What DynamoDB sends below the letter of a type: numbers are texts. */
const SENT: { readonly [letter: string]: Asks } = {
  S: 'text', N: 'text', B: 'text', SS: 'text', NS: 'text', BS: 'text', BOOL: 'boolean', NULL: 'boolean',
};
const ITEMS = ['Keys', 'NewImage', 'OldImage'];
const SHORTEST_PATH = ['dynamodb', 'NewImage', 'attribute', 'S'].length;

/** The values of an item stand below the letters of their types and nowhere else. */
export function typeLetterFaults(branch: Branch): Fault[] {
  return [...branch].flatMap(([path, alternatives]) => {
    const steps = path.split('.');
    const letter = steps[steps.length - 1];
    if (steps[0] !== 'dynamodb' || !(steps.length === 1 || ITEMS.includes(steps[1]))) return [];
    if (steps.length < SHORTEST_PATH || !Object.hasOwn(SENT, letter)) {
      // That there is no value at an object is always true: strange, and not wrong.
      const rule = alternatives.some(({ asks }) => asks === 'absent') ? 'value-and-fields' : steps.length === 1 ? 'payload' : 'type-letter';
      return [{ rule, says: `asks for a value at ${path}, which is an object${ITEMS.includes(steps[1]) ? `: a type has to follow, such as ${path}.S` : ''}` }];
    }
    const fits = ({ asks }: Alternative) => [SENT[letter], 'exists', 'absent', 'unknown'].includes(asks);
    const [wrong] = alternatives.some(fits) ? [] : alternatives;
    return wrong === undefined ? [] : [{ rule: 'type-value', says: `asks for ${wrong.words} at ${path}, where DynamoDB sends ${sentAt(letter)}` }];
  });
}

function sentAt(letter: string): string {
  if (letter === 'NULL') return 'true and nothing else';
  if (letter === 'BOOL') return 'true or false';
  return letter.startsWith('N') ? 'a text even for a number, such as "101", so that there are no ranges' : 'a text';
}
