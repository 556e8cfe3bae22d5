import { recognise } from '../../analysis/recognise';
import { wordsOf } from '../../analysis/words';
import { lookOf } from '../../graph/l1-properties';
import { Template, TemplateMapping } from '../../graph/template';
import { Concurrency } from '../../model/behaviour';
import { isUnknown } from '../../model/tokens';

/** How many times at once the function can run for a mapping at most, where that can be known. */
export function ceilingOf(template: Template, mapping: TemplateMapping): string {
  const { contracts: [contract, ...others], bySource } = recognise(template, mapping);
  if (!bySource || others.length > 0) return '';
  const look = lookOf(mapping.resource);
  const find = (value: unknown) => template.find(value);
  const concurrency = contract.behaviour.concurrency(look, { resource: find(look.values('eventSourceArn')[0]), find });
  return concurrency === undefined ? '' : inWords(concurrency);
}

function inWords({ count, unit = '', times = 1 }: Concurrency): string {
  if (isNumber(count) && isNumber(times)) return String(Number(count) * Number(times));
  const bounded = count === undefined || (isUnknown(count) && unit !== '') ? unit : wordsOf(count);
  return isNumber(times) && Number(times) === 1 ? bounded : `${bounded} × ${wordsOf(times)}`;
}

/** CloudFormation takes a number also where it is written as a string. */
function isNumber(value: unknown): boolean {
  return ['number', 'string'].includes(typeof value) && !Number.isNaN(Number(value));
}
