import { CfnResource, Stack } from 'aws-cdk-lib';
import {
  Adopted,
  adoptedIn,
  adoptionText,
  AdoptionRule,
  ADOPTS,
  ADOPTS_NO_LOGICAL_ID,
  ADOPTS_TAKEN,
  ADOPTS_WITHOUT_HASH,
} from '../model/adoption';
import { SourceContract } from '../model/contract';
import { hashOf, IdentityValue } from '../model/identity';
import { memoize } from '../model/memoize';
import { Problem } from '../model/problem';
import { isUnknown } from '../model/tokens';

/** The live mapping whose place a mapping takes, and what is wrong with how it is named. */
export class Adoption {
  public readonly adopted?: Adopted;
  public readonly problems: readonly Problem[];

  constructor(
    contract: SourceContract,
    identity: readonly IdentityValue[],
    private readonly text: string | undefined,
  ) {
    if (text === undefined) {
      this.problems = [];
      return;
    }
    this.adopted = isUnknown(text) ? undefined : adoptedIn(text, contract);
    this.problems = this.adopted ? missingHash(this.adopted, identity) : [noLogicalId(contract, text)];
  }

  /** Says which other resources of the stack have the logical id: known when all of them are made. */
  public taken(resource: CfnResource): Problem[] {
    if (this.adopted === undefined) return [];
    const stack = Stack.of(resource);
    const having = logicalIdsOf(stack).pathsOf(stack.resolve(resource.logicalId));
    const others = having.filter((path) => path !== resource.node.path);
    if (others.length === 0) return [];
    const names = others.map((path) => path.replace(/\/Resource$/, '')).join(', ');
    const reason = 'a mapping can only take the place of one that the stack no longer has';
    const says = `is the logical id of ${names} too: ${reason}`;
    return [{ ...problem(ADOPTS_TAKEN, this.text!, says), form: 'verbatim' }];
  }
}

function noLogicalId(contract: SourceContract, text: string): Problem {
  if (isUnknown(text)) {
    const reason = 'is not known at synthesis, but the template needs the logical id: write it as a literal string';
    return problem(ADOPTS_NO_LOGICAL_ID, text, reason);
  }
  const mayHaveHash = contract.properties.some(({ identity }) => identity !== undefined);
  const withHash = mayHaveHash ? ', alone or before a colon and the eight digits that `migrate` prints' : '';
  const reason = `is not a logical id, which has 1 to 255 letters and digits${withHash}`;
  return problem(ADOPTS_NO_LOGICAL_ID, text, reason);
}

function missingHash({ logicalId, hash }: Adopted, identity: readonly IdentityValue[]): Problem[] {
  const current = hashOf(identity);
  const known = identity.find(({ value }) => !isUnknown(value));
  if (hash !== undefined || known === undefined) return [];
  const {
    spec: { option },
    fixed,
  } = known;
  const changes = `stays the logical id if {${option}} changes later: ${fixed.says}`;
  const remedy = `Write '${adoptionText({ logicalId, hash: current })}', and a change makes a new mapping`;
  return [problem(ADOPTS_WITHOUT_HASH, logicalId, `${changes}. ${remedy}`)];
}

function problem({ rule, name, severity, docs }: AdoptionRule, value: string, says: string): Problem {
  return { rule, name, severity, property: ADOPTS, namesOptions: true, value, says, docs };
}

/** The logical ids of a stack's resources. */
class LogicalIds {
  private known?: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly stack: Stack) {
    // A stack is asked before what is in it, each time that it is synthesized.
    stack.node.addValidation({
      validate: () => {
        this.known = undefined;
        return [];
      },
    });
  }

  public pathsOf(logicalId: string): readonly string[] {
    this.known ??= this.read();
    return this.known.get(logicalId) ?? [];
  }

  private read(): ReadonlyMap<string, readonly string[]> {
    const paths = new Map<string, string[]>();
    const own = this.stack.node
      .findAll()
      .filter(CfnResource.isCfnResource)
      .filter(({ stack }) => stack === this.stack);
    for (const { logicalId, node } of own) {
      const id = this.stack.resolve(logicalId) as string;
      paths.set(id, [...(paths.get(id) ?? []), node.path]);
    }
    return paths;
  }
}

const logicalIdsOf = memoize((stack: Stack) => new LogicalIds(stack));
