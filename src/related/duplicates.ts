import { alike, identityOf, isThis, polledBy, targetOf, together } from './mappings';
import { Rule } from '../model/contract';
import { api } from '../model/docs';
import { rule } from '../model/rules';

/**
 * For the sources of which it is known that a function can have one mapping of them only.
 *
 * @param parts the properties that name the part of the source which is read
 */
export function duplicateRule(...parts: string[]): Rule {
  const duplicates = alike((look, where) => {
    const read = parts.flatMap((part) => look.values(part)).map((part) => identityOf(part, where));
    return together([polledBy(look, where), targetOf(look, where), ...read]);
  });
  return rule('duplicate', 'functionName', 'has another mapping of the same source', {
    why: 'Lambda has one mapping for a source and a function, and answers that it already exists',
    fix: 'take one of the two mappings out, or let it invoke an alias of the function',
    page: api('API_CreateEventSourceMapping'),
  }, (_look, where) => {
    const [first, ...others] = duplicates(where);
    const isAnother = others.some(({ mapping }) => isThis(mapping, where));
    return isAnother && `has a mapping of the same source already: ${first.mapping.id}`;
  });
}
