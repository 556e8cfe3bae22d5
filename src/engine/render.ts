import { Access, Field, Fields, Properties, Wiring } from './contract';

/** Turns options into L1 properties. What the caller did not set is not there. */
export function render<Options extends object>(fields: Fields<Options, Options>, options: Options): Properties {
  return perOption(fields, options, (field, value) => field.render(value, options)).reduce<Properties>(merge, {});
}

/** What all options that the caller set need. */
export function accessOf<Options extends object>(fields: Fields<Options, Options>, options: Options): (Access | Wiring)[] {
  return perOption(fields, options, (field, value) => field.access?.(value, options) ?? []).flat();
}

function perOption<Options extends object, Result>(
  fields: Fields<Options, Options>,
  options: Options,
  ask: (field: Field<unknown, Options>, value: unknown) => Result,
): Result[] {
  const names = (Object.keys(fields) as (keyof Options)[]).filter((name) => options[name] !== undefined && options[name] !== null);
  return names.map((name) => ask(fields[name] as Field<unknown, Options>, options[name]));
}

function merge(into: Properties, more: Properties): Properties {
  return { ...into, ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, join(into[name], value)])) };
}

/** Several options can write into one list (the source access configurations) or one object (the Kafka configuration). */
function join(before: unknown, more: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  return isStruct(before) && isStruct(more) ? merge(before, more) : more;
}

function isStruct(value: unknown): value is Properties {
  return Object.getPrototypeOf(value ?? 0) === Object.prototype;
}
