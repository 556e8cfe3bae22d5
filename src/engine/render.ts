import { Access, Field, Fields, Properties, Wiring } from './contract';

/** Turns options into L1 properties. What the caller did not set is not there. */
export function render<Options extends object>(fields: Fields<Options, Options>, options: Options): Properties {
  return given(fields, options).reduce((properties, [field, value]) => merge(properties, field.render(value, options)), {});
}

/** What all options that the caller set need. */
export function accessOf<Options extends object>(fields: Fields<Options, Options>, options: Options): (Access | Wiring)[] {
  return given(fields, options).flatMap(([field, value]) => field.access?.(value, options) ?? []);
}

function given<Options extends object>(fields: Fields<Options, Options>, options: Options): [Field<unknown, Options>, unknown][] {
  const names = (Object.keys(fields) as (keyof Options)[]).filter((name) => options[name] !== undefined && options[name] !== null);
  return names.map((name) => [fields[name] as Field<unknown, Options>, options[name]]);
}

function merge(into: { [name: string]: unknown }, more: Properties): Properties {
  for (const name in more) into[name] = name in into ? join(into[name], more[name]) : more[name];
  return into;
}

/** Several options can write into one list (the source access configurations) or one object (the Kafka configuration). */
function join(before: unknown, more: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  return isStruct(before) && isStruct(more) ? merge({ ...before }, more) : more;
}

function isStruct(value: unknown): value is Properties {
  return Object.getPrototypeOf(value ?? 0) === Object.prototype;
}
