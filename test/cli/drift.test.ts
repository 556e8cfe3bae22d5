import { join } from 'path';
import { DEPLOYED, DeployedCase, ListedChange } from './drift.cases';
import { command, folderWith, MAPPING } from './run';
import { CONTRACTS } from '../../src/sources/contracts';

const UUID = '14e0db71-5d35-4eb5-b481-8945cf9d10c2';
const ACCOUNT = 'eu-west-1:123456789012';
const FUNCTION_ARN = `arn:aws:lambda:${ACCOUNT}:function:App-Handler-1`;
const STACK = { StackName: 'App', StackId: `arn:aws:cloudformation:${ACCOUNT}:stack/App/0a1b` };

interface Finding {
  readonly outcome: string;
  readonly logicalId: string | null;
  readonly [member: string]: unknown;
}

/** The members that Lambda lists for each mapping. */
const TOLD = {
  UUID,
  EventSourceMappingArn: `arn:aws:lambda:${ACCOUNT}:event-source-mapping:${UUID}`,
  FunctionArn: FUNCTION_ARN,
  LastModified: '2026-11-27T10:00:00.123000+00:00',
  LastProcessingResult: 'OK',
  State: 'Enabled',
  StateTransitionReason: 'USER_INITIATED',
};

type Around = DeployedCase['around'];

function templateOf(properties: object, around: Around = {}, more: object = {}): object {
  const resources = Object.entries(around).map(([id, [Type]]) => [id, { Type }] as const);
  return {
    Resources: {
      Mapping: { Type: MAPPING, Properties: { FunctionName: { Ref: 'Handler' }, ...properties } },
      Handler: { Type: 'AWS::Lambda::Function' },
      ...Object.fromEntries(resources),
      ...more,
    },
  };
}

/** The output of `describe-stack-resources`. */
function stackOf(around: Around = {}, stack: typeof STACK = STACK) {
  const all: Around = { Mapping: [MAPPING, UUID], Handler: ['AWS::Lambda::Function', 'App-Handler-1'], ...around };
  return {
    StackResources: Object.entries(all).map(([LogicalResourceId, [ResourceType, PhysicalResourceId]]) => ({
      ...stack,
      LogicalResourceId,
      ResourceType,
      PhysicalResourceId,
      ResourceStatus: 'CREATE_COMPLETE',
    })),
  };
}

const listOf = (...mappings: object[]) => ({ EventSourceMappings: mappings });

function drift(template: object, files: { readonly [name: string]: object | string }, ...args: string[]) {
  const folder = folderWith({ 'template.json': template, ...files });
  return command(
    'drift',
    join(folder, 'template.json'),
    '--deployed',
    ...Object.keys(files).map((name) => join(folder, name)),
    ...args,
  );
}

function findings(template: object, ...answers: (object | string)[]): Finding[] {
  const files = Object.fromEntries(answers.map((answer, index) => [`${index}.json`, answer]));
  return JSON.parse(drift(template, files, '--format', 'json').stdout) as Finding[];
}

const QUEUE = DEPLOYED.find(({ source }) => source === 'sqs')!;
const LISTED_QUEUE = { ...TOLD, ...QUEUE.listed };
const QUEUE_TEMPLATE = templateOf(QUEUE.properties, QUEUE.around);
const QUEUE_STACK = stackOf(QUEUE.around);
const ofQueue = (listed: object) => findings(QUEUE_TEMPLATE, listOf({ ...LISTED_QUEUE, ...listed }), QUEUE_STACK);

test('all sources have an answer', () => {
  expect([...new Set(DEPLOYED.map(({ source }) => source.split(',')[0]))].sort()).toEqual(
    CONTRACTS.map(({ id }) => id).sort(),
  );
});

