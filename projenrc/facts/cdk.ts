import { Fact, factOf, Facts } from './facts';

interface Member {
  readonly name: string;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly docs?: { readonly deprecated?: string };
}

interface Type {
  readonly name: string;
  readonly namespace?: string;
  readonly properties?: readonly Member[];
}

export interface Assembly {
  readonly types: { readonly [name: string]: Type };
}

/** The L1 with its structs, and the L2's options. */
const WATCHED =
  /\.aws_lambda\.(CfnEventSourceMapping(Props|\..+Property)|EventSourceMappingOptions|SourceAccessConfigurationType)$/;

/** The facts of aws-cdk-lib's assembly: the properties of its structs. CloudFormation's schema says what they mean. */
export function factsOfAssembly({ types }: Assembly): Facts {
  const facts: { [place: string]: Fact } = {};
  for (const { name, namespace, properties = [] } of Object.entries(types)
    .filter(([one]) => WATCHED.test(one))
    .map(([, type]) => type)) {
    const place = [...(namespace ?? '').split('.').slice(1), name].join('.');
    for (const { name: property, optional = false, docs } of properties) {
      facts[`${place}.${property}`] = factOf({
        optional,
        deprecated: docs?.deprecated === undefined ? undefined : true,
      });
    }
  }
  return facts;
}
