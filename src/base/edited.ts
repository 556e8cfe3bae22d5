import { identityOf, IdentityValue } from './identity';
import { optionPath } from './option-names';
import { checkShape } from '../checks/shape';
import { check, Naming } from '../engine/check';
import { constructProblem, EDITED_IDENTITY } from '../engine/construct-rules';
import { Problem, Resource, Row, SourceContract, Where } from '../engine/contract';
import { isUnknown } from '../engine/tokens';
import { l1Of } from '../template/l1-properties';

/**
 * Checks a mapping that was edited after it was made, as its template will have it.
 *
 * An edit knows no options, so that it can write properties that the source does not have, and values of another shape.
 */
export function checkEdited(
  contract: SourceContract, resource: Resource, identity: readonly IdentityValue[], where: Where,
): Problem[] {
  const properties = l1Of(resource);
  const nameOf: Naming = (path, row) => optionPath(contract, path, row);
  return [
    ...checkShape(contract, properties, nameOf),
    // What was made of the options is no longer what they say.
    ...check(contract, properties, nameOf, { ...where, constructed: false }),
    ...editedIdentity(contract, identity, identityOf(contract, properties)),
  ];
}

/** The logical id was made of the values before the edit. */
function editedIdentity(
  contract: SourceContract, before: readonly IdentityValue[], after: readonly IdentityValue[],
): Problem[] {
  const rows = new Set([...missingIn(before, after), ...missingIn(after, before)]);
  return [...rows].map((row) => {
    const option = optionPath(contract, row.property, row);
    const says = `${option} was edited after the mapping was made: if it changes later, ${row.identity!.says}`;
    return constructProblem(EDITED_IDENTITY, row.property, says);
  });
}

/** The rows of the values that are known, and that others do not have. */
function missingIn(others: readonly IdentityValue[], values: readonly IdentityValue[]): Row[] {
  const has = ({ row, value }: IdentityValue) => others.some((other) =>
    other.row === row && (other.value === value || isUnknown(other.value)));
  return values.filter((one) => !isUnknown(one.value) && !has(one)).map(({ row }) => row);
}
