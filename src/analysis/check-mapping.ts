import { checkAlias } from './alias';
import { checkProperties, checkWritten } from './check-properties';
import { Recognised, recognise } from './recognise';
import { checkRoleAccess } from './role-access';
import { checkShape, UNSUPPORTED } from './shape';
import { checkSource, RESOURCE_DOCS } from './source-rules';
import { writtenOf } from '../graph/l1-properties';
import { namingOf, Template, TemplateMapping } from '../graph/template';
import { Choices, conditionsIn } from '../graph/values';
import { Properties, SourceContract, Context } from '../model/contract';
import { Problem, ProblemPart, ruleNamed } from '../model/problem';

/** A mapping with more conditions is checked for the first of them: each doubles the work. */
const MOST_CONDITIONS = 4;

/** What is wrong with a mapping of a template. */
export interface MappingReport {
  readonly mapping: TemplateMapping;
  /** The kinds of source that it may have. */
  readonly contracts: readonly SourceContract[];
  readonly problems: readonly Problem[];
}

/** Checks a mapping of a template, with what stands around it: what is wrong whichever way its conditions turn out. */
export function checkMapping(template: Template, mapping: TemplateMapping, context: Context = {}): MappingReport {
  const [first, ...others] = choicesOf(template, mapping).map((choices) =>
    checkChoice(template.choosing(choices), mapping.id, context),
  );
  const problems = inEach(first.problems, others);
  const contracts = new Set([first, ...others].flatMap(({ recognition }) => recognition.contracts));
  return { mapping, contracts: [...contracts], problems };
}

function choicesOf(template: Template, { logicalId, resource }: TemplateMapping): Choices[] {
  const own = template.conditionOf(logicalId);
  const all = conditionsIn(resource.properties);
  const open = all.filter((name) => name !== own).slice(0, MOST_CONDITIONS);
  const given: [string, boolean][] = own !== undefined && all.includes(own) ? [[own, true]] : [];
  const both = (choices: Choices, name: string) => [true, false].map((choice) => new Map([...choices, [name, choice]]));
  return open.reduce<Choices[]>((choices, name) => choices.flatMap((one) => both(one, name)), [new Map(given)]);
}

interface Outcome {
  readonly recognition: Recognised;
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly contract: SourceContract;
  readonly problems: readonly Problem[];
}

function checkChoice(template: Template, id: string, context: Context): Outcome {
  const mapping = template.mapping(id)!;
  const { contracts, bySource } = recognise(template, mapping);
  const written = writtenOf(mapping.resource);
  const source = checkSource(mapping, template);
  const candidates = possible(contracts, written);
  const around = { ...context, related: template.around(mapping.resource) };
  const checked = checkEach(candidates, mapping, written, around);
  const problems = inAll(checked, bySource).filter(
    ({ property }) => !hasError(source) || property !== 'eventSourceArn',
  );
  const access = bySource && contracts.length === 1 ? checkRoleAccess(contracts[0], template, mapping, around) : [];
  const nothingFits = !hasError([...source, ...problems]) && checked.every((candidate) => hasError(candidate.problems));
  return {
    recognition: { contracts: candidates, bySource },
    problems: [
      ...source,
      ...problems,
      ...checkAlias(template, mapping, around),
      ...access,
      ...(nothingFits ? [fitsNoSource(checked)] : []),
    ],
  };
}

/** The kinds of source that accept all that the mapping carries; all of them where none does. */
function possible(contracts: readonly SourceContract[], properties: Properties): readonly SourceContract[] {
  if (contracts.length === 1) return contracts;
  const accepting = contracts.filter((contract) => !checkShape(contract, properties).some(isUnsupported));
  return accepting.length > 0 ? accepting : contracts;
}

/** Those that decide: with one that has nothing to say, the others need not be asked. */
function checkEach(
  contracts: readonly SourceContract[],
  { resource }: TemplateMapping,
  written: Properties,
  context: Context,
): Candidate[] {
  const isObject = typeof resource.properties === 'object' && !Array.isArray(resource.properties);
  const checked: Candidate[] = [];
  for (const contract of contracts) {
    const problems = isObject
      ? checkWritten(contract, written, context)
      : checkProperties(contract, resource.properties, context);
    if (problems.length === 0) return [{ contract, problems }];
    checked.push({ contract, problems });
  }
  return checked;
}

/** What is wrong with a mapping, whichever of these its source is. */
function inAll([{ problems }, ...others]: readonly Candidate[], bySource: boolean): Problem[] {
  const common = inEach(problems, others);
  return bySource ? common : common.map(inCommon);
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function isUnsupported({ name, severity }: Problem): boolean {
  return severity === 'error' && name === UNSUPPORTED;
}

/** The problems that each of the others has too. */
function inEach(problems: readonly Problem[], others: readonly { readonly problems: readonly Problem[] }[]): Problem[] {
  return problems.filter((problem) => others.every((other) => other.problems.some((one) => isSame(one, problem))));
}

/** Whether both are found at the same place by the same rule, of whatever kinds of source. */
function isSame(one: Problem, other: Problem): boolean {
  const isOfAll = (problem: Problem) => problem.source === undefined;
  return one.property === other.property && one.name === other.name && isOfAll(one) === isOfAll(other);
}

/** What all kinds of source refuse carries the name of none. */
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

function fitsNoSource(candidates: readonly Candidate[]): Problem {
  const errorsOf = ({ problems }: Candidate) => problems.filter(({ severity }) => severity === 'error').length;
  const likely = [...candidates].sort((one, other) => errorsOf(one) - errorsOf(other));
  const parts = likely.slice(0, FEW).map(({ contract, problems }): ProblemPart => ({
    of: contract.title,
    problem: problems.find(({ severity }) => severity === 'error')!,
  }));
  return { ...FITS_NO_SOURCE, property: '', parts, hasMoreParts: candidates.length > FEW };
}

/** Where in a template a problem of a mapping stands. */
export function pathOf(mapping: TemplateMapping, { property }: Problem): string {
  return property === '' ? mapping.path : `${mapping.path}.${namingOf(mapping)(property)}`;
}
