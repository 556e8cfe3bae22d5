type Finder<Key, Input, Result> = (key: Key, context: Input) => Result;

/** Finds something out at the first question for a key, and remembers it for the others. */
export function memoize<Key extends object, Result, Input = void>(
  findOut: Finder<Key, Input, Result>,
): Finder<Key, Input, Result> {
  const known = new WeakMap<Key, Result>();
  return (key, context) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Result;
    const result = findOut(key, context);
    known.set(key, result);
    return result;
  };
}