describe.each(DEPLOYED)('$source', ({ properties, around, listed, changes }) => {
  const ofListed = (change: object) =>
    findings(templateOf(properties, around), listOf({ ...TOLD, ...listed, ...change }), stackOf(around));

  test('is the same where nobody has changed it', () =>
    expect(ofListed({})).toMatchObject([{ outcome: 'same', logicalId: 'Mapping', uuid: UUID, changes: [] }]));

  test.each<ListedChange>(changes)('is changed by hand: %j', (change, property, before, after) => {
    expect(ofListed(change)).toMatchObject([
      { outcome: 'changed', changes: [{ property, before, after }], notCompared: [] },
    ]);
  });

  test('is changed by hand to another function', () => {
    const [
      {
        changes: [change],
      },
    ] = ofListed({ FunctionArn: `${FUNCTION_ARN}:live` }) as unknown as [{ changes: object[] }];
    expect(change).toEqual({ property: 'FunctionName', before: { Ref: 'Handler' }, after: `${FUNCTION_ARN}:live` });
  });

  test('is found by its names, without the stack, and then not claimed to be the same', () => {
    const names = Object.fromEntries(
      Object.entries(around).map(([id, [type]]) => [id, [type, `App-${id}-1A2B3C4D5E6F`] as const]),
    );
    const found = findings(
      templateOf(properties, names),
      listOf({ ...TOLD, ...listed, FunctionArn: `arn:aws:lambda:${ACCOUNT}:function:App-Handler-1A2B3C4D5E6F` }),
    );
    expect(found.map(({ outcome }) => outcome)).not.toContain('same');
    expect(found.map(({ outcome }) => outcome)).not.toContain('changed');
  });
});

describe('a mapping that is disabled', () => {
  test.each([
    ['a user', 'USER_INITIATED', 'a user disabled it'],
    ['a user, in the words of older answers', 'User action', 'a user disabled it'],
    ['Lambda', 'Lambda initiated', 'Lambda disabled it'],
    ['nobody says', '', 'Lambda does not say by whom'],
  ])('by %s', (_, StateTransitionReason, words) => {
    expect(ofQueue({ State: 'Disabled', StateTransitionReason })).toMatchObject([
      {
        outcome: 'disabled',
        changes: [{ property: 'Enabled', before: null, after: false }],
        explanation: expect.stringContaining(words),
      },
    ]);
  });

  const DISABLED = templateOf({ ...QUEUE.properties, Enabled: false }, QUEUE.around);

  test('is the same where the template says so, whatever came of its last batch', () => {
    const listed = { ...LISTED_QUEUE, State: 'Disabled', LastProcessingResult: 'PROBLEM: Function call failed' };
    expect(findings(DISABLED, listOf(listed), QUEUE_STACK)).toMatchObject([{ outcome: 'same' }]);
  });

  test('is changed where somebody has enabled it', () => {
    expect(findings(DISABLED, listOf(LISTED_QUEUE), QUEUE_STACK)).toMatchObject([
      { outcome: 'changed', changes: [{ property: 'Enabled', before: false, after: true }] },
    ]);
  });
});

describe('a mapping in trouble', () => {
  test.each([
    ['PROBLEM: Function call failed', 'log'],
    ['PROBLEM: Access denied. Please check your function execution role permissions.', 'lacks a permission'],
    ['PROBLEM: Lambda failed to assume your function execution role.', 'trust policy'],
    [
      'PROBLEM: Connection error. Your VPC must be able to connect to Lambda and STS, as well as Secrets Manager if ' +
        'authentication is required.',
      'NAT gateway',
    ],
    ['PROBLEM: SASL authentication failed.', 'credentials'],
    ['PROBLEM: internal Lambda error. Please contact Lambda customer support.', 'AWS Support'],
    ['PROBLEM: Rate exceeded', 'the metric Throttles'],
    ["PROBLEM: Can't write to the destination", 'the failure destination exists'],
    ['PROBLEM: Invalid schema', 'the credentials and the schema'],
    ['PROBLEM: Invalid secret', 'the secret with the credentials'],
    ['PROBLEM: FUNCTION_CONFIG_NOT_VALID', 'its alias or version exists'],
    ['PROBLEM: Topic not found', 'is gone'],
    ['PROBLEM: ESM_CONFIG_NOT_VALID', 'the properties of the mapping'],
    ['PROBLEM: something new', 'Lambda reports no more'],
  ])('%s', (LastProcessingResult, advice) => {
    expect(ofQueue({ LastProcessingResult })).toMatchObject([
      { outcome: 'same' },
      { outcome: 'trouble', problem: LastProcessingResult, explanation: expect.stringContaining(advice) },
    ]);
  });

  test('is told by the reason of its state', () => {
    const [disabled, trouble] = ofQueue({ State: 'Disabled', StateTransitionReason: 'EVENT_SOURCE_AUTHN_ERROR' });
    expect(disabled).toMatchObject({ outcome: 'disabled', explanation: expect.stringContaining('Lambda disabled it') });
    expect(trouble).toMatchObject({
      outcome: 'trouble',
      problem: 'EVENT_SOURCE_AUTHN_ERROR',
      explanation: expect.stringContaining('credentials'),
    });
  });

  test.each(['OK', 'No records processed', '', null])('is none whose last result is %j', (LastProcessingResult) => {
    expect(ofQueue({ LastProcessingResult })).toMatchObject([{ outcome: 'same' }]);
  });

  test("is told by its filters' key", () => {
    const found = ofQueue({ FilterCriteriaError: { ErrorCode: 'KMSAccessDeniedException', Message: 'no' } });
    expect(found).toMatchObject([{ outcome: 'same' }, { outcome: 'trouble', problem: 'KMSAccessDeniedException: no' }]);
  });
});

