import { snapshotOf } from '../checks/snapshot';

/** A serializer of snapshots, as Jest and Vitest take it. */
interface SnapshotSerializer {
  test(value: unknown): boolean;
  serialize(value: unknown): string;
}

/** Writes templates that have mappings as those mappings, and nothing else of them. */
export const eventSourceMappingSerializer: SnapshotSerializer = {
  test: (value) => isTemplate(value) && snapshotOf(value) !== '',
  serialize: (value) => snapshotOf(value as object),
};

function isTemplate(value: unknown): value is object {
  const { Resources: resources } = (value ?? {}) as { Resources?: unknown };
  return typeof value === 'object' && typeof resources === 'object' && resources !== null;
}
