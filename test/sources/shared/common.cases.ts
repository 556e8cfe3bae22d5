import { Fn } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { MappingOptions, MappingTargetProps } from '../../../src';
import type { Case } from '../../cases';

type Props = MappingOptions & MappingTargetProps;

const IN_EACH_PARTITION = [
  'arn:aws:lambda:us-east-1:123456789012:function:handler',
  'arn:aws-cn:lambda:cn-north-1:123456789012:function:handler',
  'arn:aws-us-gov:lambda:us-gov-east-1:123456789012:function:handler',
  'arn:aws-iso:lambda:us-iso-east-1:123456789012:function:handler',
  'arn:aws-iso-b:lambda:us-isob-east-1:123456789012:function:handler',
  'arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:handler',
];

const NAMES = [
  ...IN_EACH_PARTITION,
  'handler',
  'my-handler_2',
  'handler:live',
  'handler:42',
  'handler:$LATEST',
  'handler:$LATEST.PUBLISHED',
  '123456789012:function:handler',
  'arn:aws:lambda:us-east-1:123456789012:function:handler:live',
  'arn:aws:lambda:us-east-1:123456789012:function:handler:7',
];

const NO_NAMES = [
  'my handler',
  'handler.mjs',
  'handler:live:42',
  'arn:aws:states:us-east-1:123456789012:function:handler',
  'handler/live',
];

const TARGETS: Case<Props>[] = [
  {
    name: 'target an alias',
    props: (f) => ({
      target: new lambda.Alias(f.stack, 'Alias', { aliasName: 'live', version: f.target.currentVersion }),
    }),
    problems: [],
  },
  { name: 'target a version', props: (f) => ({ target: f.target.currentVersion }), problems: [] },
  {
    name: 'target a function of another stack',
    props: (f) => ({
      target: lambda.Function.fromFunctionAttributes(f.stack, 'Imported', {
        functionArn: Fn.importValue('HandlerArn'),
        role: f.target.role,
      }),
    }),
    problems: [],
  },
  {
    name: 'target an imported name that is none',
    props: (f) => ({
      target: lambda.Function.fromFunctionArn(
        f.stack,
        'Imported',
        'arn:aws:lambda:us-east-1:123456789012:function:my handler',
      ),
    }),
    problems: ['mapping-target-pattern'],
  },
  ...NAMES.map((name): Case<Props> => ({ name: `target ${name}`, properties: { FunctionName: name }, problems: [] })),
  ...NO_NAMES.map((name): Case<Props> => ({
    name: `target ${name}`,
    properties: { FunctionName: name },
    problems: ['mapping-target-pattern'],
  })),
  { name: 'target of 140 characters', properties: { FunctionName: `handler:${'x'.repeat(132)}` }, problems: [] },
  { name: 'target a name of 64 characters', properties: { FunctionName: 'x'.repeat(64) }, problems: [] },
  {
    name: 'target a name of 65 characters',
    properties: { FunctionName: 'x'.repeat(65) },
    problems: ['mapping-target-name-length'],
  },
  {
    name: 'target a name of 64 characters with an alias',
    properties: { FunctionName: `${'x'.repeat(64)}:live` },
    problems: [],
  },
  {
    name: 'target a name of 65 characters with an alias',
    properties: { FunctionName: `${'x'.repeat(65)}:live` },
    problems: ['mapping-target-name-length'],
  },
  {
    name: 'target of 141 characters',
    properties: { FunctionName: 'x'.repeat(141) },
    problems: ['mapping-target-length'],
  },
  {
    name: 'target empty',
    properties: { FunctionName: '' },
    problems: ['mapping-target-length', 'mapping-target-pattern'],
  },
  { name: 'target missing', properties: { FunctionName: undefined }, problems: ['mapping-target-required'] },
  {
    name: 'target taken away',
    properties: { FunctionName: { Ref: 'AWS::NoValue' } },
    problems: ['mapping-target-required'],
  },
  { name: 'target a reference', properties: { FunctionName: { Ref: 'Handler' } }, problems: [] },
  {
    name: 'target as Serverless writes it',
    properties: { FunctionName: { 'Fn::GetAtt': ['HandlerLambdaFunction', 'Arn'] } },
    problems: [],
  },
  { name: 'target as SAM writes an alias', properties: { FunctionName: { Ref: 'HandlerAliaslive' } }, problems: [] },
];

