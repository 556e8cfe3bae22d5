import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { characters, length, pattern, unique } from '../model/constraints';
import { Constraint, OptionSpecs } from '../model/contract';
import { CLOUDFORMATION, CREATE_MAPPING_DOCS, guide } from '../model/docs';
import { flag, propertySpec } from '../model/option-specs';
import { BOOLEAN, construct, mapOf, TEXT } from '../model/option-types';
import { at } from '../model/paths';

/** Options of every event source mapping, whatever its source. */
export interface MappingOptions {
  /**
   * Whether Lambda polls the source. A disabled mapping keeps its position.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Tags of the mapping itself. `Tags.of(mapping)` does the same; both need `lambda:TagResource` where the stack is
   * deployed.
   *
   * Keys have 1 to 128 characters, values at most 256.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/tags-esm.html
   * @default - no tags besides those of the stack
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether the function's role gets the permissions that the mapping needs, in a policy that is made before the
   * mapping.
   *
   * Keys, sources of other accounts and security groups of this app let Lambda in too. Where others look after
   * that, `accessPolicy` of the mapping is what the role needs.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
   * @default true
   */
  readonly grantAccess?: boolean;

  /**
   * The logical id of the live mapping that this one is, where something else made it: the mapping keeps that id, and
   * CloudFormation
   * updates it in place.
   *
   * For a source with values that Lambda can't change, such as a topic, the text ends with a colon and the hash of
   * them, as the command
   * `migrate` prints it. When such a value changes later, the hash is another one, and the mapping becomes a new one.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
   * @default - the logical id comes from the path of the construct
   */
  readonly adopts?: string;
}

/** The function that Lambda invokes. */
export interface MappingTargetProps {
  /**
   * The function that is invoked: a function, an alias or a version.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
   */
  readonly target: IFunction;
}

const FUNCTION_NAME = new RegExp(
  '^(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?' +
    '([a-zA-Z0-9-_]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$',
);
const TARGET_LENGTH = length('target-length', 1, 140);
/** The name alone, or with the alias or version that is invoked. */
const NAME_LENGTH: Constraint = {
  rule: 'target-name-length',
  allowed: 'at most 64 characters where it is a name and not an ARN',
  fault: (target) =>
    /^[a-zA-Z0-9-_]{65,}(:|$)/.test(String(target)) && TARGET_LENGTH.fault(target) === undefined
      ? 'is a name of more than 64 characters'
      : undefined,
};
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_CHARACTERS = 'letters, digits, spaces and _ . : / = + - @';

/** An L1 has no role to allow anything to. */
const FUNCTION = construct(
  ['functionArn'],
  'a function, an alias or a version of aws-lambda',
  "import it with Function.fromFunctionAttributes(this, 'Handler', { functionArn, role })",
);

export const COMMON_SPECS: OptionSpecs<MappingOptions & MappingTargetProps> = {
  target: {
    properties: [
      propertySpec('functionName', {
        common: true,
        required: { rule: 'target-required', says: 'is required: it is what Lambda invokes' },
        isKey: true,
        constraints: [TARGET_LENGTH, NAME_LENGTH, pattern('target-pattern', FUNCTION_NAME, 'a function name or ARN')],
        docs: CLOUDFORMATION,
      }),
    ],
    type: FUNCTION,
    render: (target) => at('functionName', target.functionName),
  },
  grantAccess: { properties: [], type: BOOLEAN, render: () => ({}) },
  adopts: { properties: [], type: TEXT, render: () => ({}) },
  enabled: flag('enabled', {
    rule: 'enabled-boolean',
    common: true,
    default: true,
    docs: CREATE_MAPPING_DOCS,
  }),
  tags: {
    properties: [
      propertySpec('tags', {
        constraints: [unique('tags-unique')],
        common: true,
        onlyInTemplates: true,
        docs: guide('tags-esm'),
      }),
      propertySpec('tags[].key', {
        option: '[].key',
        common: true,
        inEachItem: true,
        constraints: [length('tags-key-length', 1, 128), characters('tags-key-characters', TAG_TEXT, TAG_CHARACTERS)],
        docs: guide('tags-esm'),
      }),
      propertySpec('tags[].value', {
        option: '[].value',
        common: true,
        constraints: [
          length('tags-value-length', 0, 256),
          characters('tags-value-characters', TAG_TEXT, TAG_CHARACTERS),
        ],
        docs: guide('tags-esm'),
      }),
    ],
    type: mapOf(TEXT),
    render: (tags) =>
      at(
        'tags',
        Object.entries(tags).map(([key, value]) => ({ key, value })),
      ),
  },
};