test('a mapping that Lambda is changing is not compared in what may change', () => {
  expect(ofQueue({ State: 'Updating' })).toMatchObject([
    { outcome: 'unverified', notCompared: [{ property: 'Enabled' }] },
    { outcome: 'pending', problem: 'Updating' },
  ]);
  expect(ofQueue({ State: 'Deleting' })).toMatchObject([{ outcome: 'gone' }]);
});

describe('a mapping that is gone', () => {
  const other = { ...LISTED_QUEUE, UUID: 'other' };

  test('is told, beside one that somebody made in its place', () => {
    expect(findings(QUEUE_TEMPLATE, listOf(other), QUEUE_STACK)).toMatchObject([
      { outcome: 'gone', logicalId: 'Mapping', uuid: UUID },
      { outcome: 'extra', logicalId: null, uuid: 'other', functionArn: FUNCTION_ARN },
    ]);
  });

  test('is told where a list is empty', () =>
    expect(findings(QUEUE_TEMPLATE, listOf(), QUEUE_STACK)).toMatchObject([{ outcome: 'gone' }]));

  test('is not claimed to be gone where the last page is missing', () => {
    const { stdout, stderr, status } = drift(
      QUEUE_TEMPLATE,
      { 'a.json': { ...listOf(other), NextMarker: 'x' }, 'b.json': QUEUE_STACK },
      '--format',
      'json',
    );
    expect(JSON.parse(stdout)).toMatchObject([{ outcome: 'uncertain' }, { outcome: 'extra' }]);
    expect(stderr).toContain('its next page is in no file');
    expect(status).toBe(0);
  });

  test('is not claimed to be gone where no list is of its Region', () => {
    const elsewhere = JSON.parse(JSON.stringify(other).replaceAll('eu-west-1', 'us-east-1')) as object;
    expect(findings(QUEUE_TEMPLATE, listOf(elsewhere), QUEUE_STACK)).toMatchObject([
      { outcome: 'uncertain' },
      { outcome: 'foreign' },
    ]);
  });
});

