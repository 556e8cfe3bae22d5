import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { Adopted } from '../model/adoption';
import { renamedLogicalId } from '../model/cdk-internals';
import { idPrefixOf } from '../model/check';
import { SourceContract } from '../model/contract';
import { hashOf, IdentityValue } from '../model/identity';
import { Problem, ruleNamed } from '../model/problem';
import { isUnknown } from '../model/tokens';

const MAX_LOGICAL_ID_LENGTH = 255;

/**
 * Makes the values that Lambda can't change on a live mapping part of the logical id, so that a change of one makes a
 * new mapping.
 *
 * Without such values the logical id is the one that CDK gives. An adopted one stays as long as the values do.
 */
export function identify(resource: CfnResource, identity: readonly IdentityValue[], adopted?: Adopted): void {
  const hash = hashOf(identity);
  // Asked at synthesis, so that renamings of the logical id still apply.
  const override = (produce: () => string) => resource.overrideLogicalId(Lazy.string({ produce }));
  if (adopted && (adopted.hash ?? hash) === hash) {
    override(() => renamedLogicalId(Stack.of(resource), resource, adopted.logicalId));
  } else if (hash !== undefined) {
    // The end of the id holds CDK's own hash, so that it is cut at the start.
    override(
      () =>
        Stack.of(resource)
          .getLogicalId(resource)
          .slice(-(MAX_LOGICAL_ID_LENGTH - hash.length)) + hash,
    );
  }
}

const NOT_KNOWN = "is not known at synthesis, so that it is not part of the mapping's logical id";

/** A value that is not known can't be part of the logical id: says what a change of it would do. */
export function unknownIdentity(contract: SourceContract, identity: readonly IdentityValue[]): Problem[] {
  return identity
    .filter(({ value }) => isUnknown(value))
    .map(({ spec, fixed }) => ({
      ...ruleNamed(fixed.rule, idPrefixOf(contract, spec.common)),
      severity: 'warning',
      property: spec.property,
      option: spec.option,
      says: `${NOT_KNOWN}: if it changes later, ${fixed.says}`,
      form: 'verbatim',
      docs: spec.docs ?? contract.docs,
    }));
}
