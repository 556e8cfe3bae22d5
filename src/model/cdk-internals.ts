import type { CfnElement, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/*
 * All that is read of aws-cdk-lib and is not public there. Nothing public tells the same.
 * A test asks for each member with the oldest and the newest version.
 */

/** Properties of an L1, in its own names. */
type L1Properties = { readonly [name: string]: unknown };

interface ResourceInternals {
  readonly cfnProperties: L1Properties;
  readonly rawOverrides: object;
  renderProperties(properties: L1Properties): L1Properties;
  _toCloudFormation(): object;
}

interface StackInternals {
  allocateLogicalId(element: CfnElement): string;
}

/** The record that `Annotations.of(construct).acknowledgeWarning(...)` writes at the root of an app. */
interface AcknowledgedWarnings {
  /** For each path, the ids: a set in older versions, a map in newer ones. */
  readonly acks?: ReadonlyMap<string, { keys(): Iterable<string> }>;
  has?(path: string, id: string): boolean;
}

const ACKNOWLEDGED_WARNINGS = Symbol.for('@aws-cdk/core.Acknowledgements');

/** The type of the metadata in which `Validations.of(construct).acknowledge(...)` writes, in versions that have it. */
export const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';

/** The properties that an L1 has now, before they are named as CloudFormation names them. */
export function propertiesOf(resource: CfnResource): L1Properties {
  return (resource as unknown as ResourceInternals).cfnProperties;
}

/** The values that escape hatches have written over the properties of an L1. */
export function overridesOf(resource: CfnResource): object {
  return (resource as unknown as ResourceInternals).rawOverrides;
}

/** The properties of an L1 as CloudFormation names them. */
export function renderedProperties(resource: CfnResource, properties: L1Properties): L1Properties {
  return (resource as unknown as ResourceInternals).renderProperties(properties);
}

/** A resource as it comes into its template, before its tokens are resolved. */
export function cloudFormationOf(resource: CfnResource): object {
  return (resource as unknown as ResourceInternals)._toCloudFormation();
}

/** The logical id that a stack gives to a resource, in its own way, before renamings. */
export function allocatedLogicalId(stack: Stack, element: CfnElement): string {
  return (stack as unknown as StackInternals).allocateLogicalId(element);
}

/** A logical id after the stack's renamings, which apply to ids that the stack itself allocates. */
export function renamedLogicalId(stack: Stack, element: CfnElement, logicalId: string): string {
  const allocating: Stack = Object.create(stack, { allocateLogicalId: { value: () => logicalId } });
  return allocating.getLogicalId(element);
}

/** The warnings that are acknowledged in an app; undefined where none is. */
export function acknowledgedWarnings(root: IConstruct): AcknowledgedWarnings | undefined {
  return (root as { [ACKNOWLEDGED_WARNINGS]?: AcknowledgedWarnings })[ACKNOWLEDGED_WARNINGS];
}

/** The method that has another stack deployed first, under its name since aws-cdk-lib 2.276. */
interface StackOrder {
  addStackDependency?(target: Stack): void;
}

/** Has a stack deployed before another one. */
export function deployStackBefore(stack: Stack, before: Stack): void {
  const order = stack as StackOrder;
  if (order.addStackDependency) order.addStackDependency(before);
  else stack.addDependency(before);
}
