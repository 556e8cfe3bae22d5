import { path, table } from './markdown';
import { matrix } from './matrix';
import { allowed, byDefault, notes, optionsOf, properties } from './options';
import { SourceContract } from '../../src/model/contract';

const HEAD = ['option', 'CloudFormation property', 'allowed', 'default'];

/** All options of all sources, and what each becomes. */
export function optionsPage(contracts: readonly SourceContract[]): string {
  return `# Options

Each construct has only the options that its source supports.

## Which source has which option

${matrix(contracts)}

In the tables below, a name with dots is an option within an option, and \`[]\` is each item of a list.
Each property links to the AWS page that documents it. A value that is not as recommended is reported as a warning.
A value that is part of the logical id can't be changed on a live mapping: a change creates a new mapping.

## No limit

\`INFINITE\` of a class means no limit: \`retryAttempts: RetryAttempts.INFINITE\`, \`maxRecordAge: RecordAge.INFINITE\`.
Both are Lambda's defaults. Set them to remove a limit: a property that is only left out may keep its value.

${contracts.map(section).join('\n\n')}
`;
}

function section(contract: SourceContract): string {
  const rows = optionsOf(contract).map((option) => [
    path(option.name),
    properties(contract, option),
    [allowed(option), notes(option)].filter(Boolean).join('<br>'),
    option.required ? '(required)' : byDefault(option),
  ]);
  return `## ${contract.title[0].toUpperCase()}${contract.title.slice(1)}\n\n${table(HEAD, rows)}`;
}
