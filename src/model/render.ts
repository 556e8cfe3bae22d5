import { BindHook, OptionSpec, OptionSpecs, Properties } from './contract';
import { isMissing } from './option-types';
import { PermissionValues, ResolvedPermission, resolvePermissions } from './permissions';

/** Turns options into L1 properties. An option that the caller did not set is not there. */
export function render<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): Properties {
  const properties = {};
  forEachSet(optionSpecs, options, (spec, value) => merge(properties, spec.render(value, options)));
  return properties;
}

/** The permissions that the role needs for all options that the caller set. */
export function permissionsOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): ResolvedPermission[] {
  const needed: ResolvedPermission[] = [];
  forEachSet(optionSpecs, options, ({ permissions, permissionValues }, value) => {
    if (permissions === undefined || permissions.length === 0) return;
    needed.push(...resolvePermissions(permissions, permissionValues?.(value, options) ?? {}));
  });
  return needed;
}

/** The values of the names in the permissions of a group of options. */
export function permissionValuesOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): PermissionValues {
  const values = {};
  forEachSet(optionSpecs, options, (spec, value) => {
    Object.assign(values, spec.permissionValues?.(value, options));
  });
  return values;
}

/** The bind hooks of all options that the caller set. */
export function bindHooksOf<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
): BindHook[] {
  const hooks: BindHook[] = [];
  forEachSet(optionSpecs, options, (spec, value) => {
    if (spec.bind) hooks.push(...spec.bind(value, options));
  });
  return hooks;
}

/** Goes through the options that the caller set. */
function forEachSet<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  options: Options,
  visit: (spec: OptionSpec<unknown, Options>, value: unknown) => void,
): void {
  for (const name in optionSpecs) {
    const value: unknown = options[name];
    if (!isMissing(value)) visit(optionSpecs[name] as OptionSpec<unknown, Options>, value);
  }
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
