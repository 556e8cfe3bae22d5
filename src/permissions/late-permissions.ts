import { IConstruct } from 'constructs';
import { ResolvedPermission } from '../model/permissions';

/** Permissions that are known when all of the app is made. */
export type LatePermissions = () => readonly ResolvedPermission[];

const all = new WeakMap<IConstruct, LatePermissions[]>();

/** Has a mapping ask for permissions when all of the app is made. */
export function permitLater(mapping: IConstruct, permissions: LatePermissions): void {
  all.set(mapping, [...(all.get(mapping) ?? []), permissions]);
}

export function latePermissionsOf(mapping: IConstruct): readonly LatePermissions[] {
  return all.get(mapping) ?? [];
}
