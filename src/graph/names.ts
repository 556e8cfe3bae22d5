const IRREGULAR = new Map([
  ['documentDbEventSourceConfig', 'DocumentDBEventSourceConfig'],
  ['schemaRegistryUri', 'SchemaRegistryURI'],
  ['uri', 'URI'],
]);
const IRREGULAR_BACK = new Map([...IRREGULAR].map(([l1, cloudFormation]) => [cloudFormation, l1]));

/** How a CloudFormation template spells a path of L1 names. */
export function cloudFormationPath(path: string): string {
  return path
    .replaceAll('[]', '')
    .replace(
      /(^|\.)(\w+)/g,
      (_, dot: string, name: string) => dot + (IRREGULAR.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1)),
    );
}

/** How the L1 spells a name of a CloudFormation template; its own names stay as they are. */
export function l1Name(name: string): string {
  return IRREGULAR_BACK.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1);
}
