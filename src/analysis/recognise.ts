import { checkShape, UNSUPPORTED } from './shape';
import { l1PropertiesOf, readerOf, writtenOf } from '../graph/l1-properties';
import { textOf } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { PropertyReader, Resource, SourceContract } from '../model/contract';
import { Problem } from '../model/problem';
import { hasMacro, isAbsent, isUnknown } from '../model/tokens';
import { CONTRACTS } from '../sources/contracts';

/** The kinds of source that a mapping may have. */
export interface Recognised {
  readonly contracts: readonly SourceContract[];
  /** Its source says so, and not only the options that it carries. */
  readonly bySource: boolean;
}

/** The contracts of most mappings come first: one that accepts a mapping saves the check of the others. */
export const BY_FREQUENCY: readonly SourceContract[] = [
  ...CONTRACTS.filter(({ recognition }) => recognition.isFrequent),
  ...CONTRACTS.filter(({ recognition }) => !recognition.isFrequent),
];

/** The kinds of source that the ARNs of a service can name. */
const OF_SERVICES = new Map<string, SourceContract[]>();
for (const contract of CONTRACTS) {
  const { arn } = contract.recognition;
  if (arn !== undefined) OF_SERVICES.set(arn.service, [...(OF_SERVICES.get(arn.service) ?? []), contract]);
}

/** The kinds of source that a mapping can have, by what it names as its source and by what else it carries. */
export function recognise(template: Template, mapping: TemplateMapping): Recognised {
  const { EventSourceArn: arn } = mapping.resource.properties;
  const found = contractsNamedBy(template, arn) ?? byEvent(mapping) ?? byOwnProperty(mapping) ?? byElimination(mapping);
  return { contracts: possible(found ?? BY_FREQUENCY, mapping), bySource: found !== undefined };
}

/** The contracts that accept all that the mapping carries; all of them where none does. */
function possible(contracts: readonly SourceContract[], { resource }: TemplateMapping): readonly SourceContract[] {
  if (contracts.length === 1) return contracts;
  const written = writtenOf(resource);
  return nonEmpty(contracts.filter((contract) => !checkShape(contract, written).some(isUnsupported))) ?? contracts;
}

function isUnsupported({ name, severity }: Problem): boolean {
  return severity === 'error' && name === UNSUPPORTED;
}

/** The kinds of source that a value names, by the resource or by the ARN that it is. */
export function contractsNamedBy(template: Template, arn: unknown, depth = 0): readonly SourceContract[] | undefined {
  const { template: owner, value } = template.originOf(arn);
  return (
    byResource(template.find(arn)) ?? byArn(owner, value) ?? byMap(owner, value) ?? byBranches(template, arn, depth)
  );
}

/** So many conditions in conditions are looked into: each doubles the work. */
const DEEPEST_BRANCH = 4;

/** The kinds that both branches of a condition name. */
function byBranches(template: Template, value: unknown, depth: number): readonly SourceContract[] | undefined {
  const { 'Fn::If': choice } = Object(value) as { readonly 'Fn::If'?: unknown };
  if (!Array.isArray(choice) || depth >= DEEPEST_BRANCH) return undefined;
  const found = choice
    .slice(1)
    .filter((branch) => !isAbsent(branch))
    .map((branch) => contractsNamedBy(template, branch, depth + 1));
  return found.includes(undefined) ? undefined : nonEmpty([...new Set(found.flatMap((one) => one ?? []))]);
}

/** The kinds that the ARNs for all stages are of; what is no ARN stands where a stage has no such mapping. */
function byMap(template: Template, value: unknown): readonly SourceContract[] | undefined {
  const found = (template.eachInMap(value) ?? []).flatMap((one) => byArn(template, one) ?? []);
  return nonEmpty([...new Set(found)]);
}

function byResource(source: Resource | undefined): readonly SourceContract[] | undefined {
  if (!source) return undefined;
  const { type, properties } = source;
  const polling = CONTRACTS.filter(({ recognition: { resources } }) => Object.hasOwn(resources, type));
  return ofSource(polling, ({ recognition: { resources } }) => resources[type].isOfSource?.(properties));
}

function byArn(template: Template, value: unknown): readonly SourceContract[] | undefined {
  const text = textOf(value) ?? textOf(template.defaultOf(value));
  const service = text && serviceOf(text);
  if (!service) return undefined;
  const ofService = OF_SERVICES.get(service) ?? [];
  return ofSource(ofService, ({ recognition: { arn } }) => arn?.isOfSource?.(text));
}

function byEvent({ event }: TemplateMapping): readonly SourceContract[] | undefined {
  return event && CONTRACTS.filter(({ recognition }) => recognition.samEvent?.type === event.type);
}

/** A property takes the place of the ARN, where that is missing. */
function byOwnProperty({ resource }: TemplateMapping): readonly SourceContract[] | undefined {
  const reader = readerOf(resource);
  if (reader.has('eventSourceArn') !== false) return undefined;
  return nonEmpty(
    CONTRACTS.filter(({ recognition: { ownProperty } }) => ownProperty !== undefined && reader.has(ownProperty)),
  );
}

/**
 * An ARN that is not known is of the one kind of source that takes a mapping as it is: only a queue takes one without a
 * position.
 */
function byElimination({ resource }: TemplateMapping): readonly SourceContract[] | undefined {
  const reader = readerOf(resource);
  const isOpen = isUnknown(reader.values('eventSourceArn')[0]) && !hasMacro(resource.properties);
  if (!isOpen) return undefined;
  const fitting = BY_FREQUENCY.filter(
    (contract) =>
      hasAllRequired(contract, reader) &&
      !checkShape(contract, l1PropertiesOf(resource)).some(({ severity }) => severity === 'error'),
  );
  const events = new Set(fitting.map(({ recognition }) => recognition.samEvent?.type));
  return events.size === 1 ? fitting : undefined;
}

function hasAllRequired({ properties: specs }: SourceContract, reader: PropertyReader): boolean {
  return specs.every(({ property, required }) => required === undefined || reader.has(property) !== false);
}

/** The contracts that the source fits, or may fit; all of them where it fits none. */
function ofSource(contracts: readonly SourceContract[], isOfSource: (contract: SourceContract) => boolean | undefined) {
  return nonEmpty(contracts.filter((contract) => isOfSource(contract) !== false)) ?? nonEmpty(contracts);
}

function nonEmpty(contracts: readonly SourceContract[]): readonly SourceContract[] | undefined {
  return contracts.length > 0 ? contracts : undefined;
}

/** The service in an ARN of which the beginning is known. */
export function serviceOf(arn: string): string | undefined {
  return /^(?:arn:[^:]*|\*):([a-z0-9-]+):/.exec(arn)?.[1];
}
