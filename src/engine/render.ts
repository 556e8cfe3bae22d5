import { Access, Fields, Properties, Wiring } from './contract';

/** Turns options into L1 properties. What the caller did not set is not there. */
export function render<Options extends object>(fields: Fields<Options, Options>, options: Options): Properties {
  return namesOf(fields, options).reduce((properties, name) => merge(properties, fields[name].render(options[name]!, options)), {});
}

/** What all options that the caller set need. */
export function accessOf<Options extends object>(fields: Fields<Options, Options>, options: Options): (Access | Wiring)[] {
  return namesOf(fields, options).flatMap((name) => fields[name].access?.(options[name]!, options) ?? []);
}

/** Of the options that the caller set. */
function namesOf<Options>(fields: Fields<Options, Options>, options: Options): (keyof Options)[] {
  return (Object.keys(fields) as (keyof Options)[]).filter((name) => options[name] !== undefined && options[name] !== null);
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