describe('what is deployed is read', () => {
  const both = [listOf(LISTED_QUEUE), QUEUE_STACK];

  test.each<[string, (object | string)[]]>([
    ['in pages', [{ ...listOf({ ...LISTED_QUEUE, UUID: 'a' }), NextMarker: 'x' }, listOf(LISTED_QUEUE), QUEUE_STACK]],
    ['behind each other in one file', [both.map((one) => JSON.stringify(one, undefined, 2)).join('\n')]],
    [
      'of list-stack-resources',
      [
        listOf(LISTED_QUEUE),
        { StackResourceSummaries: QUEUE_STACK.StackResources.map(({ StackName: _, StackId: __, ...one }) => one) },
      ],
    ],
    ['of a query', [[LISTED_QUEUE], QUEUE_STACK.StackResources]],
    ['gathered by jq', [both]],
    ['as YAML', [`EventSourceMappings:\n- ${JSON.stringify(LISTED_QUEUE)}\n`, QUEUE_STACK]],
  ])('%s', (_, answers) =>
    expect(findings(QUEUE_TEMPLATE, ...answers)[0]).toMatchObject({ outcome: 'same', uuid: UUID }),
  );

  test.each<[string, object | string, string]>([
    ['something else', { Functions: [] }, 'holds neither the answer of'],
    ['broken JSON', '{"EventSourceMappings": [', 'is not valid JSON'],
    ['an empty file', '', 'is empty'],
    ['a mapping without an id', listOf({ BatchSize: 1 }), 'without UUID'],
  ])('and %s is told', (_, answer, fault) => {
    const { status, stderr, stdout } = drift(QUEUE_TEMPLATE, { 'a.json': answer, 'b.json': QUEUE_STACK });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(fault);
  });

  test('and a list of mappings is needed', () => {
    expect(drift(QUEUE_TEMPLATE, { 'b.json': QUEUE_STACK })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('list-event-source-mappings'),
    });
    expect(command('drift', 'x.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('--deployed') });
  });
});

describe("what can't be compared is said", () => {
  const of = (properties: object, listed: object, more: object = {}) =>
    findings(
      templateOf({ ...QUEUE.properties, ...properties }, QUEUE.around, more),
      listOf({ ...LISTED_QUEUE, ...listed }),
      QUEUE_STACK,
    );

  test('of a parameter, also of one with a default', () => {
    const parameters = { Parameters: { Size: { Type: 'Number', Default: 5 } } };
    const template = {
      ...templateOf({ ...QUEUE.properties, BatchSize: { Ref: 'Size' } }, QUEUE.around),
      ...parameters,
    };
    expect(findings(template, listOf(LISTED_QUEUE), QUEUE_STACK)).toMatchObject([
      {
        outcome: 'unverified',
        notCompared: [{ property: 'BatchSize', because: expect.stringContaining('known only at deployment') }],
      },
    ]);
  });

  test('of a condition, unless neither way is what is deployed', () => {
    const BatchSize = { 'Fn::If': ['Large', 100, { Ref: 'AWS::NoValue' }] };
    expect(of({ BatchSize }, { BatchSize: 100 })).toMatchObject([{ outcome: 'unverified' }]);
    expect(of({ BatchSize }, { BatchSize: 10 })).toMatchObject([{ outcome: 'unverified' }]);
    expect(of({ BatchSize }, { BatchSize: 50 })).toMatchObject([{ outcome: 'changed' }]);
  });

  test('of a text with a part that is missing', () => {
    const EventSourceArn = { 'Fn::Join': [':', ['arn:aws:sqs', null]] };
    expect(of({ EventSourceArn }, {})).toMatchObject([{ notCompared: [{ property: 'EventSourceArn' }] }]);
  });

  test('of tags', () =>
    expect(of({ Tags: [{ Key: 'a', Value: 'b' }] }, {})).toMatchObject([{ notCompared: [{ property: 'Tags' }] }]));

  test('of patterns that are encrypted, until they are read in plain text', () => {
    const KMSKeyArn = `arn:aws:kms:${ACCOUNT}:key/1`;
    const properties = { KmsKeyArn: KMSKeyArn, FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[1]}}' }] } };
    expect(of(properties, { KMSKeyArn, FilterCriteria: null })).toMatchObject([
      { outcome: 'unverified', notCompared: [{ property: 'FilterCriteria' }] },
    ]);
    const plain = { ...LISTED_QUEUE, KMSKeyArn, FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[2]}}' }] } };
    const found = findings(
      templateOf({ ...QUEUE.properties, ...properties }, QUEUE.around),
      plain,
      listOf({ ...LISTED_QUEUE, KMSKeyArn, FilterCriteria: null }),
      QUEUE_STACK,
    );
    expect(found).toMatchObject([{ outcome: 'changed', changes: [{ property: 'FilterCriteria.Filters' }] }]);
  });

  test('of a property that no version of this library knows', () => {
    expect(of({}, { FutureConfig: { Speed: 3 } })).toMatchObject([
      { outcome: 'unverified', notCompared: [{ property: 'FutureConfig.Speed' }] },
    ]);
    expect(of({}, { FutureConfig: { Speed: null } })).toMatchObject([{ outcome: 'same' }]);
  });

  test('of what a template refers to, without the resources of its stack', () => {
    const named = templateOf(
      QUEUE.properties,
      {},
      { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } },
    );
    const [found] = findings(
      named,
      listOf({ ...LISTED_QUEUE, FunctionArn: `arn:aws:lambda:${ACCOUNT}:function:App-Handler-1A2B3C4D5E6F` }),
    );
    expect(found).toMatchObject({
      outcome: 'unverified',
      uuid: UUID,
      notCompared: [{ property: 'FunctionName', because: expect.stringContaining('list-stack-resources') }],
    });
  });

  test('of a mapping that a condition may have left out', () => {
    const template = {
      Resources: {
        Mapping: {
          Type: MAPPING,
          Condition: 'C',
          Properties: { FunctionName: 'f', EventSourceArn: `arn:aws:sqs:${ACCOUNT}:q` },
        },
      },
    };
    expect(findings(template, listOf(LISTED_QUEUE))).toMatchObject([{ outcome: 'undeployed' }, { outcome: 'foreign' }]);
  });

  test('of a mapping that its stack does not have yet', () => {
    const stack = {
      StackResources: QUEUE_STACK.StackResources.filter(({ LogicalResourceId }) => LogicalResourceId !== 'Mapping'),
    };
    expect(findings(QUEUE_TEMPLATE, listOf(), stack)).toMatchObject([{ outcome: 'undeployed' }]);
  });

  test('of values that are not as many numbers as JavaScript has', () => {
    const FilterCriteria = (number: string) => ({
      FilterCriteria: { Filters: [{ Pattern: `{"body":{"a":[${number}]}}` }] },
    });
    expect(of(FilterCriteria('12345678901234567890'), FilterCriteria('12345678901234567891'))).toMatchObject([
      { outcome: 'changed' },
    ]);
    expect(of(FilterCriteria('1.0'), FilterCriteria('1'))).toMatchObject([{ outcome: 'same' }]);
  });
});

