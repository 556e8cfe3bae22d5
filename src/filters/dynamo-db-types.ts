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
    if (path === 'dynamodb') return [{ rule: 'payload', says: 'asks for a value at dynamodb, which is an object' }];
    if (steps[0] !== 'dynamodb' || !ITEMS.includes(steps[1])) return [];
    if (steps.length < SHORTEST_PATH || !Object.hasOwn(SENT, letter)) {
      return [{ rule: 'type-letter', says: `asks for a value at ${path}, where only a type can follow, such as ${path}.S` }];
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
