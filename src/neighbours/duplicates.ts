import { alike, identityOf, isThis, polledBy, targetOf, together } from './mappings';
import { Look, Rule, Where } from '../engine/contract';
import { rule } from '../engine/rules';
import { api } from '../values/pages';

/** By what Lambda tells mappings apart. */
function keyOf(look: Look, where: Where): string | undefined {
  return together([polledBy(look, where), targetOf(look, where), ...look.values('topics[]').map((topic) => identityOf(topic, where))]);
}

const duplicates = alike(keyOf);

/** For the sources of which it is known that a function can have one mapping of them only. */
export const DUPLICATE_RULE: Rule = rule('duplicate', 'functionName', 'has another mapping of the same source', {
  why: 'Lambda has one mapping for a source and a function, and answers that it already exists',
  page: api('API_CreateEventSourceMapping'),
}, (_look, where) => {
  const [first, ...others] = duplicates(where);
  const isAnother = others.some(({ mapping }) => isThis(mapping, where));
  return isAnother && `has a mapping of the same source already: ${first.mapping.id}`;
});