describe('nothing is guessed', () => {
  test('where two deployed mappings come into question', () => {
    const other = { ...LISTED_QUEUE, UUID: 'other', EventSourceArn: `arn:aws:sqs:${ACCOUNT}:others` };
    expect(findings(QUEUE_TEMPLATE, listOf(LISTED_QUEUE, other))).toMatchObject([
      { outcome: 'uncertain', candidates: [UUID, 'other'], changes: [] },
    ]);
  });

  test('where two mappings of templates come into question', () => {
    const literal = { FunctionName: 'App-Handler-1', EventSourceArn: `arn:aws:sqs:${ACCOUNT}:jobs` };
    const template = {
      Resources: { One: { Type: MAPPING, Properties: literal }, Two: { Type: MAPPING, Properties: literal } },
    };
    expect(findings(template, listOf(LISTED_QUEUE))).toMatchObject([
      { outcome: 'uncertain', logicalId: 'One', candidates: [UUID] },
      { outcome: 'uncertain', logicalId: 'Two', candidates: [UUID] },
    ]);
  });

  test('where a template may be one of two stacks', () => {
    const second = stackOf(QUEUE.around, {
      StackName: 'Second',
      StackId: `arn:aws:cloudformation:${ACCOUNT}:stack/Second/0a1b`,
    });
    expect(findings(QUEUE_TEMPLATE, listOf(LISTED_QUEUE), QUEUE_STACK, second)).toMatchObject([
      { outcome: 'uncertain', candidates: [UUID] },
    ]);
  });

  test('of what a list without pages has of a stack of a hundred resources', () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`Topic${index}`, ['AWS::SNS::Topic', `arn:${index}`] as const]),
    );
    const {
      StackResources: [mapping, ...resources],
    } = stackOf({ ...QUEUE.around, ...many });
    expect(mapping.LogicalResourceId).toBe('Mapping');
    const found = findings(templateOf(QUEUE.properties, { ...QUEUE.around, ...many }), listOf(LISTED_QUEUE), {
      StackResources: resources,
    });
    expect(found).toMatchObject([{ outcome: 'same', uuid: UUID }]);
  });
});

