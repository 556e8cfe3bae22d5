import { checkAlias } from './alias';
import { checkProperties, checkWritten } from './check-properties';
import { Recognised, recognise } from './recognise';
import { checkRoleAccess } from './role-access';
import { checkShape, MALFORMED } from './shape';
import { checkSource, RESOURCE_DOCS } from './source-rules';
import { madeBefore } from '../graph/dependencies';
import { writtenOf } from '../graph/l1-properties';
import { Given, keysIn } from '../graph/map-keys';
import { namingOf, Template, TemplateMapping } from '../graph/template';
import { Choices, conditionsIn } from '../graph/values';
import { Properties, Resource, SourceContract, Context } from '../model/contract';
import { memoize } from '../model/memoize';
import { Problem, ProblemPart, ruleNamed } from '../model/problem';

/** A mapping with more conditions is checked for the first of them: each doubles the work. */
const MOST_CONDITIONS = 4;

/** The problems of a mapping of a template. */
export interface MappingReport {
  readonly mapping: TemplateMapping;
  /** The kinds of source that it may have. */
  readonly contracts: readonly SourceContract[];
  readonly problems: readonly Problem[];
}

/** Checks a mapping of a template, with its related resources: the problems whichever way its conditions turn out. */
export function checkMapping(template: Template, mapping: TemplateMapping, context: Context = {}): MappingReport {
  const report = checkGiven(template, mapping, context, new Map())!;
  const values = looseKeysOf(template, mapping).map(([parameter, allowed]) => ({
    parameter,
    reports: allowed.flatMap((value) => {
      const one = checkGiven(template, mapping, context, new Map([[parameter, value]]));
      return one ? [{ value, problems: one.problems }] : [];
    }),
  }));
  const problems = values.reduce(
    (known, { parameter, reports }) => [...known, ...onlyWith(parameter, reports, known)],
    report.problems,
  );
  return { ...report, problems: [...problems, ...refusedInBranches(mapping, report)] };
}

/** The problems in a branch of `Fn::If` that CloudFormation refuses, whichever branch is taken. */
function refusedInBranches(
  { resource }: TemplateMapping,
  { contracts: [contract], problems }: MappingReport,
): Problem[] {
  if (contract === undefined || conditionsOf(resource).length === 0) return [];
  const refused = checkShape(contract, writtenOf(resource)).filter(({ name }) => name === MALFORMED);
  return refused.filter((problem) => !problems.some((one) => isSameProblem(one, problem)));
}

/** The problems where parameters have these values; unset where there is no mapping then. */
function checkGiven(
  template: Template,
  mapping: TemplateMapping,
  context: Context,
  given: Given,
): MappingReport | undefined {
  const [first, ...others] = choicesOf(template, mapping, given).map((choices) =>
    checkChoice(template.choosing(choices, given), mapping.id, context),
  );
  if (first === undefined) return undefined;
  if (others.length === 0) return { mapping, contracts: first.recognition.contracts, problems: first.problems };
  const problems = inEach(first.problems, others);
  const contracts = new Set([first, ...others].flatMap(({ recognition }) => recognition.contracts));
  return { mapping, contracts: [...contracts], problems };
}

const conditionsOf = memoize(({ properties }: Resource) => conditionsIn(properties));
const NO_CHOICES: readonly Choices[] = [new Map()];

/** The ways that conditions can turn out, of those that decide about a mapping. */
function choicesOf(template: Template, { logicalId, resource }: TemplateMapping, given: Given): readonly Choices[] {
  const own = template.conditionOf(logicalId);
  const decisions = given.size > 0 ? template.decisions(given) : undefined;
  if (own !== undefined && decisions?.of(own) === false) return [];
  const all = conditionsOf(resource);
  if (all.length === 0) return NO_CHOICES;
  const decided = all.flatMap((name): [string, boolean][] => {
    const decision = name === own ? true : decisions?.of(name);
    return decision === undefined ? [] : [[name, decision]];
  });
  const open = all.filter((name) => !decided.some(([one]) => one === name)).slice(0, MOST_CONDITIONS);
  const both = (choices: Choices, name: string) => [true, false].map((choice) => new Map([...choices, [name, choice]]));
  return open.reduce<Choices[]>((choices, name) => choices.flatMap((one) => both(one, name)), [new Map(decided)]);
}

/** So many values of a parameter are tried. */
const MOST_VALUES_TRIED = 8;

/** The parameters that choose values of maps around a mapping, each with the values that it can have. */
function looseKeysOf(template: Template, { logicalId }: TemplateMapping): [string, readonly unknown[]][] {
  if (!template.hasMaps) return [];
  const around = [logicalId, ...madeBefore(template, logicalId)].map((id) => template.resources[id]);
  return [...keysIn([...around, template.globals])]
    .map((name): [string, readonly unknown[]] => [name, template.allowedValues(name).slice(0, MOST_VALUES_TRIED)])
    .filter(([, allowed]) => allowed.length > 0);
}

