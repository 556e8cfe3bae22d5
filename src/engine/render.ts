import { Fields, Properties } from './contract';

/** Turns options into L1 properties. What the caller did not set is not there. */
export function render<Options extends object>(fields: Fields<Options, Options>, options: Options): Properties {
  const names = Object.keys(fields) as (keyof Options)[];
  return names.reduce<Properties>((properties, name) => {
    const value = options[name];
    return value === undefined || value === null ? properties : merge(properties, fields[name].render(value, options));
  }, {});
}

/** Several options can write into one list (the source access configurations) or one object (the Kafka configuration). */
function merge(into: Properties, more: Properties): Properties {
  const merged: { [name: string]: unknown } = { ...into };
  for (const [name, value] of Object.entries(more)) {
    const before = merged[name];
    if (Array.isArray(before) && Array.isArray(value)) {
      merged[name] = [...before, ...value];
    } else if (isStruct(before) && isStruct(value)) {
      merged[name] = merge(before, value);
    } else {
      merged[name] = value;
    }
  }
  return merged;
}

function isStruct(value: unknown): value is Properties {
  return Object.getPrototypeOf(value ?? 0) === Object.prototype;
}
