import { article } from './article';
import { Ceiling, concurrencyCeiling } from './ceilings';
import { failureSentences } from './failure';
import { ExplainedMapping } from './mapping';
import type { Sentence } from './sentence';
import type { Order, Records } from '../model/behaviour';

/** Explains what happens to the records of a mapping; no sentences where its source does not tell. */
export function explain(mapping: ExplainedMapping): Sentence[] {
  const {
    contract: {
      behaviour: { records },
    },
    reader,
  } = mapping;
  if (!records) return [];
  return [
    ...state(mapping, records),
    ...failureSentences(mapping, records),
    orderSentence(records.order(reader), records),
    ...concurrency(mapping),
    ...filter(mapping, records),
    replacement(mapping, records),
  ];
}

/** The same as texts, each with its page. */
export function explanationOf(mapping: ExplainedMapping): string[] {
  return explain(mapping).map(({ text, docs }) => `${text} ${docs}`);
}

function state({ reader, contract: { docs } }: ExplainedMapping, { noun }: Records): Sentence[] {
  const isDisabled = reader.any('enabled', (value) => /^false$/i.test(String(value)));
  if (isDisabled !== true) return [];
  return [
    {
      about: 'state',
      text: `The mapping is disabled: nothing is processed, and ${noun}s that expire meanwhile are lost.`,
      docs,
    },
  ];
}

function orderSentence({ within, key, but, docs }: Order, { noun }: Records): Sentence {
  const repeated = `${article(noun)} ${noun} can be processed more than once.`;
  const text =
    within === undefined
      ? `There is no order: ${noun}s are processed as they come. ${repeated}`
      : `${orderIn(within, key, noun)}${but === undefined ? '' : `; ${but}`}. ${repeated}`;
  return { about: 'order', text, docs };
}

function orderIn(within: string, key: string | undefined, noun: string): string {
  return key === undefined
    ? `The ${noun}s of one ${within} are processed in order, one batch at a time`
    : `The ${noun}s of one ${within} are processed in order where they have the same ${key}, and in any order ` +
        `otherwise`;
}

function concurrency(mapping: ExplainedMapping): Sentence[] {
  const ceiling = concurrencyCeiling(mapping);
  if (ceiling === undefined) return [];
  return [{ about: 'concurrency', text: concurrencyWords(ceiling), docs: mapping.contract.docs }];
}

function concurrencyWords({ number, words, from }: Ceiling): string {
  if (number === undefined) return `At the same time, as many batches are processed as there are ${words}.`;
  const batches = number === 1 ? '1 batch is' : `${words} batches are`;
  return `At most ${batches} processed at the same time${from === '' ? '' : `: ${from}`}.`;
}

function filter({ reader }: ExplainedMapping, { noun, unmatched }: Records): Sentence[] {
  if (unmatched === undefined || reader.has('filterCriteria.filters[]') === false) return [];
  return [{ about: 'filter', text: `${article(noun)} ${noun} that matches no filter ${unmatched}.`, docs: FILTERING }];
}

const FILTERING = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html';

function replacement({ reader }: ExplainedMapping, records: Records): Sentence {
  const { begins, isLost, docs } = records.replacement(reader);
  const text =
    `A new mapping in its place ` +
    `${begins}.${isLost ? '' : ` No ${records.noun} is lost by that, as long as it reads before they expire.`}`;
  return { about: 'replacement', text, docs };
}