describe('mappings that no template has', () => {
  const other = { ...LISTED_QUEUE, UUID: 'other', EventSourceArn: `arn:aws:sqs:${ACCOUNT}:others` };

  test('are told apart by their functions', () => {
    const foreign = { ...other, UUID: 'foreign', FunctionArn: `arn:aws:lambda:${ACCOUNT}:function:else` };
    expect(findings(QUEUE_TEMPLATE, listOf(LISTED_QUEUE, other, foreign), QUEUE_STACK)).toMatchObject([
      { outcome: 'same' },
      { outcome: 'extra', uuid: 'other' },
      { outcome: 'foreign', uuid: 'foreign' },
    ]);
  });

  test('are told that the stack has, and the template has not any more', () => {
    const stack = stackOf({ ...QUEUE.around, Old: [MAPPING, 'other'] });
    expect(findings(QUEUE_TEMPLATE, listOf(LISTED_QUEUE, other), stack)[1]).toMatchObject({
      outcome: 'extra',
      logicalId: 'Old',
      explanation: expect.stringContaining('its stack has it'),
    });
  });

  test("are nobody's where another stack has made them", () => {
    const second = {
      StackResourceSummaries: [{ LogicalResourceId: 'Theirs', PhysicalResourceId: 'other', ResourceType: MAPPING }],
    };
    expect(findings(QUEUE_TEMPLATE, listOf(LISTED_QUEUE, other), QUEUE_STACK, second)[1]).toMatchObject({
      outcome: 'foreign',
    });
  });
});

test('the events of AWS SAM are mappings too', () => {
  const template = {
    Resources: {
      Handler: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          AutoPublishAlias: 'live',
          Events: { Jobs: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 5 } } },
        },
      },
      Queue: { Type: 'AWS::SQS::Queue' },
    },
  };
  const stack = stackOf({ ...QUEUE.around, HandlerJobs: [MAPPING, UUID], Mapping: ['AWS::SNS::Topic', 'arn'] });
  const listed = { ...LISTED_QUEUE, ScalingConfig: {}, FunctionArn: `${FUNCTION_ARN}:live` };
  expect(findings(template, listOf({ ...listed, BatchSize: 5 }), stack)).toMatchObject([
    { outcome: 'same', logicalId: 'HandlerJobs' },
  ]);
  expect(findings(template, listOf({ ...listed, BatchSize: 6 }), stack)).toMatchObject([
    { outcome: 'changed', logicalId: 'HandlerJobs' },
  ]);
});

test('a cloud assembly tells its stacks and Regions', () => {
  const artifact = (name: string, region: string) => ({
    type: 'aws:cloudformation:stack',
    environment: `aws://123456789012/${region}`,
    properties: { templateFile: `${name}.template.json`, stackName: name },
  });
  const west = { StackName: 'West', StackId: `arn:aws:cloudformation:${ACCOUNT}:stack/West/0a1b` };
  const east = { StackName: 'East', StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/East/0a1b' };
  const inEast = JSON.parse(
    JSON.stringify({ ...LISTED_QUEUE, UUID: 'east', BatchSize: 7 }).replaceAll('eu-west-1', 'us-east-1'),
  ) as object;
  const folder = folderWith({
    'out/manifest.json': { artifacts: { West: artifact('West', 'eu-west-1'), East: artifact('East', 'us-east-1') } },
    'out/cdk.out': '{}',
    'out/West.template.json': QUEUE_TEMPLATE,
    'out/East.template.json': QUEUE_TEMPLATE,
    'west.json': stackOf(QUEUE.around, west),
    'east.json': JSON.parse(JSON.stringify(stackOf(QUEUE.around, east)).replaceAll(UUID, 'east')) as object,
    'mappings.json': listOf(LISTED_QUEUE, inEast),
  });
  const files = ['mappings.json', 'west.json', 'east.json'].map((name) => join(folder, name));
  const { stdout } = command('drift', join(folder, 'out'), '--format', 'json', '--deployed', ...files);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: join(folder, 'out/West.template.json'), outcome: 'same', uuid: UUID },
    {
      file: join(folder, 'out/East.template.json'),
      outcome: 'changed',
      uuid: 'east',
      changes: [{ property: 'BatchSize' }],
    },
  ]);
});

