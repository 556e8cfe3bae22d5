import { readFileSync } from 'fs';
import { code, table } from './markdown';
import { SourceContract } from '../../src/model/contract';

/** The construct and the page of each source; `linkTo` gives the address of a page below docs/. */
export function sourcesTable(contracts: readonly SourceContract[], linkTo: (docs: string) => string): string {
  return table(
    ['source', 'construct', 'page'],
    contracts.map(({ id, title }) => {
      return [title, code(classOf(id)), `[${id}](${linkTo(`sources/${id}.md`)})`];
    }),
  );
}

function classOf(source: string): string {
  const [, name] = /^export class (\w+) /m.exec(readFileSync(`src/sources/${source}/mapping.ts`, 'utf8'))!;
  return name;
}
