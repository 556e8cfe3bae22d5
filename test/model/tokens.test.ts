import { Aws, CfnResource, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { conditionIn, isPresent, isUnknown } from '../../src/model/tokens';

const stack = new Stack();
const resource = new CfnResource(stack, 'Resource', { type: 'AWS::Test::Resource' });
const reference = resource.getAtt('Arn');
const lazy = Lazy.string({ produce: () => 'later' });
const condition = Fn.conditionIf('Condition', 'a', Aws.NO_VALUE);

describe('isUnknown', () => {
  test.each<[string, unknown]>([
    ['a token in a text', Token.asString({ 'Fn::GetAtt': ['A', 'Arn'] })],
    ['a token in a number', Token.asNumber({ 'Fn::GetAtt': ['A', 'Size'] })],
    ['a token in a list', Token.asList({ 'Fn::GetAtt': ['A', 'Names'] })],
    ['a text with a token in it', `prefix-${lazy}-suffix`],
    ['a reference', reference],
    ['a reference as a text', resource.ref],
    ['a lazy text', lazy],
    ['a lazy object', Lazy.any({ produce: () => ({}) })],
    ['a condition', condition],
    ['a condition as a text', condition.toString()],
    ['a pseudo parameter', Aws.REGION],
    ['a raw Ref', { Ref: 'A' }],
    ['a raw GetAtt', { 'Fn::GetAtt': ['A', 'Arn'] }],
    ['a raw If', { 'Fn::If': ['Condition', 'a', 'b'] }],
    ['a raw NoValue', { Ref: 'AWS::NoValue' }],
    ['a dynamic reference', '{{resolve:ssm:/path}}'],
  ])('%s is', (_, value) => expect(isUnknown(value)).toBe(true));

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['an empty text', ''],
    ['a number', 0],
    ['false', false],
    ['a list', ['a']],
    ['a list of two tokens, whose items are', [lazy, lazy]],
    ['an object', { size: 1 }],
    ['an empty object', {}],
    ['an object with Ref among others', { Ref: 'A', size: 1 }],
    ['an object that names an intrinsic only in part', { Reference: 'A' }],
  ])('%s is not', (_, value) => expect(isUnknown(value)).toBe(false));
});

describe('isPresent', () => {
  test.each<[string, unknown]>([
    ['a literal', 'text'],
    ['a dynamic reference', '{{resolve:ssm:/path}}'],
    ['zero', 0],
    ['false', false],
    ['an empty object', {}],
    ['a reference', reference],
    ['a reference as a text', reference.toString()],
    ['a reference as a number', Token.asNumber(reference)],
    ['a reference next to another token', `${lazy}${resource.ref}`],
    ['a text that is literal in part', `prefix-${lazy}`],
    ['a raw Ref', { Ref: 'A' }],
    ['a raw GetAtt', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ])('%s is', (_, value) => expect(isPresent(value)).toBe(true));

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a raw NoValue', { Ref: 'AWS::NoValue' }],
  ])('%s is not', (_, value) => expect(isPresent(value)).toBe(false));

  test.each<[string, unknown]>([
    ['a lazy text', lazy],
    ['two lazy texts', `${lazy}${Lazy.string({ produce: () => undefined })}`],
    ['a lazy number', Lazy.number({ produce: () => 1 })],
    ['a lazy object', Lazy.any({ produce: () => undefined })],
    ['a list token', Token.asList({ 'Fn::Split': [',', 'a,b'] })],
    ['a condition', condition],
    ['a condition as a text', condition.toString()],
    ['a raw If', { 'Fn::If': ['Condition', 'a', { Ref: 'AWS::NoValue' }] }],
  ])('%s may be', (_, value) => expect(isPresent(value)).toBeUndefined());
});

describe('what decides in a condition', () => {
  test.each<[string, unknown, string | undefined]>([
    ['Equals', { 'Fn::Equals': ['a', 'b'] }, 'Fn::Equals'],
    ['And', { 'Fn::And': [] }, 'Fn::And'],
    ['Or', { 'Fn::Or': [] }, 'Fn::Or'],
    ['Not', { 'Fn::Not': [] }, 'Fn::Not'],
    ['a condition by its name', { Condition: 'Live' }, 'the condition Live'],
    ['the same in the names of an L1', { condition: 'Live' }, 'the condition Live'],
    ['If', { 'Fn::If': ['Live', 1, 2] }, undefined],
    ['a property of this name', { Condition: { A: 1 } }, undefined],
    ['a property beside others', { Condition: 'Live', Action: 'a' }, undefined],
    ['an empty object', {}, undefined],
    ['null', null, undefined],
    ['a text', 'Fn::Equals', undefined],
  ])('is told: %s', (_, value, expected) => expect(conditionIn(value)).toBe(expected));
});
