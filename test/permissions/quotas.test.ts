import { Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { deployed, linesOf, list, policiesIn, statementsOf, TemplateResource } from './template';
import { MskAuthentication, MskEventSourceMapping, SqsEventSourceMapping } from '../../src';
import { SMALLEST } from '../construct/world';
import { Fixtures } from '../fixtures';

/** A long ARN, of 120 characters, which a topic's can be made of. */
const LONG_ARN = `arn:aws:kafka:us-east-1:111122223333:cluster/${'c'.repeat(36)}/${'0'.repeat(38)}`;

/** The size of a policy as IAM counts it: without white space, and with each reference as the ARN that it becomes. */
function sizeOf({ Properties }: TemplateResource): number {
  return JSON.stringify(deployed(Properties.PolicyDocument, () => LONG_ARN)).replace(/\s/g, '').length;
}

function expectInQuotas(stack: Stack): void {
  const policies = policiesIn(stack).map(([, policy]) => policy);
  const inline = policies.filter(({ Type }) => Type === 'AWS::IAM::Policy');
  const managed = policies.filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
  // A role has 10,240 characters for all its inline policies, of which half are for its own.
  expect(inline).toHaveLength(1);
  const tooLong = {
    inline: inline.map(sizeOf).filter((size) => size > 5000),
    managed: managed.map(sizeOf).filter((size) => size > 6144),
  };
  expect(tooLong).toEqual({ inline: [], managed: [] });
  expect(policies.length).toBeLessThanOrEqual(5);
  expect(policies.filter(({ Properties }) => list(Properties.Roles ?? []).length !== 1)).toEqual([]);
}

function allLines(stack: Stack): string[] {
  return policiesIn(stack)
    .flatMap(([, policy]) => statementsOf(policy))
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) =>
        list(Resource).map((resource) => `${String(action)} on ${JSON.stringify(resource)}`),
      ),
    );
}

function expectOnce(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0);
  expect([...new Set(lines.filter((line, index) => lines.indexOf(line) !== index))]).toEqual([]);
}

const NAME = 'queue-'.padEnd(77, 'x');

const QUEUES: [string, (f: Fixtures, count: number) => void][] = [
  [
    'queues of the app',
    (f, count) =>
      times(
        count,
        (index) =>
          new SqsEventSourceMapping(f.stack, `Mapping${index}`, {
            queue: new Queue(f.stack, `Queue${index}`),
            target: f.target,
          }),
      ),
  ],
  [
    'queues with long names, of which the ARN is known',
    (f, count) =>
      times(
        count,
        (index) =>
          new SqsEventSourceMapping(f.stack, `Mapping${index}`, {
            queue: Queue.fromQueueArn(
              f.stack,
              `Queue${index}`,
              `arn:aws:sqs:us-east-1:111122223333:${NAME}${String(index).padStart(3, '0')}`,
            ),
            target: f.target,
          }),
      ),
  ],
];

function times(count: number, make: (index: number) => unknown): void {
  Array.from({ length: count }).forEach((_, index) => make(index));
}

function topics(f: Fixtures, count: number, name = 'clicks'): void {
  times(
    count,
    (index) =>
      new MskEventSourceMapping(f.stack, `Mapping${index}`, {
        ...SMALLEST.msk(f),
        target: f.target,
        topic: `${name}-${index}`,
        authentication: MskAuthentication.iam(),
      }),
  );
}

function policiesOf(make: (f: Fixtures, count: number) => void, count: number): number {
  const f = new Fixtures();
  make(f, count);
  return policiesIn(f.stack).length;
}

describe.each(QUEUES)('100 mappings of a function with %s', (_, make) => {
  const f = new Fixtures();
  make(f, 100);

  test('stay in the quotas of a role', () => expectInQuotas(f.stack));

  test('are allowed to read their queues, each once', () => {
    const lines = allLines(f.stack);
    expect(lines.filter((line) => line.startsWith('sqs:ReceiveMessage '))).toHaveLength(100);
    expectOnce(lines);
  });
});

test.each<[string, (f: Fixtures, count: number) => void]>([...QUEUES, ['topics', topics]])(
  '10 mappings more take at most one policy more: %s',
  (_, make) => {
    const counts = [10, 20, 30, 40].map((count) => policiesOf(make, count));
    counts.slice(1).forEach((count, index) => expect(count - counts[index]).toBeLessThanOrEqual(1));
    expect(counts[0]).toBe(1);
  },
);

describe('40 mappings of a function with topics of a cluster', () => {
  const f = new Fixtures();
  topics(f, 40);

  test('stay in the quotas of a role', () => expectInQuotas(f.stack));

  test('are allowed to connect once, and to read each topic once', () => {
    const lines = allLines(f.stack);
    expect(lines.filter((line) => line.startsWith('kafka-cluster:Connect '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('kafka-cluster:ReadData '))).toHaveLength(40);
    expect(lines.filter((line) => line.startsWith('ec2:CreateNetworkInterface '))).toHaveLength(1);
    expectOnce(lines);
  });
});

test('40 topics with long names stay in the quotas of a role', () => {
  const f = new Fixtures();
  topics(f, 40, 'clicks'.padEnd(200, 'x'));
  expectInQuotas(f.stack);
});

test('mappings of one queue to functions of one role share all their statements', () => {
  const f = new Fixtures();
  const target = (index: number) =>
    new Function(f.stack, `Handler${index}`, {
      code: Code.fromInline('exports.handler = async () => {};'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_22_X,
      role: f.target.role,
    });
  times(3, (index) => new SqsEventSourceMapping(f.stack, `Mapping${index}`, { queue: f.queue, target: target(index) }));
  const [[, policy], ...others] = policiesIn(f.stack);
  expect(others).toEqual([]);
  expect(statementsOf(policy)).toHaveLength(1);
  expectOnce(statementsOf(policy).flatMap(linesOf));
});
