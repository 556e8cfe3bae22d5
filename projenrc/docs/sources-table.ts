import { readFileSync } from 'fs';
import { code, onGithub, table } from './markdown';
import { SourceContract } from '../../src/model/contract';

/** Which construct is for which source, and where its page is. */
export function sourcesTable(contracts: readonly SourceContract[]): string {
  return table(['source', 'construct', 'page'], contracts.map(({ id, title }) => [title, code(classOf(id)), `[${id}](${onGithub(`docs/sources/${id}.md`)})`]));
}

function classOf(source: string): string {
  const [, name] = /^export class (\w+) /m.exec(readFileSync(`src/sources/${source}/mapping.ts`, 'utf8'))!;
  return name;
}
