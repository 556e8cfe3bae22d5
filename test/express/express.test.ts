import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CONTRACT } from './contract';
import { ExpressEventSourceMapping } from './mapping';
import { CfnTopic } from './topic';
import { EventSourceMappingSnapshot, EventSourceMappingValidation } from '../../src';
import { command, folderWith, MAPPING } from '../cli/run';

/**
 * An eleventh source takes part without a change anywhere else: this list is the one that is generated from the folders
 * of the sources.
 */
jest.mock('../../src/sources/contracts', () => {
  const { CONTRACTS } = jest.requireActual<{ CONTRACTS: readonly object[] }>('../../src/sources/contracts');
  return { CONTRACTS: [...CONTRACTS, jest.requireActual<{ CONTRACT: object }>('./contract').CONTRACT] };
});

const TOPIC_ARN = 'arn:aws:express:eu-west-1:123456789012:topic/a';
const CHANNEL = { ExpressEventSourceConfig: { Channel: 'c' } };
const TOPIC = { Topic: { Type: 'AWS::Express::Topic' } };
const BY_REFERENCE = { 'Fn::GetAtt': ['Topic', 'PolledArn'] };

function stackWith(options: object = {}): Stack {
  const stack = new Stack(
    new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } }),
    'MyStack',
  );
  const target = new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });
  new ExpressEventSourceMapping(stack, 'Mapping', {
    topic: new CfnTopic(stack, 'Topic'),
    channel: 'c',
    target,
    ...options,
  });
  return stack;
}

interface Finding {
  readonly source: string;
  readonly rule: string;
}

function findingsIn(template: object): string[] {
  const { stdout } = command('check', folderWith({ 'app.json': template }), '--format', 'json');
  return (JSON.parse(stdout) as Finding[]).map(({ source, rule }) => `${source}: ${rule}`).sort();
}

function mapping(properties: object, arn: unknown = BY_REFERENCE): object {
  return { Type: MAPPING, Properties: { EventSourceArn: arn, FunctionName: 'f', ...CHANNEL, ...properties } };
}

