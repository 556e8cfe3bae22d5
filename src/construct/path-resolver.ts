import {
  CfnParameter,
  CfnResource,
  DefaultTokenResolver,
  IPostProcessor,
  IResolvable,
  IResolveContext,
  Reference,
  Tokenization,
} from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

function partsOf(part: any): unknown[] {
  // what tokens resolve to has no type
  return part['Fn::Join']?.[0] === '' ? part['Fn::Join'][1] : [part];
}

/**
 * The default of a parameter that is a number, which is meant to be used; a text is often a place for the user's own.
 */
export function defaultOf(token: unknown): unknown {
  const { target } = Reference.isReference(token) ? token : {};
  if (!(target instanceof CfnParameter) || target.type !== 'Number') return undefined;
  const { default: byDefault } = target;
  return byDefault === undefined || byDefault === '' ? undefined : Number(byDefault);
}

/** Resolves tokens as CloudFormation does, but for references to resources, which name the construct's path. */
export class PathResolver extends DefaultTokenResolver {
  /** The resources that were named so far. */
  public readonly targets = new Map<string, CfnResource>();

  /** How many parameters were resolved to their defaults so far. */
  public defaults = 0;

  constructor() {
    super({
      join: (left, right) => ({
        'Fn::Join': ['', [left, right].filter((part) => part !== undefined).flatMap(partsOf)],
      }),
    });
  }

  public resolve(value: unknown, scope: IConstruct): any {
    // whatever the value stands for
    return Tokenization.resolve(value, { scope, resolver: this, preparing: false });
  }

  /** The path is the one that users know: an L2's own resource is called as the L2, a nested stack's as the stack. */
  public idOf(resource: CfnResource): string {
    const id = resource.node.path.replace(/\/Resource$|\.NestedStack\/[^/]*$/, '');
    this.targets.set(id, resource);
    return id;
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const byDefault = defaultOf(token);
    if (byDefault !== undefined) {
      this.defaults++;
      return byDefault;
    }
    if (!Reference.isReference(token) || !CfnResource.isCfnResource(token.target)) {
      return super.resolveToken(token, context, postProcessor);
    }
    const id = this.idOf(token.target);
    return token.displayName === 'Ref' ? { Ref: id } : { 'Fn::GetAtt': [id, token.displayName] };
  }
}
