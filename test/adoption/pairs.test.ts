import { FORMS, KINDS, PLACES, synthesize, TARGETS } from './apps';
import { command } from '../cli/run';

interface Step {
  readonly construct: string;
  readonly adopts: string | null;
}

const CELLS = Object.keys(KINDS).flatMap((className) => Object.keys(TARGETS).map((target) => `${className}-${target}`));
const PAIRS = Object.keys(PLACES).flatMap((place) => Object.keys(FORMS).map((form): [string, string] => [place, form]));

function migrate(old: string, young: string): { readonly status: number; readonly steps: Step[] } {
  const { stdout, status } = command('migrate', old, young, '--format', 'json');
  return { status, steps: JSON.parse(stdout) as Step[] };
}

test('there are at least 200 pairs', () => expect(CELLS.length * PAIRS.length).toBeGreaterThanOrEqual(200));

const moved = new Map(
  Object.keys(PLACES).map((place) => [
    place,
    synthesize(place, ({ kind, scope, source, target }) => kind.young(scope, source, target)),
  ]),
);

describe.each(PAIRS)('in %s, from %s', (place, form) => {
  const old = synthesize(place, FORMS[form]);
  const { steps, status } = migrate(old, moved.get(place)!);
  const textOf = (name: string) =>
    steps.find(({ construct }) => construct.endsWith(`${name}/Mapping`))?.adopts ?? undefined;

  test('each mapping is left to adopt', () => {
    expect(status).toBe(1);
    expect(steps.map(({ construct }) => construct.split('/').at(-2)).sort()).toEqual([...CELLS].sort());
    expect(steps.filter(({ adopts }) => adopts === null)).toEqual([]);
  });

  test('with the option each is updated in place, and nothing is left', () => {
    const adopted = synthesize(place, ({ kind, scope, source, target }, name) =>
      kind.young(scope, source, target, textOf(name)),
    );
    expect(migrate(old, adopted)).toEqual({ status: 0, steps: [] });
    const { stdout, status: failing } = command('diff', old, adopted, '--format', 'json');
    const outcomes = (JSON.parse(stdout) as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome !== 'updated')).toEqual([]);
    expect(failing).toBe(0);
  });
});

describe.each(Object.keys(PLACES))('in %s, AdoptedLogicalId', (place) => {
  test('computes the id of each class and target', () => {
    const old = synthesize(place, FORMS['aws-lambda-event-sources']);
    const { steps } = migrate(old, moved.get(place)!);
    const real = new Map(
      steps.map(({ construct, adopts }) => [construct.split('/').at(-2), adopts!.replace(/:.*/, '')]),
    );
    const computed = new Map<string, string>();
    synthesize(place, ({ kind, source, target }, name) => void computed.set(name, kind.idOf(target, source)));
    expect(computed).toEqual(real);
    expect(computed.size).toBe(CELLS.length);
  });
});
