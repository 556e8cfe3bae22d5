import { Elements, Leaves, mergeElements } from './leaves';
import { Branch } from './pattern';

/** The values at a path, and which of them are as asked. */
interface ValuesAtPath {
  readonly all: readonly { readonly elements: Elements }[];
  readonly fitting: readonly { readonly elements: Elements }[];
  readonly mayBeAbsent: boolean;
}

const MOST_VALUES_SHOWN = 5;

/** Whether a record's values are what a branch asks for, those from one list all from one of its elements. */
export function matches(branch: Branch, leaves: Leaves): boolean {
  // The order decides against which elements an absence is held.
  const steps = [...branch.keys()].sort().map((path): ValuesAtPath => {
    const [all, alternatives] = [leaves.get(path) ?? [], branch.get(path)!];
    const fitting = all.filter(({ leaf }) => alternatives.some(({ test }) => test(leaf)));
    return { all, fitting, mayBeAbsent: alternatives.some(({ asks }) => asks === 'absent') };
  });
  return steps.every(({ fitting, mayBeAbsent }) => mayBeAbsent || fitting.length > 0) && matchesFrom(steps, new Map());
}

function matchesFrom([step, ...steps]: readonly ValuesAtPath[], elements: Elements): boolean {
  if (step === undefined) return true;
  const isAbsent = () => !step.all.some((value) => mergeElements(elements, value.elements));
  return (
    (step.mayBeAbsent && isAbsent() && matchesFrom(steps, elements)) ||
    step.fitting.some((value) => {
      const both = mergeElements(elements, value.elements);
      return both !== undefined && matchesFrom(steps, both);
    })
  );
}

/** Why no branch matches: of each, the first thing that is not as it asks. */
export function whyNot(branches: readonly Branch[], leaves: Leaves): string {
  const reasons = branches.map((branch) => {
    const wrong = [...branch].find(([path, alternatives]) => !matches(new Map([[path, alternatives]]), leaves));
    if (wrong === undefined) return `no element of a list matches all of ${[...branch.keys()].join(', ')}`;
    const [path, alternatives] = wrong;
    const values = (leaves.get(path) ?? []).map(({ leaf }) => leaf);
    const shown = values.slice(0, MOST_VALUES_SHOWN).join(', ') + (values.length > MOST_VALUES_SHOWN ? ', ...' : '');
    const words = alternatives
      .map((one) => (one.asks === 'unknown' ? 'a value known only at deployment' : one.words))
      .join(' or ');
    return `${path} is ${shown || 'not there'}, and not ${words}`;
  });
  return [...new Set(reasons)].join('; ');
}
