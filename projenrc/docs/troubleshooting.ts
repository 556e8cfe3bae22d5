import { AwsError, REFUSED, SILENT } from './aws-errors';
import { awsPage, code, unique } from './markdown';
import { allEntries, CatalogEntry } from '../../src/analysis/catalog';

/** More sources than this are not written out. */
const WRITTEN_OUT = 3;

const ENTRIES = allEntries();

/** The page on what AWS answers: the texts by hand, the rules from the catalog. */
export function troubleshooting(): string {
  return `# Troubleshooting

The answers of AWS Lambda and CloudFormation, their causes, and the rules that report them before a deployment. Search
this page for a part of the text. To check a template at once:

\`\`\`sh
npx cdk-event-source-mappings check template.yaml
\`\`\`

## The deployment fails

${REFUSED.map(section).join('\n\n')}

## Nothing fails, but records are missing

${SILENT.map(section).join('\n\n')}
`;
}

function section({ title, texts, cause, fix, rules }: AwsError): string {
  const answer = texts.length === 0 ? [] : [`\`\`\`text\n${texts.join('\n')}\n\`\`\``];
  const told =
    rules.length === 0
      ? ['No rule can tell: it depends on what is not in a template.']
      : [rules.map(ruleLine).join('\n')];
  return [`### ${title}`, ...answer, `${cause} ${fix}`, ...told].join('\n\n');
}

function ruleLine(name: string): string {
  const entries = ENTRIES.filter((entry) => entry.name === name);
  if (entries.length === 0) throw new Error(`no rule has the name ${name}`);
  const pages = unique(entries.map(({ docs }) => docs));
  // If each source has its own page, none of the pages is right for all.
  const docs = pages.length === 1 ? ` ${awsPage(pages[0])}` : '';
  return `- ${idsOf(name, entries)}: ${severitiesOf(entries)}${docs}`;
}

function idsOf(name: string, entries: readonly CatalogEntry[]): string {
  if (entries.length > WRITTEN_OUT) return `${code(`<source>-${name}`)} for ${entries.length} sources`;
  return entries.map(({ rule }) => code(rule)).join(', ');
}

function severitiesOf(entries: readonly CatalogEntry[]): string {
  const severities = unique(entries.map(({ severity }) => severity));
  return severities.map((severity) => (severity === 'error' ? 'an error' : 'a warning')).join(' or ');
}
