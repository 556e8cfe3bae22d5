import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSourceMapping } from '../../src';
import { warningsOf } from '../doors';
import { Fixtures } from '../fixtures';
import { queueIn } from '../related/world';

const MISSING = ['mapping-function-alias-missing'];
const ORDER = ['mapping-function-alias-order'];

function byName(stack: Stack, handler: lambda.IFunction, aliasName: string): lambda.IAlias {
  const aliasVersion = lambda.Version.fromVersionAttributes(stack, 'Version', { version: '1', lambda: handler });
  return lambda.Alias.fromAliasAttributes(stack, 'ByName', { aliasName, aliasVersion });
}

/** The rules of aliases that a mapping of the alias `live` breaks, which is called by its name. */
function rulesOf(others: (handler: lambda.Function) => lambda.Alias | undefined, waits = false): string[] {
  const f = new Fixtures();
  const made = others(f.target);
  const target = byName(f.stack, f.target, 'live');
  const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', { queue: queueIn(f, 'Jobs'), target });
  if (made && waits) mapping.node.addDependency(made);
  (f.stack.node.root as App).synth();
  return warningsOf(mapping)
    .map(({ rule }) => rule)
    .filter((rule) => rule.includes('alias'));
}

test('an alias that nothing makes', () => {
  expect(rulesOf(() => undefined)).toEqual(MISSING);
  expect(rulesOf((handler) => handler.addAlias('blue'))).toEqual(MISSING);
});

test('an alias that is made, for which the mapping does not wait', () => {
  expect(rulesOf((handler) => handler.addAlias('live'))).toEqual(ORDER);
  expect(rulesOf((handler) => handler.addAlias('live'), true)).toEqual([]);
});

test('an alias that may be the one', () => {
  const named = (handler: lambda.Function) => {
    const parameter = new lambda.CfnAlias(handler, 'Open', {
      functionName: handler.functionName,
      functionVersion: '1',
      name: Stack.of(handler).stackName,
    });
    parameter.addPropertyOverride('Name', { Ref: 'Parameter' });
    return undefined;
  };
  expect(rulesOf(named)).toEqual([]);
});

test('an alias that is referred to is made before the mapping', () => {
  const f = new Fixtures();
  const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', {
    queue: queueIn(f, 'Jobs'),
    target: f.target.addAlias('live'),
  });
  (f.stack.node.root as App).synth();
  expect(warningsOf(mapping)).toEqual([]);
});
