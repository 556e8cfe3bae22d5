import { path, table } from './markdown';
import { allowed, byDefault, notes, optionsOf } from './options';
import { SourceContract } from '../../src/model/contract';

const HEAD = ['option', 'allowed', 'default'];

const INTRODUCTION =
  'Checked at synthesis. A value that is not as recommended is reported as a warning. See also [all ' +
  'options](../options.md) and [all rules](../rules.md).';

/** The limits of a source's options, for its own page. */
export function limits(contract: SourceContract): string {
  const rows = optionsOf(contract)
    .filter((option) => allowed(option) || byDefault(option))
    .map((option) => [
      path(option.name),
      [allowed(option), notes(option)].filter(Boolean).join('<br>'),
      option.required ? '(required)' : byDefault(option),
    ]);
  return `${INTRODUCTION}\n\n${table(HEAD, rows)}`;
}