test('a cloud assembly tells stacks apart that have the same resources, by the names of these', () => {
  const artifact = (name: string) => ({ properties: { templateFile: `${name}.template.json`, stackName: name } });
  const around = (stack: string): Around => ({
    Queue: ['AWS::SQS::Queue', `https://sqs.eu-west-1.amazonaws.com/123456789012/${stack}-Queue-1A2B3C4D5E6F`],
  });
  const listed = (stack: string) => ({
    ...LISTED_QUEUE,
    UUID: stack,
    EventSourceArn: `arn:aws:sqs:${ACCOUNT}:${stack}-Queue-1A2B3C4D5E6F`,
  });
  const resources = (stack: string) => ({
    StackResourceSummaries: stackOf({ ...around(stack), Mapping: [MAPPING, stack] }).StackResources.map(
      ({ StackName: _, StackId: __, ...one }) => one,
    ),
  });
  const folder = folderWith({
    'out/manifest.json': { artifacts: { Prod: artifact('Prod'), Test: artifact('Test') } },
    'out/cdk.out': '{}',
    'out/Prod.template.json': QUEUE_TEMPLATE,
    'out/Test.template.json': QUEUE_TEMPLATE,
    'prod.json': resources('Prod'),
    'test.json': resources('Test'),
    'mappings.json': listOf(listed('Prod'), listed('Test')),
  });
  const files = ['mappings.json', 'test.json', 'prod.json'].map((name) => join(folder, name));
  const { stdout } = command('drift', join(folder, 'out'), '--format', 'json', '--deployed', ...files);
  expect(JSON.parse(stdout)).toMatchObject([
    { outcome: 'same', uuid: 'Prod' },
    { outcome: 'same', uuid: 'Test' },
  ]);
});

describe('the exit status', () => {
  const status = (listed: object, ...args: string[]) =>
    drift(QUEUE_TEMPLATE, { 'a.json': listOf({ ...LISTED_QUEUE, ...listed }), 'b.json': QUEUE_STACK }, ...args).status;

  test('is 0 where nothing drifts', () => expect(status({})).toBe(0));
  test('is 1 where something does', () => expect(status({ BatchSize: 7 })).toBe(1));
  test('is 1 for what is not known to be the same, with --strict', () => {
    expect([status({ Future: 1 }), status({ Future: 1 }, '--strict'), status({}, '--strict')]).toEqual([0, 1, 0]);
  });
});

describe('people read', () => {
  const NASTY = 'Evil\u001b[31m\nname\u202e';
  const listed = listOf(
    { ...LISTED_QUEUE, BatchSize: 7, State: 'Disabled', LastProcessingResult: `PROBLEM: ${NASTY}` },
    { ...LISTED_QUEUE, UUID: 'other|id', EventSourceArn: `arn:aws:sqs:${ACCOUNT}:${NASTY}` },
  );
  const files = { 'a.json': listed, 'b.json': QUEUE_STACK };

  test.each(['human', 'markdown', 'github'])('%s', (format) => {
    const { stdout } = drift(QUEUE_TEMPLATE, files, '--format', format);
    expect(stdout.replace(/\/\S*\/template\.json/g, 'template.json')).toMatchSnapshot();
  });

  test('a table for each file', () => {
    const folder = folderWith({ 'out/a.json': QUEUE_TEMPLATE, 'out/b.json': QUEUE_TEMPLATE, 'list.json': listOf() });
    const list = join(folder, 'list.json');
    const { stdout } = command('drift', join(folder, 'out'), '--format', 'markdown', '--deployed', list);
    const [, ...tables] = stdout.split('### ');
    expect(tables.map((table) => table.match(/^\| Mapping \| \*\*/gm)?.length)).toEqual([1, 1]);
  });

  test.each(['human', 'markdown', 'github', 'json'])('no control characters of others: %s', (format) => {
    const { stdout } = drift(QUEUE_TEMPLATE, files, '--format', format);
    expect(stdout).toContain('Evil');
    // eslint-disable-next-line no-control-regex
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(stdout).not.toContain('31m\nname');
  });

  test('one line where all is the same', () => {
    expect(drift(QUEUE_TEMPLATE, { 'a.json': listOf(LISTED_QUEUE), 'b.json': QUEUE_STACK }).stdout).toBe(
      'the same as deployed: Mapping\n\n1 mapping: 1 the same\n',
    );
  });
});
