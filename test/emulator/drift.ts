import { deepStrictEqual } from 'assert';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { Mapping, mappingOf } from './compare';
import { Emulator } from './emulator';
import { EXPECTED } from './expected';
import { run, spawned } from '../languages/commands';

/** A finding of `drift` about a mapping. */
interface Finding {
  readonly outcome: string;
  readonly uuid: string;
  readonly changes: readonly { readonly property: string }[];
}

/** A change by hand to a mapping, and the properties that differ afterwards. */
interface Edit {
  readonly request: object;
  readonly properties: readonly string[];
}

const PLACE = 'us-east-1:123456789012';
const OTHER_SECRET = `arn:aws:secretsmanager:${PLACE}:secret:other-AbCdEf`;

/** By the functions of the example app. The mapping of SendMail is left as it is. */
const EDITS: { readonly [functionName: string]: Edit } = {
  BookOrder: {
    request: {
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 20,
      ParallelizationFactor: 2,
      MaximumRetryAttempts: 7,
      MaximumRecordAgeInSeconds: 120,
      BisectBatchOnFunctionError: false,
      FunctionResponseTypes: [],
      DestinationConfig: { OnFailure: { Destination: `arn:aws:sqs:${PLACE}:other` } },
    },
    properties: [
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig.OnFailure.Destination',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'ParallelizationFactor',
    ],
  },
  CheckOrder: {
    request: {
      TumblingWindowInSeconds: 0,
      MetricsConfig: { Metrics: [] },
      FilterCriteria: { Filters: [{ Pattern: '{"data":{"total":[1]}}' }] },
    },
    properties: ['FilterCriteria.Filters', 'MetricsConfig.Metrics', 'TumblingWindowInSeconds'],
  },
  FollowCustomer: {
    request: { Enabled: false, FunctionName: `arn:aws:lambda:${PLACE}:function:other` },
    properties: ['Enabled', 'FunctionName'],
  },
  MakeThumbnail: {
    request: { ScalingConfig: {}, KMSKeyArn: `arn:aws:kms:${PLACE}:key/00000000-0000-0000-0000-000000000000` },
    properties: ['KmsKeyArn', 'ScalingConfig.MaximumConcurrency'],
  },
  TakePayment: {
    request: { ProvisionedPollerConfig: { MinimumPollers: 3, MaximumPollers: 30 } },
    properties: ['ProvisionedPollerConfig.MaximumPollers', 'ProvisionedPollerConfig.MinimumPollers'],
  },
  CountClicks: {
    request: { LoggingConfig: { SystemLogLevel: 'DEBUG' }, ProvisionedPollerConfig: {} },
    properties: ['LoggingConfig.SystemLogLevel', 'ProvisionedPollerConfig'],
  },
  KeepAudit: {
    request: { SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: OTHER_SECRET }] },
    properties: [
      'SourceAccessConfigurations[SASL_SCRAM_512_AUTH].URI',
      'SourceAccessConfigurations[SERVER_ROOT_CA_CERTIFICATE].URI',
      'SourceAccessConfigurations[VPC_SECURITY_GROUP].URI',
      'SourceAccessConfigurations[VPC_SUBNET].URI',
    ],
  },
  AnswerTicket: {
    request: { SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: OTHER_SECRET }] },
    properties: ['SourceAccessConfigurations[BASIC_AUTH].URI'],
  },
  IndexProduct: {
    request: {
      DocumentDBEventSourceConfig: { DatabaseName: 'shop', CollectionName: 'products', FullDocument: 'Default' },
    },
    properties: ['DocumentDBEventSourceConfig.FullDocument'],
  },
};

/** The packed command, on the example app and what the emulator lists of it. */
export class Drift {
  constructor(
    private readonly tools: string,
    private readonly app: string,
    private readonly emulator: Emulator,
  ) {}

  /** Throws where anything is found, although nobody has touched a mapping. */
  public checkUntouched(): string {
    const found = this.findings(0);
    const names = Object.keys(EXPECTED);
    deepStrictEqual(
      found.map(({ outcome }) => outcome),
      names.map(() => 'same'),
      JSON.stringify(found, undefined, 2),
    );
    return `${found.length} mappings`;
  }

  /** Throws where anything else is found than what is changed here by hand. */
  public checkEdited(): string {
    const mappings = this.call<{ EventSourceMappings: Mapping[] }>(
      'lambda',
      'list_event_source_mappings',
    ).EventSourceMappings;
    const edits = Object.entries(EDITS).map(([name, edit]) => ({ ...edit, uuid: mappingOf(mappings, name).UUID }));
    edits.forEach(({ uuid, request }) =>
      this.call('lambda', 'update_event_source_mapping', { UUID: uuid, ...request }),
    );
    const found = this.findings(1);
    const changedOf = (uuid: string) => {
      const own = found.filter((one) => one.uuid === uuid);
      return own.flatMap(({ changes }) => changes.map(({ property }) => property)).sort();
    };
    for (const { uuid, properties } of edits) deepStrictEqual(changedOf(uuid), properties);
    const untouched = mappings.filter(({ UUID: id }) => !edits.some(({ uuid }) => uuid === id));
    for (const { UUID: uuid } of untouched) {
      deepStrictEqual(
        found.filter((one) => one.uuid === uuid).map(({ outcome }) => outcome),
        ['same'],
      );
    }
    return `${edits.flatMap(({ properties }) => properties).length} properties`;
  }

  private findings(wanted: number): Finding[] {
    const [mappings, resources] = ['mappings.json', 'resources.json'].map((name) => join(this.app, name));
    writeFileSync(mappings, JSON.stringify(this.call('lambda', 'list_event_source_mappings')));
    writeFileSync(
      resources,
      JSON.stringify(this.call('cloudformation', 'list_stack_resources', { StackName: 'EventSources' })),
    );
    const main = join(this.app, 'node_modules/.bin/cdk-event-source-mappings');
    const command = [main, 'drift', 'cdk.out', '--format', 'json', '--deployed', mappings, resources];
    const { status, stdout, stderr } = spawned(this.app, command);
    if (status !== wanted) throw new Error(`drift ended with ${status}:\n${stdout}\n${stderr}`);
    return JSON.parse(stdout) as Finding[];
  }

  private call<Answer = object>(service: string, operation: string, request: object = {}): Answer {
    const command = [
      join(this.tools, 'python'),
      join(__dirname, 'call.py'),
      service,
      operation,
      JSON.stringify(request),
    ];
    return JSON.parse(run('.', command, this.emulator.environment)) as Answer;
  }
}