const SWITCHES: Case<Props>[] = [
  ...[true, false].map((enabled): Case<Props> => ({
    name: `enabled ${enabled}`,
    props: () => ({ enabled }),
    properties: { Enabled: enabled },
    problems: [],
  })),
  { name: 'enabled a token', props: (f) => ({ enabled: f.flag }), problems: [] },
  { name: 'enabled as a text', properties: { Enabled: 'true' }, problems: [] },
  { name: 'enabled not, as a text', properties: { Enabled: 'false' }, problems: [] },
  {
    name: 'enabled a text of the context',
    props: () => ({ enabled: 'false' as unknown as boolean }),
    problems: ['mapping-option-type'],
    inProperties: [],
  },
  { name: 'enabled a parameter', properties: { Enabled: { Ref: 'IsEnabled' } }, problems: [] },
  {
    name: 'enabled of a condition',
    properties: { Enabled: { 'Fn::If': ['IsProduction', true, false] } },
    problems: [],
  },
  { name: 'enabled yes', properties: { Enabled: 'yes' }, problems: ['mapping-enabled-boolean'] },
  { name: 'enabled 1', properties: { Enabled: 1 }, problems: ['mapping-enabled-boolean'] },
];

const tag = (key: unknown, value: unknown) => ({ Tags: [{ Key: key, Value: value }] });

const TAGS: Case<Props>[] = [
  {
    name: 'tags',
    props: () => ({ tags: { team: 'orders', 'cost-center': '4711' } }),
    properties: tag('team', 'orders'),
    problems: [],
  },
  { name: 'tags none', props: () => ({ tags: {} }), properties: { Tags: [] }, problems: [] },
  {
    name: 'tags of other alphabets',
    props: () => ({ tags: { équipe: '注文 _.:/=+-@' } }),
    properties: tag('équipe', '注文 _.:/=+-@'),
    problems: [],
  },
  {
    name: 'tags of tokens',
    props: (f) => ({ tags: { [f.text]: f.lazyText } }),
    properties: tag('team', { Ref: 'Team' }),
    problems: [],
  },
  {
    name: 'tags a parameter',
    properties: { Tags: { 'Fn::If': ['IsTagged', [{ Key: 'a', Value: 'b' }], { Ref: 'AWS::NoValue' }] } },
    problems: [],
  },
  {
    name: 'tags key of 128',
    props: () => ({ tags: { ['k'.repeat(128)]: '' } }),
    properties: tag('k'.repeat(128), ''),
    problems: [],
  },
  {
    name: 'tags key of 129',
    props: () => ({ tags: { ['k'.repeat(129)]: '' } }),
    properties: tag('k'.repeat(129), ''),
    problems: ['mapping-tags-key-length'],
  },
  {
    name: 'tags key empty',
    props: () => ({ tags: { '': 'x' } }),
    properties: tag('', 'x'),
    problems: ['mapping-tags-key-length'],
  },
  {
    name: 'tags value of 256',
    props: () => ({ tags: { key: 'v'.repeat(256) } }),
    properties: tag('key', 'v'.repeat(256)),
    problems: [],
  },
  {
    name: 'tags value of 257',
    props: () => ({ tags: { key: 'v'.repeat(257) } }),
    properties: tag('key', 'v'.repeat(257)),
    problems: ['mapping-tags-value-length'],
  },
  {
    name: 'tags key twice',
    properties: {
      Tags: [
        { Key: 'a', Value: 'b' },
        { Key: 'a', Value: 'b' },
      ],
    },
    problems: ['mapping-tags-unique'],
  },
  {
    name: 'tags value twice',
    properties: {
      Tags: [
        { Key: 'a', Value: 'b' },
        { Key: 'c', Value: 'b' },
      ],
    },
    problems: [],
  },
  {
    name: 'tags key a<b',
    props: () => ({ tags: { 'a<b': 'x' } }),
    properties: tag('a<b', 'x'),
    problems: ['mapping-tags-key-characters'],
  },
  {
    name: 'tags value a;b',
    props: () => ({ tags: { key: 'a;b' } }),
    properties: tag('key', 'a;b'),
    problems: ['mapping-tags-value-characters'],
  },
];

/** The cases of every mapping. */
export const COMMON_CASES: readonly Case<Props>[] = [...TARGETS, ...SWITCHES, ...TAGS];
