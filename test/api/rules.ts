import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { allEntries } from '../../src/analysis/catalog';
import type { Severity } from '../../src/model/problem';

/** The severity of each rule, by the rule's id: users acknowledge rules by it. */
export type Rules = { readonly [id: string]: Severity };

const LANDED = join(__dirname, 'rules.landed.json');

/** The rules as they were when the last change of them landed, and as they are now. */
export const landedRules = () => JSON.parse(readFileSync(LANDED, 'utf8')) as Rules;
export const landRules = () => writeFileSync(LANDED, `${JSON.stringify(currentRules(), undefined, 1)}\n`);

export function currentRules(): Rules {
  return Object.fromEntries(
    allEntries()
      .map(({ rule, severity }) => [rule, severity] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The ids that went, which nobody can acknowledge any more, and those of another severity. */
export function brokenRules(landed: Rules, current: Rules): string[] {
  return Object.keys(landed)
    .filter((id) => current[id] !== landed[id])
    .map((id) => `${id}: ${landed[id]} -> ${current[id] ?? 'gone'}`);
}
