import { Lazy } from 'aws-cdk-lib';
import { arnPart } from '../../src/permissions/arn-parts';

test('a part of an ARN is the same text each time, and another one between other separators', () => {
  const arn = Lazy.string({ produce: () => 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/1' });
  expect(arnPart(arn, '/', 1)).toBe(arnPart(arn, '/', 1));
  expect(arnPart(arn, '/', 1)).not.toBe(arnPart(arn, '/', 2));
  expect(arnPart(arn, '/', 1)).not.toBe(arnPart(arn, ':', 1));
});

test('a part that an ARN does not have may be any', () => expect(arnPart('*', ':', 1)).toBe('*'));
