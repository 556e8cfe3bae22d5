import { readFileSync } from 'fs';
import { Step } from './migration';

/** A resource as CloudFormation lists it. */
interface ListedResource {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
}

interface Listing {
  readonly StackResourceSummaries?: ListedResource[];
  readonly StackResources?: ListedResource[];
}

/** The ids of mappings, by their logical ids, in what the AWS CLI lists of the resources of a stack. */
export function identifiersIn(file: string): ReadonlyMap<string, string> {
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Listing;
  const resources = listed.StackResourceSummaries ?? listed.StackResources;
  if (!Array.isArray(resources)) throw new Error('it has no StackResourceSummaries and no StackResources');
  return new Map(resources.map(({ LogicalResourceId: id, PhysicalResourceId: physicalId = '' }) => [id, physicalId]));
}

/** The file that `cdk import --resource-mapping` reads; `undefined` where an id is not known. */
export function resourceMapping(moved: readonly Step[], identifiers: ReadonlyMap<string, string>): object | undefined {
  const entries = moved.map(
    ({ logicalId, movedFrom }) => [logicalId, { Id: identifiers.get(movedFrom!.logicalId) }] as const,
  );
  return entries.every(([, { Id }]) => Id) ? Object.fromEntries(entries) : undefined;
}
