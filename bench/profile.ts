import { readdirSync, readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { Project, runNode } from './projects';
import { table } from '../projenrc/docs/markdown';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 15;
const LIB = 'node_modules/cdk-event-source-mappings/lib/';

/** The time of an app with 450 mappings of one kind, by the owner of the code, and by our functions. */
export function profile(project: Project, kind: string): string {
  const profiles = join(project.folder, 'profiles');
  rmSync(profiles, { recursive: true, force: true });
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', profiles];
  runNode(project, [...profiling, 'worker.js', kind, 'this library', '1', '450']);
  const [file] = readdirSync(profiles);
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(profiles, file), 'utf8')) as Profile;

  const self = new Map<number, number>();
  samples.forEach((id, index) => self.set(id, (self.get(id) ?? 0) + timeDeltas[index] / 1000));
  const owners = sums(nodes.map((node) => [ownerOf(node), self.get(node.id) ?? 0]));
  const ours = nodes.filter((node) => ownerOf(node) === 'this library');
  const selfOf = sums(ours.map((node) => [nameOf(node), self.get(node.id) ?? 0]));
  const totalOf = totals(nodes, self);
  const named = [...totalOf.keys()].sort((a, b) => totalOf.get(b)! - totalOf.get(a)!).slice(0, SHOWN);

  return [
    table(['code of', 'self ms'], rows(owners)),
    table(
      ['function of ours', 'ms with what it calls', 'self ms'],
      named.map((name) => [name, totalOf.get(name)!.toFixed(1), selfOf.get(name)!.toFixed(1)]),
    ),
    table(['function of ours', 'self ms'], rows(selfOf).slice(0, SHOWN)),
  ].join('\n\n');
}

function ownerOf({ callFrame: { url, functionName } }: Node): string {
  if (url.includes(LIB)) return 'this library';
  const [, owner] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return owner ?? (functionName === '(garbage collector)' ? 'garbage collector' : 'Node.js and the benchmark');
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  return `${url.slice(url.indexOf(LIB) + LIB.length)}:${lineNumber + 1} ${functionName || '(anonymous)'}`;
}

/** The time of each of our functions with all that it calls, where one that calls itself counts once. */
function totals(nodes: readonly Node[], self: ReadonlyMap<number, number>): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, number>();
  const visit = (node: Node, above: ReadonlySet<string>): number => {
    const name = ownerOf(node) === 'this library' ? nameOf(node) : undefined;
    const within = name === undefined ? above : new Set([...above, name]);
    const total = (node.children ?? []).reduce((sum, id) => sum + visit(byId.get(id)!, within), self.get(node.id) ?? 0);
    if (name !== undefined && !above.has(name)) found.set(name, (found.get(name) ?? 0) + total);
    return total;
  };
  visit(nodes[0], new Set());
  return found;
}

function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const found = new Map<string, number>();
  entries.forEach(([name, value]) => found.set(name, (found.get(name) ?? 0) + value));
  return found;
}

function rows(values: ReadonlyMap<string, number>): string[][] {
  return [...values].sort(([, a], [, b]) => b - a).map(([name, value]) => [name, value.toFixed(1)]);
}
