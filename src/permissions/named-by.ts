import { CfnResource, Stack } from 'aws-cdk-lib';
import { Properties } from '../model/contract';
import { read } from '../model/paths';
import { NamedAt } from '../model/permissions';

/** The values that a resource names at one of its properties, such as its key: ids, ARNs, aliases or tokens. */
export function namedBy(l1: CfnResource, namedAt: NamedAt): unknown[] {
  const path = namedAt[l1.cfnResourceType];
  if (path === undefined) return [];
  const [list, inItem] = path.split('[].');
  if (inItem === undefined) return valuesIn(l1, path);
  return itemsHere(l1, valuesIn(l1, `${list}[]`)).flatMap((item) => valuesIn(item, inItem));
}

/** Of items that are for one Region each, such as replicas, those of the stack's; the only one is there in any case. */
function itemsHere(l1: CfnResource, items: readonly unknown[]): readonly unknown[] {
  const isRegional = items.some((item) => regionOf(item) !== undefined);
  return isRegional && items.length > 1 ? items.filter((item) => regionOf(item) === Stack.of(l1).region) : items;
}

function regionOf(item: unknown): string | undefined {
  return (item as { readonly region?: string }).region;
}

function valuesIn(properties: unknown, path: string): unknown[] {
  return read(properties as Properties, path).entries.map(({ value }) => value);
}
