import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { code, table } from './markdown';
import { SAMPLES, STACK, TARGET } from './samples';
import { Contract, SourceContract } from '../../src/model/contract';
import { permissionsOf } from '../../src/model/render';
import { statementOf } from '../../src/permissions/statement';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: object;
}

const INTRODUCTION = "The function's role gets this policy, with the ARNs of your source:";

/** The permissions that the role needs for a source, and those that some options add. */
export function permissions(contract: SourceContract): string {
  const { smallest, more } = SAMPLES[contract.id];
  const document = policyFor(contract, smallest);
  const known = new Set(document.Statement.map(line));
  const rows = Object.entries(more).map(([option, options]) => {
    const added = policyFor(contract, { ...smallest, ...options })
      .Statement.map(line)
      .filter((one) => !known.has(one));
    return [option, added.join('<br>')];
  });
  const policy = JSON.stringify(document, undefined, 2);
  return `${INTRODUCTION}\n\n\`\`\`json\n${policy}\n\`\`\`\n\n${table(['with', 'also'], rows)}`;
}

function policyFor(
  contract: SourceContract,
  options: object,
): { readonly Version: string; readonly Statement: Statement[] } {
  const needed = permissionsOf((contract as Contract<object>).options, { ...options, target: TARGET } as object);
  const statements = needed.map((permission) => statementOf(permission));
  const { Version, Statement } = plain(STACK.resolve(new PolicyDocument({ statements }))) as {
    Version: string;
    Statement: Statement[];
  };
  return { Version, Statement };
}

function line({ Effect, Action, Resource, Condition }: Statement): string {
  const condition = Condition ? ` if ${code(JSON.stringify(Condition))}` : '';
  return (
    `${Effect === 'Deny' ? 'denied: ' : ''}${[Action].flat().map(code).join(', ')} on ` +
    `${[Resource].flat().map(code).join(', ')}${condition}`
  );
}

/** With the partition's name in the place of a reference to it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  if (Ref === 'AWS::Partition') return 'aws';
  if (join) return join[1].map(plain).join(join[0]);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}
