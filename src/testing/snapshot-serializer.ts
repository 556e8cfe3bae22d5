import { resourceLinesOf } from '../analysis/snapshot';

/** A serializer of snapshots, as Jest and Vitest take it. */
interface SnapshotSerializer {
  test(value: unknown): boolean;
  serialize(value: unknown, config: { readonly indent: string }, indentation: string): string;
}

type ResourceDefinition = { readonly [attribute: string]: unknown };

const TYPE = 'AWS::Lambda::EventSourceMapping';

/** Writes each mapping of a template with one property a line, without hashes. Leaves the rest alone. */
export const eventSourceMappingSerializer: SnapshotSerializer = {
  test: (value) => (value as ResourceDefinition | null | undefined)?.Type === TYPE,
  serialize: (value, { indent }, indentation) => {
    const { Type: type, ...resource } = value as ResourceDefinition;
    const lines = resourceLinesOf(resource).map((line) => `${indentation}${indent}${line}`);
    return [`${String(type)} {`, ...lines, `${indentation}}`].join('\n');
  },
};