interface WithValue {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * The problems that are not known yet, each once, with the values of the parameter that it needs.
 *
 * A warning for only some of the values is left out: a stage for trials need not be made well.
 */
function onlyWith(parameter: string, reports: readonly WithValue[], known: readonly Problem[]): Problem[] {
  const found: Problem[] = [];
  for (const problem of reports.flatMap(({ problems }) => problems)) {
    if ([...known, ...found].some((one) => isSameProblem(one, problem))) continue;
    const having = reports.filter(({ problems }) => problems.some((one) => isSameProblem(one, problem)));
    const values = having.map(({ value }) => String(value)).join(' or ');
    if (having.length === reports.length) found.push(problem);
    else if (problem.severity === 'error') found.push({ ...problem, where: `${parameter} is ${values}` });
  }
  return found;
}

interface Outcome {
  readonly recognition: Recognised;
  readonly problems: readonly Problem[];
}

interface CandidateContract {
  readonly contract: SourceContract;
  readonly problems: readonly Problem[];
}

function checkChoice(template: Template, id: string, context: Context): Outcome {
  const mapping = template.mapping(id)!;
  const { contracts, bySource } = recognise(template, mapping);
  const written = writtenOf(mapping.resource);
  const source = checkSource(mapping, template);
  const around = { ...context, related: template.around(mapping.resource) };
  const checked = checkEach(contracts, mapping, written, around);
  const common = inAll(checked, bySource);
  const problems = hasError(source) ? common.filter(({ property }) => property !== 'eventSourceArn') : common;
  const access = bySource && contracts.length === 1 ? checkRoleAccess(contracts[0], template, mapping, around) : [];
  const nothingFits =
    !hasError(source) && !hasError(problems) && checked.every((candidate) => hasError(candidate.problems));
  const all = [...source, ...problems, ...checkAlias(template, mapping, around), ...access];
  if (nothingFits) all.push(fitsNoSource(checked));
  return { recognition: { contracts, bySource }, problems: all };
}

/** The contracts with their problems. One that finds nothing decides: the others need not be checked. */
function checkEach(
  contracts: readonly SourceContract[],
  { resource }: TemplateMapping,
  written: Properties,
  context: Context,
): CandidateContract[] {
  const isObject = typeof resource.properties === 'object' && !Array.isArray(resource.properties);
  const checked: CandidateContract[] = [];
  for (const contract of contracts) {
    const problems = isObject
      ? checkWritten(contract, written, context)
      : checkProperties(contract, resource.properties, context);
    if (problems.length === 0) return [{ contract, problems }];
    checked.push({ contract, problems });
  }
  return checked;
}

/** The problems of a mapping, whichever of these its source is. */
function inAll([{ problems }, ...others]: readonly CandidateContract[], bySource: boolean): readonly Problem[] {
  const common = inEach(problems, others);
  return bySource ? common : common.map(inCommon);
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** The problems that each of the others has too. */
function inEach(
  problems: readonly Problem[],
  others: readonly { readonly problems: readonly Problem[] }[],
): readonly Problem[] {
  if (others.length === 0) return problems;
  return problems.filter((problem) =>
    others.every((other) => other.problems.some((one) => isSameProblem(one, problem))),
  );
}

/** Whether both are found at the same place by the same rule, of whatever kinds of source. */
function isSameProblem(one: Problem, other: Problem): boolean {
  const isOfAll = (problem: Problem) => problem.source === undefined;
  return one.property === other.property && one.name === other.name && isOfAll(one) === isOfAll(other);
}

/** A problem that all kinds of source have carries the name of none. */
function inCommon(problem: Problem): Problem {
  const { source, name, reason, commonReason = reason } = problem;
  return source === undefined ? problem : { ...problem, ...ruleNamed(name), reason: commonReason, docs: RESOURCE_DOCS };
}

/** So many sources are named in a message: those that the mapping is nearest to. */
const FEW = 3;

export const FITS_NO_SOURCE = {
  ...ruleNamed('fits-no-source'),
  severity: 'error' as const,
  says: 'The properties fit none of the sources that the mapping may have',
  docs: RESOURCE_DOCS,
};

function fitsNoSource(candidates: readonly CandidateContract[]): Problem {
  const errorsOf = ({ problems }: CandidateContract) => problems.filter(({ severity }) => severity === 'error').length;
  const likely = [...candidates].sort((one, other) => errorsOf(one) - errorsOf(other));
  const parts = likely.slice(0, FEW).map(({ contract, problems }): ProblemPart => ({
    of: contract.title,
    problem: problems.find(({ severity }) => severity === 'error')!,
  }));
  return { ...FITS_NO_SOURCE, property: '', parts, hasMoreParts: candidates.length > FEW };
}

/** The place of a mapping's problem in a template. */
export function pathOf(mapping: TemplateMapping, { property }: Problem): string {
  return property === '' ? mapping.path : `${mapping.path}.${namingOf(mapping)(property)}`;
}
