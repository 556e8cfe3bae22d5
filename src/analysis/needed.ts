import { keyToAllow, valuesNamed } from './encryption-key';
import { Template } from '../graph/template';
import { PropertyReader, Resource, SourceContract, Context } from '../model/contract';
import { Permission } from '../model/permissions';
import { isUnknown } from '../model/tokens';

/**
 * A permission that a template's mapping needs for sure, and the resource that it needs it on, where that is in the
 * template.
 */
export interface Need {
  readonly permission: Permission;
  readonly on?: Resource;
}

/** The permissions that a mapping needs, as far as its template shows them. */
export function neededBy(
  contract: SourceContract,
  reader: PropertyReader,
  context: Context,
  template: Template,
): Need[] {
  const needs: Need[] = [];
  for (const permission of contract.permissions) {
    const { at, when, on } = permission;
    if (at === undefined) {
      const isInMode = when !== undefined && contract.modes[when]?.(reader, context, on) === true;
      if (isInMode) needs.push({ permission });
      continue;
    }
    const [named] = reader.values(at);
    if (named !== undefined) needs.push(...needOn(permission, template.find(named), template));
  }
  return needs;
}

function needOn(permission: Permission, found: Resource | undefined, template: Template): Need[] {
  const { on, type, keyIn, unlessTrue } = permission;
  if (type !== undefined && found?.type !== type) return [];
  if (unlessTrue && (!found || valuesNamed(found, unlessTrue).some(mayBeTrue))) return [];
  if (keyIn === undefined) return [{ permission, on: on === '*' ? undefined : found }];
  if (found === undefined) return [];
  const owners = ownersOfKeys(permission, found, template);
  const keys = new Set(owners.map((owner) => keyToAllow(owner, keyIn, template)).filter((key) => key !== undefined));
  return [...keys].map((key) => ({ permission, on: key }));
}

function ownersOfKeys({ ofNaming }: Permission, found: Resource, template: Template): Resource[] {
  if (ofNaming === undefined) return [found];
  const others = Object.keys(ofNaming).flatMap((type) => template.all(type));
  return others.filter((other) => valuesNamed(other, ofNaming).some((named) => template.find(named)?.id === found.id));
}

function mayBeTrue(value: unknown): boolean {
  return isUnknown(value) || String(value) === 'true';
}
