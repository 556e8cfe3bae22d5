import { alike, equalityKeyOf, isThis, polledBy, targetOf, compositeKey } from './mappings';
import { Rule } from '../model/contract';
import { CREATE_MAPPING_DOCS } from '../model/docs';
import { rule } from '../model/rules';

/**
 * For the sources of which it is known that a function can have one mapping of them only.
 *
 * @param parts the properties that name the part of the source which is read
 */
export function duplicateRule(...parts: string[]): Rule {
  const duplicates = alike((reader, context) => {
    const read = parts.flatMap((part) => reader.values(part)).map((part) => equalityKeyOf(part, context));
    return compositeKey([polledBy(reader, context), targetOf(reader, context), ...read]);
  });
  return rule(
    'duplicate',
    'functionName',
    'has another mapping of the same source',
    {
      reason: 'Lambda allows one mapping for a source and a function, and answers that it already exists',
      fix: 'take one of the two mappings out, or let it invoke an alias of the function',
      docs: CREATE_MAPPING_DOCS,
    },
    (_reader, context) => {
      const [first, ...others] = duplicates(context);
      const isAnother = others.some(({ mapping }) => isThis(mapping, context));
      return isAnother && `has a mapping of the same source already: ${first.mapping.id}`;
    },
  );
}
