import { checkOwn } from '../analysis/check-properties';
import { l1PropertiesOf, writtenOf } from '../graph/l1-properties';
import { constructProblem, EDITED_IDENTITY } from '../model/construct-rules';
import { Resource, SourceContract, Context } from '../model/contract';
import { identityOf, IdentityValue } from '../model/identity';
import { Problem } from '../model/problem';
import { isUnknown } from '../model/tokens';

/**
 * Checks a mapping that was edited after it was made, as its template will have it.
 *
 * An edit knows no options, so that it can write properties that the source does not have, and values of another shape.
 */
export function checkEdited(
  contract: SourceContract,
  resource: Resource,
  identity: readonly IdentityValue[],
  context: Context,
): Problem[] {
  return [
    // An edited mapping is no longer what the options say.
    ...checkOwn(contract, writtenOf(resource), { ...context, constructed: false }),
    ...editedIdentity(identity, identityOf(contract, l1PropertiesOf(resource))),
  ];
}

/** The logical id was made of the values before the edit. */
function editedIdentity(before: readonly IdentityValue[], after: readonly IdentityValue[]): Problem[] {
  // One of each property.
  const changed = new Map([...missingIn(before, after), ...missingIn(after, before)].map((one) => [one.spec, one]));
  return [...changed.values()].map(({ spec: { property, option }, fixed }) => {
    const says = `was edited after the mapping was made: if it changes later, ${fixed.says}`;
    return constructProblem(EDITED_IDENTITY, { property, option, says, form: 'verbatim' });
  });
}

/** The values that are known, and that others do not have. */
function missingIn(others: readonly IdentityValue[], values: readonly IdentityValue[]): IdentityValue[] {
  const has = ({ spec, value }: IdentityValue) =>
    others.some((other) => other.spec === spec && (other.value === value || isUnknown(other.value)));
  return values.filter((one) => !isUnknown(one.value) && !has(one));
}
