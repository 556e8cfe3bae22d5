import { objectsIn } from './siblings';

/** Values that are given to parameters of a template, by their names. */
export type Given = ReadonlyMap<string, unknown>;

/** The parameters that choose a value of a map, in an object or in what is inside of it. */
export function keysIn(value: unknown): Set<string> {
  const names = [...objectsIn(value)].flatMap((one) => {
    const { 'Fn::FindInMap': path } = one as { readonly 'Fn::FindInMap'?: unknown };
    return Array.isArray(path) ? path.map((part) => (Object(part) as { Ref?: unknown }).Ref) : [];
  });
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** A parameter that has a given value, and no other. */
export function withGiven(parameters: object, given: Given): { readonly [name: string]: unknown } {
  const fixed = [...given].map(([name, value]) => [
    name,
    { ...Object((parameters as { readonly [name: string]: unknown })[name]), Default: value, AllowedValues: [value] },
  ]);
  return { ...parameters, ...Object.fromEntries(fixed) };
}
