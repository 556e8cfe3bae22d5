import { CfnResource, Fn, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Properties } from '../model/contract';
import type { ResourceMetrics, SourceMetrics } from '../model/metrics';
import { read } from '../model/paths';
import { isUnknown } from '../model/tokens';
import { referredBy } from '../permissions/references';
import { l1Of } from '../permissions/security-groups';

/**
 * A resource that a mapping polls or sends to, by its ARN; with its L1 where this app makes it.
 *
 * @internal
 */
export interface NamedResource {
  readonly arn: string;
  readonly l1?: CfnResource;
}

export function resourceAt(arn: unknown): NamedResource | undefined {
  if (typeof arn !== 'string') return undefined;
  const construct = referredBy(arn);
  return { arn, l1: construct && l1Of(construct) };
}

/** The resource that is polled, or the one that it is a part of: the stream of a consumer. */
export function measuredSourceOf(polled: NamedResource, { through = {} }: SourceMetrics): NamedResource {
  const property = polled.l1 && through[polled.l1.cfnResourceType];
  const [arn] = property === undefined ? [] : l1ValuesAt(polled.l1!, property);
  return resourceAt(arn) ?? polled;
}

/** The name of a resource, as its metrics have it. */
export function nameOf({ arn }: NamedResource, { nameIn: { separator, index } }: ResourceMetrics): string {
  return Token.isUnresolved(arn) ? Fn.select(index, Fn.split(separator, arn)) : arn.split(separator)[index];
}

/** Whether CloudWatch has the metrics of a resource where the mapping is: in its own account and Region. */
export function isMeasuredBeside({ arn, l1 }: NamedResource, mapping: IConstruct): boolean {
  const here = Stack.of(mapping);
  if (l1) return Stack.of(l1).account === here.account && Stack.of(l1).region === here.region;
  const [, , , region, account] = Token.isUnresolved(arn) ? [] : arn.split(':');
  return isSameIfKnown(region, here.region) && isSameIfKnown(account, here.account);
}

/** As far as both are known. */
function isSameIfKnown(one: string | undefined, other: string): boolean {
  return one === undefined || Token.isUnresolved(other) || one === other;
}

/** The values that the L1 of a resource has at a property, as far as these are known. */
export function l1ValuesAt(l1: CfnResource, property: string): unknown[] {
  const { stack } = l1;
  const [root] = property.split('.');
  const value = (l1 as unknown as Properties)[root];
  const resolved = Token.isUnresolved(value) && typeof value === 'object' ? (stack.resolve(value) as unknown) : value;
  return read({ [root]: resolved }, property).entries.map((entry) => entry.value);
}

export function l1NumberAt(l1: CfnResource, property: string): number | undefined {
  const [value] = l1ValuesAt(l1, property);
  return isUnknown(value) || value === undefined ? undefined : Number(value);
}
