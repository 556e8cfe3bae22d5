import { explain } from '../../src/explanation/explain';
import { Sentence, Topic } from '../../src/explanation/sentence';
import { Properties, SourceContract } from '../../src/model/contract';
import { readerAt } from '../../src/model/paths';

/** The properties that most mappings have, as far as the source has them. */
const USUAL: Properties = { startingPosition: 'TRIM_HORIZON', filterCriteria: { filters: [{ pattern: '{}' }] } };
const DESTINATION = 'destinationConfig.onFailure.destination';
const LIMITED: Properties = {
  maximumRetryAttempts: 3,
  destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
};
/** The topics that change with the limits. */
const ABOUT_LIMITS: readonly Topic[] = ['tries', 'waiting', 'end'];

/** The explanation of a source's mappings, with few options and with limits for failures. */
export function explanation(contract: SourceContract): string {
  const usual = sentences(contract, USUAL);
  const limited = contract.properties.some(({ property }) => property === DESTINATION)
    ? sentences(contract, { ...USUAL, ...LIMITED }).filter(({ about }) => ABOUT_LIMITS.includes(about))
    : [];
  return [
    'Of a mapping with the required options and filters. `mapping.explain()` says it for a mapping of an app, and',
    '`review --explain` for those of templates, with all that is known there.',
    '',
    ...usual.map(line),
    ...(limited.length > 0 ? ['', 'With three retries, and a queue for what failed:', '', ...limited.map(line)] : []),
  ].join('\n');
}

function sentences(contract: SourceContract, properties: Properties): Sentence[] {
  const optionOf = (path: string) => contract.properties.find(({ property }) => property === path)?.option ?? path;
  const isOfSource = ([name]: [string, unknown]) => contract.properties.some(({ root }) => root === name);
  return explain({
    contract,
    reader: readerAt(Object.fromEntries(Object.entries(properties).filter(isOfSource))),
    names: { property: (path) => `\`${optionOf(path)}\``, resource: () => 'the queue' },
  });
}

function line({ text, docs }: Sentence): string {
  return `- ${text} ([AWS](${docs}))`;
}
