import { command, folderWith, MAPPING, QUEUE } from './run';

const RULE = 'sqs-large-batch-needs-window';
const NOTE = `${RULE} is acknowledged (AWS raised the limit): BatchSize: 11 needs MaximumBatchingWindowInSeconds`;

function metadata(...entries: unknown[]): object {
  return { EventSourceMappings: { acknowledge: entries } };
}

/** A mapping with an error, and what its metadata says. */
function templateWith(Metadata: object, Properties: object = { ...QUEUE, BatchSize: 11 }): object {
  return { Resources: { Jobs: { Type: MAPPING, Metadata, Properties } } };
}

function check(template: object | string, ...options: string[]): ReturnType<typeof command> {
  return command('check', folderWith({ 'a.yaml': template }), ...options);
}

const GIVEN = templateWith(metadata({ id: RULE, reason: 'AWS raised the limit' }));

test.each<[string, object | string]>([
  ['a mapping', GIVEN],
  [
    'a mapping, by the id that the plugin prints',
    templateWith(metadata({ id: `EventSourceMappings::${RULE}`, reason: 'AWS raised the limit' })),
  ],
  [
    'a function of AWS SAM',
    `
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Metadata:
      EventSourceMappings:
        acknowledge:
          - id: ${RULE}
            reason: AWS raised the limit
    Properties:
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: ${QUEUE.EventSourceArn}
            BatchSize: 11
`,
  ],
])('an error that the metadata of %s acknowledges is a note', (_, template) => {
  const { status, stdout, stderr } = check(template, '--strict');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`    note    ${NOTE}`);
  expect(stdout).toContain(`1 mapping in 1 template: nothing else is wrong; 1 finding acknowledged: ${RULE}\n`);
});

test('a reason need not be given', () => {
  expect(check(templateWith(metadata({ id: RULE }))).stdout).toContain(
    `note    ${RULE} is acknowledged: BatchSize: 11 needs`,
  );
});

test('a warning that is acknowledged is counted, and not shown', () => {
  const jobs = { Type: MAPPING, Properties: { ...QUEUE, EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } };
  const warned = (Metadata: object) =>
    check({ Resources: { Queue: { Type: 'AWS::SQS::Queue' }, Jobs: { ...jobs, Metadata } } }, '--strict');
  expect(warned({})).toMatchObject({ status: 1, stdout: expect.stringContaining('[sqs-dead-letter-queue]') });
  expect(warned(metadata({ id: 'sqs-dead-letter-queue', reason: 'the messages may be lost' }))).toEqual({
    status: 0,
    stderr: '',
    stdout: '1 mapping in 1 template: nothing else is wrong; 1 finding acknowledged: sqs-dead-letter-queue\n',
  });
});

test.each<[string, object]>([
  ['another rule', metadata({ id: 'sqs-max-batching-window-range' })],
  ['a rule of another plugin', metadata({ id: `Other::${RULE}` })],
  ['nothing that can be read', { EventSourceMappings: [RULE] }],
  ['an entry without an id', metadata(RULE, { reason: 'none' }, { id: 5 })],
])('an error is one where the metadata acknowledges %s', (_, given) => {
  expect(check(templateWith(given))).toMatchObject({ status: 1, stdout: expect.stringContaining(`[${RULE}]`) });
});

test('the metadata of another resource acknowledges nothing', () => {
  const other = {
    Type: MAPPING,
    Metadata: metadata({ id: RULE }),
    Properties: { ...QUEUE, EventSourceArn: `${QUEUE.EventSourceArn}2` },
  };
  const { Resources } = templateWith({}) as { Resources: object };
  expect(check({ Resources: { ...Resources, Other: other } })).toMatchObject({ status: 1 });
});

describe('an id that no rule has', () => {
  test('is told, with the nearest one', () => {
    const { stderr, status } = check(templateWith(metadata({ id: 'large-batch-needs-windows' })));
    expect(stderr).toMatch(
      /^warning: .*a\.yaml: large-batch-needs-windows is acknowledged at Jobs, but there is no such rule; did you mean \S+-large-batch-needs-window\?.*\n$/,
    );
    expect(status).toBe(1);
  });
});

describe('other formats', () => {
  test('JSON has findings only', () => expect(JSON.parse(check(GIVEN, '--format', 'json').stdout)).toEqual([]));

  test('GitHub gets a notice', () => {
    expect(check(GIVEN, '--format', 'github').stdout).toMatch(
      /^::notice file=\S+,line=1,title=sqs-large-batch-needs-window::Jobs: sqs-large-batch-needs-window is acknowledged \(AWS raised the limit\): BatchSize: 11/,
    );
  });

  test('SARIF gets a notification, because code scanning shows suppressed results too', () => {
    const {
      runs: [run],
    } = JSON.parse(check(GIVEN, '--format', 'sarif').stdout) as {
      runs: { results: unknown[]; invocations: unknown[] }[];
    };
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: 'note', message: { text: expect.stringContaining(NOTE) } }],
      },
    ]);
  });
});
