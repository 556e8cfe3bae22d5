import { ListedStack } from './answers';
import { DeployedMapping } from './deployed-mapping';
import { Deployment, Deployments } from './deployment';
import { Expected } from './expected';
import { mayBeSamePlace } from './place';
import { isSameFunction } from './same';
import { FUNCTIONS } from '../../graph/function-types';

/** The owner of a deployed mapping that no template has. */
export interface MappingOwner {
  /** The template whose function it invokes. */
  readonly deployment?: Deployment;
  /** Its logical id in the stack of that template, which has it no more. */
  readonly removedAs?: string;
}

/** Finds out to which template a mapping belongs: the one whose stack has made it, or whose function it invokes. */
export class Owners {
  constructor(
    private readonly deployments: Deployments,
    private readonly stacks: readonly ListedStack[],
  ) {}

  public of(deployed: DeployedMapping): MappingOwner {
    const [stack, removedAs] = this.stackOf(deployed);
    if (stack) return this.ofStack(stack, removedAs);
    const near = this.deployments.all.filter(({ place }) => mayBeSamePlace(place, deployed.place));
    return { deployment: near.find((deployment) => this.invokes(deployment, deployed)) };
  }

  private stackOf({ uuid }: DeployedMapping): [ListedStack?, string?] {
    for (const stack of this.stacks) {
      const [id] = [...stack.resources].find(([, { physicalId }]) => physicalId === uuid) ?? [];
      if (id !== undefined) return [stack, id];
    }
    return [];
  }

  /** The mapping of another stack is nobody's here, whichever function it invokes. */
  private ofStack(stack: ListedStack, removedAs: string | undefined): MappingOwner {
    const deployment = this.deployments.all.find((one) => one.stack === stack);
    return deployment === undefined ? {} : { deployment, removedAs };
  }

  /** Whether a template has the function, or a mapping that invokes it too. */
  private invokes(deployment: Deployment, deployed: DeployedMapping): boolean {
    const { template } = deployment;
    const to = { deployments: this.deployments, place: deployed.place, believesNames: true };
    const unqualified = deployed.functionArn.split(':').slice(0, 7).join(':');
    const functions = FUNCTIONS.flatMap((type) => template.all(type));
    if (functions.some(({ id }) => isSameFunction({ Ref: id }, unqualified, { template, to }))) return true;
    return template.mappings.some(({ resource }) => {
      const { text } = new Expected(resource.properties.FunctionName, template, to);
      return text !== undefined && functionNameIn(text) === functionNameIn(deployed.functionArn);
    });
  }
}

/** The name in all forms that name a function. */
function functionNameIn(text: string): string {
  return text
    .replace(/^(.*:)?function:/, '')
    .replace(/^\d{12}:/, '')
    .split(':')[0];
}
