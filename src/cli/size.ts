/** The number of values in an object when each alias is written out: infinite if the object holds itself. */
export function sizeOf(value: unknown): number {
  const known = new Map<object, number>();
  const count = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) return 1;
    const before = known.get(part);
    if (before !== undefined) return before;
    known.set(part, Infinity);
    const size = Object.values(part).reduce<number>((sum, child) => sum + count(child), 1);
    known.set(part, size);
    return size;
  };
  return count(value);
}
