import { awsPage, code, markNames, table, unique } from './markdown';
import {
  ACCESS_ENTRIES, ADOPTION_ENTRIES, catalog, CatalogEntry, CONSTRUCT_ENTRIES, SOURCE_ENTRIES,
} from '../../src/analysis/catalog';
import { optionPath } from '../../src/construct/option-names';
import { SourceContract } from '../../src/model/contract';

const HEAD = ['rule', 'severity', 'what, and why'];

/** All rules of all sources. */
export function rulesPage(contracts: readonly SourceContract[]): string {
  const common = contracts.flatMap(inOptions).filter(({ source }) => source === undefined);
  return `# Rules

An error stops the synthesis, and a warning does not. Both can be [acknowledged](checking.md#acknowledging-rules) by
the rule's id.
The same rules check mappings that no construct of this library made.

## All sources

${rulesTable(common, contracts)}

## Permissions

Warnings of a construct that can't give the mapping all permissions by itself.

${rulesTable(ACCESS_ENTRIES, contracts)}

## Adoption

Of the option \`adopts\`, with which a mapping takes the place of [a live one](migration.md).

${rulesTable(ADOPTION_ENTRIES, contracts)}

## Constructs

Warnings of what was done to a construct, or at it.

${rulesTable(CONSTRUCT_ENTRIES, contracts)}

## Mappings made elsewhere

${rulesTable(SOURCE_ENTRIES, contracts)}

Where only some kinds of source come into question, what all of them refuse is told by the rule of one of them; where any does, by an id
that begins with \`mapping-\`.

${contracts.map((contract) => section(contract)).join('\n\n')}
`;
}

/** In the words of the construct. */
function inOptions(contract: SourceContract): CatalogEntry[] {
  return catalog(contract, (path, option) => option ?? optionPath(contract, path));
}

function section(contract: SourceContract): string {
  const own = inOptions(contract).filter(({ source }) => source !== undefined);
  return `## ${contract.title[0].toUpperCase()}${contract.title.slice(1)}\n\n${rulesTable(own, [contract])}`;
}

function rulesTable(entries: readonly CatalogEntry[], contracts: readonly SourceContract[]): string {
  const options = new Set(contracts.flatMap((contract) => contract.rows.map((row) => row.option)));
  return table(HEAD, unique(entries.map(({ rule }) => rule)).map((id) => {
    const same = entries.filter(({ rule }) => rule === id);
    return [
      code(id),
      same[0].severity,
      unique(same.map((entry) => `${sentence(entry, options)} ${awsPage(entry.page)}`)).join('<br>'),
    ];
  }));
}

function sentence({ says, reason }: CatalogEntry, options: ReadonlySet<string>): string {
  const words = says.replace(/^[^\s:]+/, (subject) => (options.has(subject) ? code(subject) : subject));
  return markNames(reason === undefined ? words : `${words} (${reason})`, options);
}
