import { InvalidArgumentError } from 'commander';
import { REGION_PATTERN, REGIONS } from './regions';
import { findingIds } from '../analysis/rule-ids';
import { suggestion } from '../analysis/suggestion';

/** Reads `--ignore`, which can be given several times. */
export function rulesIn(text: string, before: readonly string[] = []): string[] {
  const known = findingIds();
  const given = text.split(/[,\s]+/).filter((rule) => rule !== '');
  const unknown = given.find((rule) => !known.has(rule));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no rule ${unknown}${suggestion(unknown, known)}`);
  return [...before, ...given];
}

/**
 * Reads `--region`. A name that is not in the list may be that of a Region that is newer, and only brings a warning.
 */
export function regionIn(text: string, warn: (message: string) => void): string {
  if (!REGION_PATTERN.test(text)) {
    throw new InvalidArgumentError(`A Region is written as eu-west-1${suggestion(text, REGIONS)}`);
  }
  if (!REGIONS.includes(text)) warn(`--region ${text} is unknown, and used all the same${suggestion(text, REGIONS)}`);
  return text;
}
