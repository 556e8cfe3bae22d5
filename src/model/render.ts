import { BindHook, OptionSpecs, Properties } from './contract';
import { PermissionValues, ResolvedPermission, resolvePermissions } from './permissions';

/** Turns options into L1 properties. An option that the caller did not set is not there. */
export function render<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): Properties {
  return namesOf(optionSpecs, options).reduce(
    (properties, name) => merge(properties, optionSpecs[name].render(options[name]!, options)),
    {},
  );
}

/** The permissions that the role needs for all options that the caller set. */
export function permissionsOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): ResolvedPermission[] {
  return namesOf(optionSpecs, options).flatMap((name) => {
    const { permissions = [], permissionValues } = optionSpecs[name];
    if (permissions.length === 0) return [];
    return resolvePermissions(permissions, permissionValues?.(options[name]!, options) ?? {});
  });
}

/** The values of the names in the permissions of a group of options. */
export function permissionValuesOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): PermissionValues {
  const values = namesOf(optionSpecs, options).map((name) =>
    optionSpecs[name].permissionValues?.(options[name]!, options),
  );
  return Object.assign({}, ...values) as PermissionValues;
}

/** The bind hooks of all options that the caller set. */
export function bindHooksOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): BindHook[] {
  return namesOf(optionSpecs, options).flatMap((name) => optionSpecs[name].bind?.(options[name]!, options) ?? []);
}

/** Of the options that the caller set. */
function namesOf<Options>(optionSpecs: OptionSpecs<Options, Options>, options: Options): (keyof Options)[] {
  return (Object.keys(optionSpecs) as (keyof Options)[]).filter(
    (name) => options[name] !== undefined && options[name] !== null,
  );
}

function merge(into: { [name: string]: unknown }, more: Properties): Properties {
  for (const name in more) into[name] = name in into ? join(into[name], more[name]) : more[name];
  return into;
}

/**
 * Several options can write into one list (the source access configurations) or one object (the Kafka configuration).
 */
function join(before: unknown, more: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  return isStruct(before) && isStruct(more) ? merge({ ...before }, more) : more;
}

function isStruct(value: unknown): value is Properties {
  return Object.getPrototypeOf(value ?? 0) === Object.prototype;
}
