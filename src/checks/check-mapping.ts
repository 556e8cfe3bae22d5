import { checkL1, checkProperties } from './check-properties';
import { Recognised, recognise } from './recognise';
import { checkRoleAccess } from './role-access';
import { checkShape } from './shape';
import { checkSource } from './source-rules';
import { Problem, Properties, SourceContract, Where } from '../engine/contract';
import { l1Of } from '../template/l1-properties';
import { cloudFormationPath } from '../template/names';
import { Template, TemplateMapping } from '../template/template';
import { Choices, conditionsIn } from '../template/values';

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
export function checkMapping(template: Template, mapping: TemplateMapping, where: Where = {}): MappingReport {
  const [first, ...others] = choicesOf(template, mapping).map((choices) => checkChoice(template.choosing(choices), mapping.id, where));
  const isIn = (other: Outcome, problem: Problem) => other.problems.some((one) => isSame(one, other.recognition, problem, first.recognition));
  const problems = first.problems.filter((problem) => others.every((other) => isIn(other, problem)));
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

function checkChoice(template: Template, id: string, where: Where): Outcome {
  const mapping = template.mapping(id)!;
  const { contracts, bySource } = recognise(template, mapping);
  const l1 = l1Of(mapping.resource);
  const source = checkSource(mapping, template);
  const candidates = possible(contracts, l1);
  const around = { ...where, neighbours: template.around(mapping.resource) };
  const checked = checkEach(candidates, mapping, l1, around);
  const problems = inAll(checked, bySource).filter(({ property }) => source.length === 0 || property !== 'eventSourceArn');
  const access = bySource && contracts.length === 1 ? checkRoleAccess(contracts[0], template, mapping, around) : [];
  const nothingFits = !hasError([...source, ...problems]) && checked.every((candidate) => hasError(candidate.problems));
  return {
    recognition: { contracts: candidates, bySource },
    problems: [...source, ...problems, ...access, ...(nothingFits ? [fitsNoSource(checked)] : [])],
  };
}

/** The kinds of source that accept all that the mapping carries; all of them where none does. */
function possible(contracts: readonly SourceContract[], properties: Properties): readonly SourceContract[] {
  if (contracts.length === 1) return contracts;
  const accepting = contracts.filter((contract) => !checkShape(contract, properties).some((problem) => isUnsupported(contract, problem)));
  return accepting.length > 0 ? accepting : contracts;
}

/** Those that decide: with one that has nothing to say, the others need not be asked. */
function checkEach(contracts: readonly SourceContract[], { resource }: TemplateMapping, l1: Properties, where: Where): Candidate[] {
  const isObject = typeof resource.properties === 'object' && !Array.isArray(resource.properties);
  const checked: Candidate[] = [];
  for (const contract of contracts) {
    const problems = isObject ? checkL1(contract, l1, where) : checkProperties(contract, resource.properties, where);
    if (problems.length === 0) return [{ contract, problems }];
    checked.push({ contract, problems });
  }
  return checked;
}

/** What is wrong with a mapping, whichever of these its source is. */
function inAll([{ contract, problems }, ...others]: readonly Candidate[], bySource: boolean): Problem[] {
  const common = problems.filter((problem) => others.every((other) =>
    other.problems.some((one) => suffixOf(one, other.contract) === suffixOf(problem, contract))));
  return bySource ? common : common.map((problem) => inCommon(problem, contract));
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function isUnsupported({ id }: SourceContract, { rule, severity }: Problem): boolean {
  return severity === 'error' && rule === `${id}-unsupported`;
}

/** A rule, whatever the kind of source. */
function suffixOf({ rule, property }: Problem, { id }: SourceContract): string {
  return `${property} ${rule.startsWith(`${id}-`) ? rule.slice(id.length + 1) : rule}`;
}

function isSame(one: Problem, { contracts }: Recognised, other: Problem, { contracts: others }: Recognised): boolean {
  return one.rule === other.rule ? one.property === other.property : suffixOf(one, contracts[0]) === suffixOf(other, others[0]);
}

/** What all kinds of source refuse carries the name of none. */
function inCommon(problem: Problem, { id, title }: SourceContract): Problem {
  if (!problem.rule.startsWith(`${id}-`)) return problem;
  const rule = `mapping-${problem.rule.slice(id.length + 1)}`;
  return { ...problem, rule, page: PAGE, message: problem.message.replace(`a mapping of this kind of source has no such property: ${title}`, 'no mapping has such a property') };
}

const PAGE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventsourcemapping.html';

/** So many sources are named in a message: those that the mapping is nearest to. */
const FEW = 3;

export const FITS_NO_SOURCE = {
  rule: 'mapping-fits-no-source',
  severity: 'error' as const,
  says: 'The properties fit none of the sources that the mapping may have',
  page: PAGE,
};

function fitsNoSource(candidates: readonly Candidate[]): Problem {
  const { says, ...fixed } = FITS_NO_SOURCE;
  const errorsOf = ({ problems }: Candidate) => problems.filter(({ severity }) => severity === 'error').length;
  const likely = [...candidates].sort((one, other) => errorsOf(one) - errorsOf(other));
  const faults = likely.slice(0, FEW).map(({ contract, problems }) => `${contract.title}: ${problems.find(({ severity }) => severity === 'error')!.message}`);
  return { ...fixed, property: '', message: `${says}: ${faults.join('; ')}${candidates.length > FEW ? '; and so on' : ''}` };
}

/** Where in a template a problem of a mapping stands. */
export function pathOf({ path }: TemplateMapping, { property }: Problem): string {
  return property === '' ? path : `${path}.${cloudFormationPath(property)}`;
}
