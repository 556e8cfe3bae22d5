/** The properties at which resources name others, by the type of the resource: paths of its L1's names. */
export type NamedAt = { readonly [type: string]: string };

/** Operators of a policy's conditions, with their keys and values. */
export type Conditions = { readonly [operator: string]: { readonly [key: string]: string } };

/**
 * A permission that the function's role needs for an option: data that is read without a construct.
 *
 * A part that depends on the option's value has a name here. The option's spec knows what the name means for a value.
 */
export interface Permission {
  readonly actions: readonly string[];
  /** The name of what the actions are on: 'source', 'key of source'. `*` is everything. */
  readonly on: string;
  /** The name of the mode that needs it; unset where every value does. */
  readonly when?: string;
  /** The value of each key is the name of a value. */
  readonly conditions?: Conditions;
  /** Denied to the role instead, under its conditions. */
  readonly denied?: boolean;
  readonly reason: string;
  /**
   * The property of a mapping that shows the need, and that names what the actions are on; unset for a mode, which only
   * constructs know.
   */
  readonly at?: string;
  /** The type of the resource that this property has to name. */
  readonly type?: string;
  /** Set where the actions are on the customer managed key of the resource at this property. */
  readonly keyIn?: NamedAt;
  /** Set where the key is not that of the resource at this property, but of others that name it at their properties. */
  readonly ofNaming?: NamedAt;
  /**
   * Set where the resource at this property can be such that it is not needed, as a template shows: a broker that is
   * public.
   */
  readonly unlessTrue?: NamedAt;
  /** Older actions that serve as well, by the action that they stand for. */
  readonly older?: { readonly [action: string]: string };
}

/** The meaning of the names in permissions for a value of an option: ARNs, values of conditions, and modes. */
export type PermissionValues = { readonly [name: string]: string | readonly string[] | boolean | undefined };

/** A permission with the ARNs that it is on, and the values of its conditions. */
export interface ResolvedPermission extends Pick<Permission, 'actions' | 'conditions' | 'denied' | 'reason'> {
  readonly resources: readonly string[];
}

/** The permissions that a value needs: those on something that the value has, in a mode that is on. */
export function resolvePermissions(permissions: readonly Permission[], values: PermissionValues): ResolvedPermission[] {
  const resolved: ResolvedPermission[] = [];
  for (const { actions, on, when, conditions, denied, reason } of permissions) {
    const resources = on === '*' ? ['*'] : textsIn(values[on]);
    if (resources.length === 0 || (when !== undefined && values[when] !== true)) continue;
    resolved.push({ actions, resources, conditions: resolveConditions(conditions, values), denied, reason });
  }
  return resolved;
}

/** Conditions with values in the place of their names. */
export function resolveConditions(
  conditions: Conditions | undefined,
  values: PermissionValues,
): Conditions | undefined {
  return conditions && mapValues(conditions, (keys) => mapValues(keys, (name) => textsIn(values[name])[0]));
}

function textsIn(value: PermissionValues[string]): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function mapValues<Before, After>(
  object: { readonly [name: string]: Before },
  change: (value: Before) => After,
): { [name: string]: After } {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
