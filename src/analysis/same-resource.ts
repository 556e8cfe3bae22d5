import { polledResource } from './source-rules';
import { endOf, referenceOf } from '../graph/references';
import { Template } from '../graph/template';

/**
 * Whether two values are of the same resource, each in its version of a template, however they refer to it.
 *
 * A function is the same by its name and by its ARN, and so is a source by each attribute that is the ARN which Lambda
 * polls.
 */
export function isSameResource(before: Template, old: unknown, after: Template, young: unknown): boolean {
  const [one, other] = [resourceKeyOf(before, old), resourceKeyOf(after, young)];
  return one !== undefined && one === other;
}

function resourceKeyOf(template: Template, value: unknown): string | undefined {
  const found = template.find(value);
  if (found === undefined) return value === undefined ? undefined : template.nameIn(value);
  const polled = polledResource(found.type);
  const reference = referenceOf(value);
  const isAnother =
    polled !== undefined &&
    reference !== undefined &&
    'id' in reference &&
    template.resource(reference.id) === found &&
    !polled.attributes.includes(reference.attribute);
  // The text at the end is an alias, a version, or a part of the source.
  const end = reference === undefined ? (endOf(value) ?? '') : '';
  return `${found.id} ${isAnother ? JSON.stringify(value) : ''}${end}`;
}
