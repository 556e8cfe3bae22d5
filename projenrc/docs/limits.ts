import { path, table } from './markdown';
import { allowed, byDefault, notes, optionsOf } from './options';
import { SourceContract } from '../../src/model/contract';

const HEAD = ['option', 'allowed', 'default'];

const INTRODUCTION =
  'Checked at synthesis. "Better" marks values outside of which a warning is reported. See also [all ' +
  'options](../options.md) and [all rules](../rules.md).';

/** What a source allows in its options, for its own page. */
export function limits(contract: SourceContract): string {
  const rows = optionsOf(contract)
    .filter((option) => allowed(option) || byDefault(option))
    .map((option) => [
      path(option.name),
      [allowed(option), notes(option)].filter(Boolean).join('; '),
      option.required ? '(required)' : byDefault(option),
    ]);
  return `${INTRODUCTION}\n\n${table(HEAD, rows)}`;
}
