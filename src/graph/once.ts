type Finding<Key, Context, Result> = (key: Key, context: Context) => Result;

/** Finds something out at the first question for a key, and remembers it for the others. */
export function once<Key extends object, Result, Context = void>(findOut: Finding<Key, Context, Result>): Finding<Key, Context, Result> {
  const known = new WeakMap<Key, Result>();
  return (key, context) => {
    if (!known.has(key)) known.set(key, findOut(key, context));
    return known.get(key) as Result;
  };
}
