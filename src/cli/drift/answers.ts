import { DeployedMapping, deployedMapping } from './deployed-mapping';
import { documentsIn } from './documents';
import { DeploymentPlace, placeIn } from './place';
import { JsonMembers } from '../../model/json-members';
import { contentOf, firstLine } from '../templates';

/** A resource of a stack. */
export interface ListedResource {
  readonly type: string;
  readonly physicalId: string;
}

/** The resources of a stack, as CloudFormation lists them. */
export interface ListedStack {
  /** Its name; not known where neither CloudFormation nor the names of its resources tell it. */
  readonly name?: string;
  readonly place?: DeploymentPlace;
  readonly resources: ReadonlyMap<string, ListedResource>;
  /** It may have resources that are not listed. */
  readonly hasMore: boolean;
}

/** All that the AWS CLI has written of what is deployed. */
export interface Answers {
  readonly mappings: readonly DeployedMapping[];
  readonly stacks: readonly ListedStack[];
  /** Whether a list of mappings is there at all, and each with its last page. */
  readonly hasMappings: boolean;
  readonly isComplete: boolean;
  /** A list of mappings that is empty, so that nothing tells of which Region it is. */
  readonly hasEmptyList: boolean;
}

interface StackUnderWay {
  readonly name?: string;
  readonly place?: DeploymentPlace;
  readonly resources: Map<string, ListedResource>;
  hasMore: boolean;
}

/** So many resources `describe-stack-resources` gives, and no pages. */
const MOST_DESCRIBED = 100;

const KINDS =
  'holds neither the answer of "aws lambda list-event-source-mappings" ' +
  'nor that of "aws cloudformation describe-stack-resources" or "list-stack-resources"';

/** Gathers the answers of several files, which are told apart by what is in them. */
export class AnswerReader {
  private readonly mappings = new Map<string, DeployedMapping>();
  private readonly stacks = new Map<string, StackUnderWay>();
  /** The stack whose list goes on with the next answer. */
  private openStack?: StackUnderWay;
  private hasMappings = false;
  private hasEmptyList = false;
  private hasMorePages = false;

  /** Throws where a file is something else, with the reason. */
  public read(path: string): void {
    documentsIn(contentOf(path)).forEach((document) => this.add(document));
  }

  public get answers(): Answers {
    return {
      mappings: [...this.mappings.values()],
      stacks: [...this.stacks.values()]
        .filter(({ resources }) => resources.size > 0)
        .map((stack) => ({ ...stack, name: stack.name ?? stackNameIn(stack.resources) })),
      hasMappings: this.hasMappings,
      hasEmptyList: this.hasEmptyList,
      isComplete: !this.hasMorePages,
    };
  }

  private add(document: unknown): void {
    if (Array.isArray(document)) return this.addList(document);
    const { EventSourceMappings: mappings, StackResources: resources, ...others } = (document ?? {}) as JsonMembers;
    const { StackResourceSummaries: summaries, NextMarker, NextToken } = others;
    const hasMore = Boolean(NextMarker ?? NextToken);
    if (Array.isArray(mappings)) return this.addMappings(mappings, hasMore);
    if (Array.isArray(resources)) return this.addDescribed(resources);
    if (Array.isArray(summaries)) return this.addSummaries(summaries, hasMore);
    if (!this.addMapping(document)) throw new Error(KINDS);
  }

  /** The output of `--query` or jq: mappings, resources, or whole answers. */
  private addList(documents: readonly unknown[]): void {
    const [first] = documents as readonly JsonMembers[];
    if (first === undefined || deployedMapping(first)) return this.addMappings(documents, false);
    if (first?.LogicalResourceId !== undefined) return this.addSummaries(documents, false);
    documents.forEach((document) => this.add(document));
  }

  private addMappings(mappings: readonly unknown[], hasMore: boolean): void {
    this.hasMappings = true;
    this.hasMorePages = hasMore;
    this.hasEmptyList ||= mappings.length === 0 && !hasMore;
    if (!mappings.every((one) => this.addMapping(one))) throw new Error('lists a mapping without UUID or FunctionArn');
  }

  /** Of two answers on one mapping, that with the filter patterns in plain text counts. */
  private addMapping(answer: unknown): boolean {
    const mapping = deployedMapping(answer);
    if (mapping === undefined) return false;
    const known = this.mappings.get(mapping.uuid);
    if (known === undefined || !mapping.hidesFilters) this.mappings.set(mapping.uuid, mapping);
    return true;
  }

  private addDescribed(resources: readonly unknown[]): void {
    resources.forEach((one) => this.addResource(one as JsonMembers, resources.length >= MOST_DESCRIBED));
  }

  private addResource(resource: JsonMembers, hasMore: boolean): void {
    const [id, name] = [resource.StackId, resource.StackName].map(textOrNothing);
    const key = id ?? name ?? '';
    const stack = this.stacks.get(key) ?? { name, place: placeIn(id ?? ''), resources: new Map(), hasMore: false };
    this.stacks.set(key, stack);
    stack.hasMore ||= hasMore;
    putResource(stack, resource);
  }

  private addSummaries(summaries: readonly unknown[], hasMore: boolean): void {
    const stack = this.openStack ?? { resources: new Map(), hasMore };
    stack.hasMore = hasMore;
    if (stack !== this.openStack) this.stacks.set(`list ${this.stacks.size}`, stack);
    summaries.forEach((one) => putResource(stack, one as JsonMembers));
    this.openStack = hasMore ? stack : undefined;
  }
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The name of a stack in the names that CloudFormation makes up for its resources; unset where these tell several. */
function stackNameIn(resources: ReadonlyMap<string, ListedResource>): string | undefined {
  const names = new Set(
    [...resources].flatMap(([id, { physicalId }]) => {
      const [, before] = /^(?:.*[:/])?([A-Za-z][\w-]*)-[A-Za-z0-9]{8,}$/.exec(physicalId) ?? [];
      return before?.endsWith(`-${id}`) ? [before.slice(0, -id.length - 1)] : [];
    }),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/** CloudFormation goes on to list what it has deleted. */
function putResource({ resources }: StackUnderWay, resource: JsonMembers): void {
  const { LogicalResourceId: id, PhysicalResourceId: physicalId, ResourceType: type } = resource;
  if (typeof id !== 'string' || typeof physicalId !== 'string' || resource.ResourceStatus === 'DELETE_COMPLETE') return;
  resources.set(id, { type: String(type), physicalId });
}

/** Reads files; what can't be read is told, and does not keep it from the rest. */
export function readAnswers(files: readonly string[], tell: (file: string, fault: string) => void): Answers {
  const reader = new AnswerReader();
  for (const file of files) {
    try {
      reader.read(file);
    } catch (error) {
      tell(file, firstLine(error));
    }
  }
  return reader.answers;
}
