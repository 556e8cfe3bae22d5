import { App, Duration } from 'aws-cdk-lib';
import { BROKER_CASES } from './broker.cases';
import { ALL, RelatedCase } from './cases';
import { FUNCTION_CASES } from './function.cases';
import { NETWORK_CASES } from './network.cases';
import { PLACE_CASES } from './place.cases';
import { QUEUE_CASES } from './queue.cases';
import { STREAM_CASES } from './stream.cases';
import { functionIn, override, queueIn, wellMade } from './world';
import { SqsEventSourceMapping } from '../../src';
import { idPrefixOf } from '../../src/model/check';
import { ruleNamed } from '../../src/model/problem';
import { Source, SOURCES } from '../cases';
import { ERROR_LINE, Finding, findingIn, warningsOf } from '../doors';
import { Fixtures } from '../fixtures';

const CASES: readonly RelatedCase[] = [
  ...FUNCTION_CASES,
  ...QUEUE_CASES,
  ...STREAM_CASES,
  ...BROKER_CASES,
  ...NETWORK_CASES,
  ...PLACE_CASES,
];

function makeAll(source: Source, { given, scope, edit, region, account }: RelatedCase): Fixtures {
  const f = new Fixtures(region, account);
  const base = { ...source.smallest.props(f), ...wellMade(source.folder, f) };
  const made = scope?.(f) ?? f.stack;
  [given(f)].flat().forEach((options, index) => new source.Mapping(made, `Mapping${index}`, { ...base, ...options }));
  edit?.(f);
  return f;
}

/** The findings of a synthesis about the neighbours. */
function askApp(source: Source, one: RelatedCase): Finding[] {
  const f = makeAll(source, one);
  let errors: Finding[] = [];
  try {
    (f.stack.node.root as App).synth();
  } catch (error) {
    errors = (error as Error).message.split('\n').flatMap((line) => (ERROR_LINE.test(line) ? [findingIn(line)] : []));
    expect(errors.length).toBeGreaterThan(0);
  }
  const mappings = f.stack.node.children.filter(({ node }) => node.id.startsWith('Mapping'));
  const rules = relatedRulesOf(source);
  return [...errors, ...mappings.flatMap(warningsOf)].filter(({ rule }) => rules.has(rule));
}

function relatedRulesOf({ contract }: Source): Set<string> {
  return new Set(contract.relatedRules.map(({ name, common }) => ruleNamed(name, idPrefixOf(contract, common)).rule));
}

function expected({ contract }: Source, { problems }: RelatedCase): string[] {
  return problems.map((problem) => (problem.startsWith('mapping-') ? problem : `${contract.id}-${problem}`)).sort();
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule).sort();
}

test('a second synthesis sees what was edited after the first', () => {
  const f = new Fixtures();
  const queue = queueIn(f, 'Jobs');
  new SqsEventSourceMapping(f.stack, 'Mapping', {
    queue,
    target: functionIn(f, 'Handler', { timeout: Duration.minutes(5) }),
  });
  const app = f.stack.node.root as App;
  expect(() => app.synth()).not.toThrow();
  override(queue, 'VisibilityTimeout', 10);
  expect(() => app.synth({ force: true })).toThrow('[sqs-visibility-timeout]');
});

describe.each(SOURCES)('$folder', (source) => {
  const cases = CASES.filter(({ sources }) => sources.includes(source.folder));

  test.each(cases)('$name', (one) => expect(rulesOf(askApp(source, one))).toEqual(expected(source, one)));

  /** A change of words is a change of the snapshot: it is to be read. */
  test('words', () => {
    const findings = cases.filter(({ problems }) => problems.length > 0).flatMap((one) => askApp(source, one));
    const first = new Map(findings.reverse().map(({ rule, text }) => [rule, text]));
    expect(
      [...first]
        .sort()
        .map(([rule, text]) => `${rule}\n  ${text}`)
        .join('\n'),
    ).toMatchSnapshot();
  });

  test('cases break every rule, and no other', () => {
    const broken = new Set(cases.flatMap((one) => expected(source, one)));
    expect([...broken].sort()).toEqual([...relatedRulesOf(source)].sort());
  });

  test('there is nothing to say of what is made well', () => {
    expect(askApp(source, { name: '', sources: ALL, given: () => ({}), problems: [] })).toEqual([]);
  });
});