describe('the construct', () => {
  test('makes the mapping, and allows what it needs', () => {
    const template = Template.fromStack(stackWith({ batchSize: 50 }));
    template.hasResourceProperties(MAPPING, {
      BatchSize: 50,
      EventSourceArn: { 'Fn::GetAtt': ['Topic', 'PolledArn'] },
      ExpressEventSourceConfig: { Channel: 'c' },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [{ Action: 'express:Poll', Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Topic', 'PolledArn'] } }],
      },
    });
  });

  test('refuses what the contract does not accept', () => {
    expect(() => stackWith({ batchSize: 51 })).toThrow(
      'batchSize: 51 is more than the maximum of 50 [express-batch-size-range]',
    );
    expect(() => stackWith({ batchSize: 45, lane: 'fast' })).toThrow('[express-lane-with-large-batch]');
  });

  test('makes another mapping of another channel', () => {
    const idOf = (channel: string) => Object.keys(Template.fromStack(stackWith({ channel })).findResources(MAPPING))[0];
    expect(idOf('a')).not.toBe(idOf('b'));
  });

  test('is told apart in the rules of what stands around: a second mapping of the same channel', () => {
    const stack = stackWith();
    const [topic, target] = ['Topic', 'Handler'].map((id) => stack.node.findChild(id));
    const props = { topic: topic as CfnTopic, target: target as lambda.Function };
    new ExpressEventSourceMapping(stack, 'Other', { ...props, channel: 'd' });
    expect(() => (stack.node.root as App).synth()).not.toThrow();
    new ExpressEventSourceMapping(stack, 'Second', { ...props, channel: 'c' });
    expect(() => (stack.node.root as App).synth({ force: true })).toThrow('[express-duplicate]');
  });
});

test('a snapshot', () => {
  expect(EventSourceMappingSnapshot.of(Template.fromStack(stackWith()).toJSON())).toBe(
    [
      'MyStack/Mapping',
      '  EventSourceArn: Topic.PolledArn',
      '  ExpressEventSourceConfig.Channel: c',
      '  FunctionName: Handler',
    ].join('\n'),
  );
});

describe('the check of templates', () => {
  const TOO_LARGE = { BatchSize: 5000 };

  test.each<[string, object]>([
    ['by reference', { Resources: { ...TOPIC, Mapping: mapping(TOO_LARGE) } }],
    ['by ARN', { Resources: { Mapping: mapping(TOO_LARGE, TOPIC_ARN) } }],
    [
      'as an event of AWS SAM',
      {
        Resources: {
          ...TOPIC,
          Handler: {
            Type: 'AWS::Serverless::Function',
            Properties: {
              Events: { Event: { Type: 'Express', Properties: { Topic: BY_REFERENCE, Channel: 'c', ...TOO_LARGE } } },
            },
          },
        },
      },
    ],
  ])('recognises the source %s', (_, template) =>
    expect(findingsIn(template)).toEqual(['express: express-batch-size-range']),
  );

  test('says what is missing, and what is no option of the source', () => {
    const wrong = { Type: MAPPING, Properties: { EventSourceArn: TOPIC_ARN, FunctionName: 'f', Topics: ['t'] } };
    expect(findingsIn({ Resources: { Wrong: wrong } })).toEqual([
      'express: express-channel-required',
      'express: express-unsupported',
    ]);
  });

  test('knows the attribute that is polled', () => {
    const { stdout } = command(
      'check',
      folderWith({ 'app.json': { Resources: { ...TOPIC, Mapping: mapping({}, { Ref: 'Topic' }) } } }),
    );
    expect(stdout).toContain(
      'EventSourceArn is Ref of Topic, which is not the ARN that Lambda polls: use Fn::GetAtt with PolledArn',
    );
  });

  test('knows that an ARN of another account only borrows the name of a topic', () => {
    const borrowed = { 'Fn::Sub': 'arn:aws:express:eu-west-1:999999999999:topic/${Topic}' };
    expect(findingsIn({ Resources: { ...TOPIC, A: mapping({}, borrowed), B: mapping({}) } })).toEqual([]);
  });
});

test('a review', () => {
  const { stdout } = command(
    'review',
    folderWith({ 'app.json': { Resources: { ...TOPIC, Mapping: mapping({}) } } }),
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject([
    { source: 'Amazon Express topic: Topic (c)', batch: '7 (default)', ceiling: '3' },
  ]);
});

describe('a comparison', () => {
  const outcome = (before: object, after: object, id = 'A') => {
    const folder = folderWith({
      'old.json': { Resources: { A: mapping(before, TOPIC_ARN) } },
      'new.json': { Resources: { [id]: mapping(after, TOPIC_ARN) } },
    });
    const { stdout } = command('diff', `${folder}/old.json`, `${folder}/new.json`, '--format', 'json');
    return (JSON.parse(stdout) as { outcome: string }[]).map((change) => change.outcome);
  };
  const lane = (Lane: string) => ({ ExpressEventSourceConfig: { Channel: 'c', Lane } });
  const channel = (Channel: string) => ({ ExpressEventSourceConfig: { Channel } });

  test('of a value that is not updated', () => expect(outcome({}, channel('d'))).toEqual(['ignored']));
  test('of another logical id', () => expect(outcome({}, {}, 'B')).toEqual(['collides']));
  test('of another logical id and channel', () => expect(outcome({}, channel('d'), 'B')).toEqual(['replaced']));
  test('of a window that is set for the first time', () =>
    expect(outcome({}, { MaximumBatchingWindowInSeconds: 5 })).toEqual(['irreversible']));
  test('of an option that only a new mapping can have', () =>
    expect(outcome(lane('slow'), lane('fast'))).toEqual(['collides']));
});

describe('drift', () => {
  const told = {
    UUID: 'a',
    EventSourceArn: TOPIC_ARN,
    FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
    State: 'Enabled',
    BatchSize: 7,
    MaximumBatchingWindowInSeconds: 0,
  };
  const config = (members: object) => ({ ExpressEventSourceConfig: { Channel: 'c', ...members } });
  const resources = {
    StackResourceSummaries: [
      { LogicalResourceId: 'Topic', PhysicalResourceId: 'a', ResourceType: 'AWS::Express::Topic' },
      { LogicalResourceId: 'Mapping', PhysicalResourceId: 'a', ResourceType: MAPPING },
    ],
  };
  const drift = (
    listed: object,
    template: object = { ...TOPIC, Mapping: mapping({}) },
    files: object = { 'resources.json': resources },
  ) => {
    const folder = folderWith({
      'app.json': { Resources: template },
      'mappings.json': { EventSourceMappings: [{ ...told, ...listed }] },
      ...files,
    });
    const deployed = ['mappings.json', ...Object.keys(files)].map((name) => `${folder}/${name}`);
    const { stdout } = command('drift', `${folder}/app.json`, '--format', 'json', '--deployed', ...deployed);
    return (JSON.parse(stdout) as { outcome: string; changes: { property: string; default?: unknown }[] }[]).map(
      ({ outcome, changes }) =>
        [outcome, ...changes.map(({ property, default: byDefault }) => `${property} (${String(byDefault)})`)].join(' '),
    );
  };

  test('finds nothing in defaults', () => expect(drift(config({ Lane: 'made by the service' }))).toEqual(['same']));
  test('finds what was changed by hand', () =>
    expect(drift({ ...config({}), BatchSize: 8 })).toEqual(['changed BatchSize (7)']));
  test('finds another window than the default', () => {
    expect(drift({ ...config({}), MaximumBatchingWindowInSeconds: 2 })).toEqual([
      'changed MaximumBatchingWindowInSeconds (250 milliseconds)',
    ]);
  });
  test('tells the mappings of a topic apart by their channels', () => {
    const literal = {
      Mapping: mapping({}, TOPIC_ARN),
      Other: mapping({ ExpressEventSourceConfig: { Channel: 'd' } }, TOPIC_ARN),
    };
    expect(drift(config({}), literal, {})).toEqual(['same', 'gone']);
  });
});

test('the plugin', () => {
  const stack = stackWith();
  new lambda.CfnEventSourceMapping(stack, 'Raw', {
    eventSourceArn: TOPIC_ARN,
    functionName: 'f',
    batchSize: 51,
  }).addPropertyOverride('ExpressEventSourceConfig', { Channel: 'c' });
  const { directory } = (stack.node.root as App).synth();
  const plugin = new EventSourceMappingValidation();
  const { violations } = plugin.validate({ templatePaths: [`${directory}/MyStack.template.json`] } as never);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([`${CONTRACT.id}-batch-size-range`]);
});

test('the check of roles', () => {
  const template = {
    Resources: {
      ...TOPIC,
      Role: { Type: 'AWS::IAM::Role' },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Mapping: mapping({ FunctionName: { Ref: 'Handler' } }),
    },
  };
  expect(findingsIn(template)).toEqual(['express: mapping-role-access']);
});
