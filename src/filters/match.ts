import { Elements, Leaves, together } from './leaves';
import { Branch } from './pattern';

/** Whether a record's values are what a branch asks for, those from one list all from one of its elements. */
export function matches(branch: Branch, leaves: Leaves): boolean {
  // The order decides against which elements an absence is held.
  return matchesFrom([...branch.keys()].sort(), branch, leaves, new Map());
}

function matchesFrom([path, ...paths]: readonly string[], branch: Branch, leaves: Leaves, elements: Elements): boolean {
  if (path === undefined) return true;
  const near = (leaves.get(path) ?? []).flatMap(({ leaf, elements: more }) => {
    const both = together(elements, more);
    return both === undefined ? [] : [{ leaf, both }];
  });
  return branch.get(path)!.some(({ asks, test }) => (asks === 'absent'
    ? near.length === 0 && matchesFrom(paths, branch, leaves, elements)
    : near.some(({ leaf, both }) => test(leaf) && matchesFrom(paths, branch, leaves, both))));
}

/** Why no branch matches: of each, the first thing that is not as it asks. */
export function whyNot(branches: readonly Branch[], leaves: Leaves): string {
  const reasons = branches.map((branch) => {
    const wrong = [...branch].find(([path, alternatives]) => !matches(new Map([[path, alternatives]]), leaves));
    if (wrong === undefined) return `no element of a list has all of ${[...branch.keys()].join(', ')} as asked`;
    const [path, alternatives] = wrong;
    const values = (leaves.get(path) ?? []).map(({ leaf }) => leaf);
    const words = alternatives.map((one) => (one.asks === 'unknown' ? 'what only the deployment knows' : one.words)).join(' or ');
    return `${path} is ${values.length > 0 ? values.join(', ') : 'not there'}, and not ${words}`;
  });
  return [...new Set(reasons)].join('; ');
}
