import { readFileSync } from 'fs';
import { MigrationStep } from './migration';

/** A resource as CloudFormation lists it. */
interface ResourceSummary {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
}

interface Listing {
  readonly StackResourceSummaries?: ResourceSummary[];
  readonly StackResources?: ResourceSummary[];
}

/** The ids of mappings, by their logical ids, in what the AWS CLI lists of the resources of a stack. */
export function identifiersIn(file: string): ReadonlyMap<string, string> {
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Listing;
  const resources = listed.StackResourceSummaries ?? listed.StackResources;
  if (!Array.isArray(resources)) throw new Error('it has no StackResourceSummaries and no StackResources');
  return new Map(resources.map(({ LogicalResourceId: id, PhysicalResourceId: physicalId = '' }) => [id, physicalId]));
}

/** The input of `cdk import --resource-mapping`, by template; `undefined` if an id is not known or ambiguous. */
export function resourceMappings(
  moved: readonly MigrationStep[],
  identifiers: ReadonlyMap<string, string>,
): ReadonlyMap<string, object> | undefined {
  const ids = moved.map(({ movedFrom }) => identifiers.get(movedFrom!.logicalId));
  if (!ids.every(Boolean) || isAmbiguous(moved)) return undefined;
  const files = [...new Set(moved.map(({ file }) => file))];
  const entriesOf = (file: string) =>
    moved.flatMap((step, index) => (step.file === file ? [[step.logicalId, { Id: ids[index] }]] : []));
  return new Map(files.map((file) => [file, Object.fromEntries(entriesOf(file)) as object]));
}

/** A list of resources does not say of which stack it is. */
function isAmbiguous(moved: readonly MigrationStep[]): boolean {
  const filesOf = (id: string) =>
    moved.filter(({ movedFrom }) => movedFrom!.logicalId === id).map(({ movedFrom }) => movedFrom!.file);
  return moved.some(({ movedFrom }) => new Set(filesOf(movedFrom!.logicalId)).size > 1);
}
