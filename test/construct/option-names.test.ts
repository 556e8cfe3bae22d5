import { Duration } from 'aws-cdk-lib';
import {
  KinesisEventSourceMapping,
  MskCluster,
  MskEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFilter,
  SqsScaling,
  StreamStartingPosition,
} from '../../src';
import { spelled } from '../../src/construct/option-names';
import { SOURCES } from '../cases';
import { Fixtures } from '../fixtures';

/** With which jsii-pacmak spells the options for Python. */
const { toSnakeCase } = jest.requireActual<{ toSnakeCase(name: string): string }>(
  require.resolve('codemaker', { paths: [require.resolve('jsii-pacmak')] }),
);

/** The agents that the runtimes of jsii set. */
const AGENTS = {
  TypeScript: undefined,
  Java: 'Java/17.0.13',
  Python: 'Python/3.13.1',
  DotNet: 'DotNet/8.0.11/.NETCoreApp,Version=v8.0/1.0.0.0',
  Go: 'go1.24.1/linux/amd64',
  GoFromSource: 'devel go1.25-abc/linux/arm64',
};

const before = process.env.JSII_AGENT;
afterEach(() => setAgent(before));

function setAgent(agent: string | undefined): void {
  if (agent === undefined) delete process.env.JSII_AGENT;
  else process.env.JSII_AGENT = agent;
}

describe.each<[keyof typeof AGENTS, { readonly [option: string]: string }]>([
  ['TypeScript', { maxBatchingWindow: 'maxBatchingWindow', 'scaling.maxConcurrency': 'scaling.maxConcurrency' }],
  [
    'Java',
    {
      maxBatchingWindow: 'maxBatchingWindow',
      'provisionedMode.schemaRegistry.uri': 'provisionedMode.schemaRegistry.uri',
    },
  ],
  [
    'Python',
    {
      queue: 'queue',
      maxBatchingWindow: 'max_batching_window',
      'scaling.maxConcurrency': 'scaling.max_concurrency',
      'filters[1]': 'filters[1]',
      'tags[costCenter]': 'tags[costCenter]',
      'bootstrapServers[0]': 'bootstrap_servers[0]',
      'provisionedMode.schemaRegistry.rootCaCertificate': 'provisioned_mode.schema_registry.root_ca_certificate',
    },
  ],
  [
    'DotNet',
    {
      maxBatchingWindow: 'MaxBatchingWindow',
      'scaling.maxConcurrency': 'Scaling.MaxConcurrency',
      'tags[0].key': 'Tags[0].Key',
    },
  ],
  ['Go', { maxBatchingWindow: 'MaxBatchingWindow', 'filters[1]': 'Filters[1]' }],
  ['GoFromSource', { maxBatchingWindow: 'MaxBatchingWindow' }],
])('%s', (language, spellings) => {
  test.each(Object.entries(spellings))('%s is %s', (option, spelling) => {
    setAgent(AGENTS[language]);
    expect(spelled(option)).toBe(spelling);
  });
});

test.each(SOURCES)('the options of $folder are spelled as jsii spells them for Python', ({ contract }) => {
  setAgent(AGENTS.Python);
  const names = new Set([
    ...Object.keys(contract.options),
    ...contract.properties.flatMap(({ option }) => option.split(/\W+/)).filter(Boolean),
  ]);
  for (const name of names) expect(spelled(name)).toBe(toSnakeCase(name));
});

describe('messages for Python', () => {
  beforeEach(() => setAgent(AGENTS.Python));

  test.each<[string, (f: Fixtures) => unknown]>([
    [
      'batch_size: 500 needs max_batching_window of at least 1 second (',
      (f) => new SqsEventSourceMapping(f.stack, 'M', { queue: f.queue, target: f.target, batchSize: 500 }),
    ],
    [
      'max_batching_window: 400 seconds is more than ',
      (f) =>
        new SqsEventSourceMapping(f.stack, 'M', {
          queue: f.queue,
          target: f.target,
          maxBatchingWindow: Duration.seconds(400),
        }),
    ],
    [
      'scaling.max_concurrency: 1 is less than ',
      (f) =>
        new SqsEventSourceMapping(f.stack, 'M', {
          queue: f.queue,
          target: f.target,
          scaling: SqsScaling.maxConcurrency(1),
        }),
    ],
    [
      'scaling is provisioned, but with neither minimum_pollers nor maximum_pollers (',
      (f) =>
        new SqsEventSourceMapping(f.stack, 'M', {
          queue: f.queue,
          target: f.target,
          scaling: SqsScaling.provisioned({}),
        }),
    ],
    [
      'scaling.minimum_pollers (3) is more than maximum_pollers (2) ',
      (f) =>
        new SqsEventSourceMapping(f.stack, 'M', {
          queue: f.queue,
          target: f.target,
          scaling: SqsScaling.provisioned({ minimumPollers: 3, maximumPollers: 2 }),
        }),
    ],
    [
      'filters[1]: {"body":{"type":"changed"}} has ',
      (f) =>
        new SqsEventSourceMapping(f.stack, 'M', {
          queue: f.queue,
          target: f.target,
          filters: [
            SqsFilter.fromPattern({ body: { type: ['created'] } }),
            SqsFilter.fromPattern({ body: { type: 'changed' } }),
          ],
        }),
    ],
    [
      'queue is a FIFO queue (a FIFO queue has other limits: use SqsFifoEventSourceMapping) ',
      (f) => new SqsEventSourceMapping(f.stack, 'M', { queue: f.fifoQueue, target: f.target }),
    ],
    [
      'starting_position is required: ',
      (f) =>
        new KinesisEventSourceMapping(f.stack, 'M', {
          stream: f.stream,
          target: f.target,
          startingPosition: undefined as never,
        }),
    ],
    [
      'provisioned_mode needs minimum_pollers or maximum_pollers (',
      (f) =>
        new MskEventSourceMapping(f.stack, 'M', {
          cluster: MskCluster.provisioned(f.cluster),
          topic: 'clicks',
          target: f.target,
          startingPosition: StreamStartingPosition.latest(),
          provisionedMode: {},
        }),
    ],
    [
      'network.vpc needs network.security_groups (',
      (f) =>
        new SelfManagedKafkaEventSourceMapping(f.stack, 'M', {
          bootstrapServers: ['broker-1.example.com:9096'],
          topic: 'clicks',
          target: f.target,
          network: { vpc: f.vpc, securityGroups: [] },
        }),
    ],
  ])('%s', (words, make) => {
    expect(() => make(new Fixtures())).toThrow(`  - ${words}`);
  });

  test('a warning spells options too', () => {
    const f = new Fixtures();
    const mapping = new SelfManagedKafkaEventSourceMapping(f.stack, 'M', {
      bootstrapServers: ['broker-1.example.com:9096'],
      topic: 'clicks',
      target: f.target,
      network: { vpc: f.vpc, securityGroups: [f.securityGroup] },
      consumerGroupId: f.text,
    });
    expect(mapping.node.metadata.map(({ data }) => data)).toContainEqual(
      expect.stringMatching(/^consumer_group_id is not known at synthesis/),
    );
  });
});
