import { length } from '../model/constraints';
import { Constraint, OptionSpec } from '../model/contract';
import { CLOUDFORMATION } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { OptionType } from '../model/option-types';
import { at } from '../model/paths';
import { SOURCE_ARN } from '../model/property-paths';

/** The form of the ARN of a source, with an example for messages. */
interface ArnForm {
  readonly pattern: RegExp;
  readonly example: string;
  /** The resource of the ARN, with its article: 'a Kinesis stream'. */
  readonly of: string;
}

/** The access that it takes to read a source, whose ARN is called 'source' in the permissions. */
export type SourceAccess<Source, Props = unknown> = Pick<
  OptionSpec<Source, Props>,
  'permissions' | 'permissionValues' | 'bind'
>;

/**
 * The names of the rules of a source.
 *
 * @internal
 */
export interface SourceRules {
  readonly required: string;
  readonly length: string;
  readonly arn: string;
}

/** Of sources that are clusters. */
export const CLUSTER_RULES: SourceRules = {
  required: 'cluster-required',
  length: 'cluster-length',
  arn: 'cluster-arn',
};

interface SourceParts<Source, Props> {
  readonly type: OptionType;
  readonly rules: SourceRules;
  /** The message for a source without an ARN. */
  readonly required?: string;
  readonly access: SourceAccess<Source, Props>;
  arnOf(source: Source): string | undefined;
}

const REQUIRED = 'is required: it is what Lambda polls';

/** The option that names the source, which the mapping refers to by its ARN. */
export function sourceSpec<Source, Props>(form: ArnForm, parts: SourceParts<Source, Props>): OptionSpec<Source, Props> {
  const { type, rules, arnOf, required = REQUIRED, access } = parts;
  return {
    properties: [
      propertySpec(SOURCE_ARN, {
        required: { rule: rules.required, says: required },
        constraints: [length(rules.length, 1, 1024), isArnOf(rules.arn, form)],
        createOnly: true,
        isKey: true,
        docs: CLOUDFORMATION,
      }),
    ],
    type,
    missing: REQUIRED,
    render: (source) => at(SOURCE_ARN, arnOf(source)),
    ...access,
    permissionValues: (source, props) => ({ source: arnOf(source), ...access.permissionValues?.(source, props) }),
  };
}

function isArnOf(rule: string, { pattern, example, of }: ArnForm): Constraint {
  return {
    rule,
    kind: 'arn',
    allowed: `the ARN of ${of}: \`${example}\``,
    fault: (arn) => (pattern.test(String(arn)) ? undefined : `is not the ARN of ${of}, which looks like ${example}`),
  };
}
