import { Row, SourceContract } from '../engine/contract';

/** How the options of a construct spell a path of L1 names, or a row where two options write the same property. */
export function optionPath(contract: SourceContract, path: string, row?: Row): string {
  const indexes = path.match(/\[\d+\]/g) ?? [];
  const anyIndex = path.replace(/\[\d+\]/g, '[]');
  const named = row
    ?? contract.rows.find(({ property }) => property === anyIndex)
    ?? contract.rows.find(({ property }) => property.startsWith(anyIndex));
  return named?.option.replace(/\[\]/g, () => indexes.shift() ?? '') ?? path;
}
