import { Row, SourceContract } from './contract';

const IRREGULAR: { readonly [l1Name: string]: string } = {
  documentDbEventSourceConfig: 'DocumentDBEventSourceConfig',
  schemaRegistryUri: 'SchemaRegistryURI',
  uri: 'URI',
};

/** How a CloudFormation template spells a path of L1 names. */
export function cloudFormationPath(path: string): string {
  return path.replace(/(^|\.)(\w+)/g, (_, dot: string, name: string) => dot + (IRREGULAR[name] ?? name[0].toUpperCase() + name.slice(1)));
}

/** How the L1 spells a name of a CloudFormation template; its own names stay as they are. */
export function l1Name(name: string): string {
  const irregular = Object.entries(IRREGULAR).find(([, cloudFormation]) => cloudFormation === name);
  return irregular?.[0] ?? name[0].toLowerCase() + name.slice(1);
}

/** How the options of a construct spell a path of L1 names, or a row where two options write the same property. */
export function optionPath(contract: SourceContract, path: string, row?: Row): string {
  const indexes = path.match(/\[\d+\]/g) ?? [];
  const anyIndex = path.replace(/\[\d+\]/g, '[]');
  const named = row
    ?? contract.rows.find(({ property }) => property === anyIndex)
    ?? contract.rows.find(({ property }) => property.startsWith(anyIndex));
  return named?.option.replace(/\[\]/g, () => indexes.shift() ?? '') ?? path;
}
