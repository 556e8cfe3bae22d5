import { firstLine } from '../templates';
import { parseYaml } from '../yaml';

/** A text in JSON, or what opens or closes a value of several parts. */
const JSON_TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/**
 * The values that a file holds: one, or several behind each other, as a shell writes those of several commands with
 * `>>`.
 *
 * The AWS CLI writes JSON, or where the user likes that better, YAML.
 */
export function documentsIn(text: string): unknown[] {
  const texts = /^\s*[[{]/.test(text) ? jsonTexts(text) : undefined;
  try {
    return texts === undefined ? [parseYaml(text)] : texts.map((one) => JSON.parse(one) as unknown);
  } catch (error) {
    throw new Error(`is not valid ${texts === undefined ? 'YAML' : 'JSON'}: ${firstLine(error)}`);
  }
}

function jsonTexts(text: string): string[] {
  const texts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of text.matchAll(JSON_TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    if (token !== '}' && token !== ']') continue;
    depth -= 1;
    if (depth > 0) continue;
    texts.push(text.slice(start, index + 1));
    start = index + 1;
  }
  const rest = text.slice(start);
  return rest.trim() === '' ? texts : [...texts, rest];
}
