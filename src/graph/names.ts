const IRREGULAR = new Map([
  ['documentDbEventSourceConfig', 'DocumentDBEventSourceConfig'],
  ['schemaRegistryUri', 'SchemaRegistryURI'],
  ['uri', 'URI'],
]);
const IRREGULAR_BACK = new Map([...IRREGULAR].map(([l1, cloudFormation]) => [cloudFormation, l1]));

/** A path of L1 names, as a CloudFormation template spells it. */
export function cloudFormationPath(path: string): string {
  return path
    .replaceAll('[]', '')
    .replace(
      /(^|\.)(\w+)/g,
      (_, dot: string, name: string) => dot + (IRREGULAR.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1)),
    );
}

/** A name of a CloudFormation template, as the L1 spells it. The L1's own names stay as they are. */
export function l1Name(name: string): string {
  return IRREGULAR_BACK.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1);
}
