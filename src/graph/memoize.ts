type Finder<Key, Input, Result> = (key: Key, context: Input) => Result;

/** Finds something out at the first question for a key, and remembers it for the others. */
export function memoize<Key extends object, Result, Input = void>(
  findOut: Finder<Key, Input, Result>,
): Finder<Key, Input, Result> {
  const known = new WeakMap<Key, Result>();
  return (key, context) => {
    if (!known.has(key)) known.set(key, findOut(key, context));
    return known.get(key) as Result;
  };
}
