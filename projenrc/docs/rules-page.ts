import { awsPage, code, markNames, table, unique } from './markdown';
import { TOPIC_NAMES, topicOf } from './topics';
import {
  ACCESS_ENTRIES,
  ADOPTION_ENTRIES,
  catalog,
  CatalogEntry,
  CONSTRUCT_ENTRIES,
  SOURCE_ENTRIES,
} from '../../src/analysis/catalog';
import { optionPath } from '../../src/construct/option-names';
import { SourceContract } from '../../src/model/contract';

const HEAD = ['rule', 'severity', 'what, and why'];

/** The introduction of a topic, for topics that need one. */
const INTRODUCTIONS: { readonly [topic: string]: string } = {
  'Moving live mappings': 'The option `adopts`, with which a mapping takes the place of [a live one](migration.md).',
  Permissions: "Warnings about permissions that a construct can't grant, or that a role in a template lacks.",
  Form: 'The form of the properties, and what was done to a construct.',
};

/** All rules of all sources. */
export function rulesPage(contracts: readonly SourceContract[]): string {
  const options = new Set(contracts.flatMap((contract) => contract.properties.map((spec) => spec.option)));
  const entries = [
    ...contracts.flatMap(inOptions),
    ...ACCESS_ENTRIES,
    ...ADOPTION_ENTRIES,
    ...CONSTRUCT_ENTRIES,
    ...SOURCE_ENTRIES,
  ];
  return `# Rules

An error stops the synthesis, and a warning does not. Both can be [acknowledged](checking.md#acknowledging-rules) by
the rule's id. The same rules check mappings that no construct of this library made.

The id begins with the source, such as \`sqs\`; rules of all sources begin with \`mapping\`. If several kinds of
source are possible for a mapping in a template, a problem common to all of them is reported by the rule of one; if any
source is possible, by a rule of \`mapping\`.

${TOPIC_NAMES.map((topic) =>
  section(
    topic,
    entries.filter(({ name }) => topicOf(name) === topic),
    options,
  ),
).join('\n\n')}
`;
}

/** In the words of the construct; in those of the template, where two properties are one option. */
function inOptions(contract: SourceContract): CatalogEntry[] {
  const inTemplate = catalog(contract);
  return catalog(contract, (path, option) => option ?? optionPath(contract, path)).map((entry, index) =>
    /^(\S+) needs \1( |$)/.test(entry.says) ? inTemplate[index] : entry,
  );
}

function section(topic: string, entries: readonly CatalogEntry[], options: ReadonlySet<string>): string {
  const introduction = topic in INTRODUCTIONS ? [INTRODUCTIONS[topic]] : [];
  return [`## ${topic}`, ...introduction, rulesTable(entries, options)].join('\n\n');
}

/** A line for the rules of several sources that say the same in the same words. */
function rulesTable(entries: readonly CatalogEntry[], options: ReadonlySet<string>): string {
  const byRule = unique(entries.map(({ rule }) => rule)).map((rule) => {
    const same = entries.filter((entry) => entry.rule === rule);
    const what = unique(same.map((entry) => `${sentence(entry, options)} ${awsPage(entry.docs)}`)).join('<br>');
    return { rule, severity: same[0].severity, what, line: JSON.stringify([same[0].name, same[0].severity, what]) };
  });
  return table(
    HEAD,
    unique(byRule.map(({ line }) => line)).map((line) => {
      const alike = byRule.filter((one) => one.line === line);
      return [alike.map(({ rule }) => code(rule)).join('<br>'), alike[0].severity, alike[0].what];
    }),
  );
}

function sentence({ says, reason }: CatalogEntry, options: ReadonlySet<string>): string {
  const words = says.replace(/^[^\s:]+/, (subject) => (options.has(subject) ? code(subject) : subject));
  return markNames(reason === undefined ? words : `${words} (${reason})`, options);
}
