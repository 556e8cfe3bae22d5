import { MqAuthentication } from './authentication';
import { MQ_DOCS } from './docs';
import { brokerRecords } from './records';
import { Behaviour } from '../../model/behaviour';
import { length } from '../../model/constraints';
import { OptionSpecs, Rule } from '../../model/contract';
import { CLOUDFORMATION } from '../../model/docs';
import { propertySpec } from '../../model/option-specs';
import { construct, TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { Recognition } from '../../model/recognition';
import { BASIC_AUTH_RULES, basicAuthSpec } from '../../options/basic-auth';
import { BATCHING_SPECS, MappingBatchingOptions } from '../../options/batching';
import { COMMON_SPECS, MappingOptions, MappingTargetProps } from '../../options/common';
import { FILTER_ENCRYPTION_SPECS, FILTER_RULES, MappingFilterEncryptionOptions } from '../../options/filter-encryption';
import { NETWORK_INTERFACE_SPECS, MappingNetworkInterfaceOptions } from '../../options/network-interfaces';
import { sameAccount } from '../../options/same-place';
import { SourceRules } from '../../options/source';

/** Options for the mapping of a queue of Amazon MQ, whatever the broker's engine. */
export interface BrokerQueueMappingOptions
  extends MappingOptions, MappingBatchingOptions, MappingFilterEncryptionOptions, MappingNetworkInterfaceOptions {
  /**
   * The queue that Lambda reads: 1 to 1,000 characters.
   *
   * It is part of the mapping's logical id: CloudFormation would report a change of it as done, and Lambda would not do
   * it.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-mq-params.html
   */
  readonly queueName: string;

  /**
   * The way in which Lambda authenticates to the broker.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
   */
  readonly authentication: MqAuthentication;
}

export const BROKER_QUEUE_SPECS: OptionSpecs<BrokerQueueMappingOptions & MappingTargetProps, MappingTargetProps> = {
  ...COMMON_SPECS,
  queueName: {
    properties: [
      propertySpec('queues', {
        required: { rule: 'queue-name-required', says: 'is required: it is the queue that Lambda reads' },
        constraints: [length('queue-name-count', 1, 1, 'queues')],
        onlyInTemplates: true,
      }),
      propertySpec('queues[]', {
        constraints: [length('queue-name-length', 1, 1000)],
        identity: {
          rule: 'queue-name-unknown-identity',
          outcome: 'ignored',
          says: 'CloudFormation reports success, but Lambda keeps reading the old queue',
        },
        isKey: true,
        docs: CLOUDFORMATION,
      }),
    ],
    type: TEXT,
    render: (name) => at('queues[]', name),
  },
  authentication: basicAuthSpec(MqAuthentication),
  ...BATCHING_SPECS,
  ...FILTER_ENCRYPTION_SPECS,
  ...NETWORK_INTERFACE_SPECS,
};

export const BROKER_QUEUE_RULES: readonly Rule[] = [
  ...BASIC_AUTH_RULES,
  ...FILTER_RULES,
  sameAccount('broker-in-account', {
    reason: 'Lambda polls brokers only in the account of the function',
    docs: MQ_DOCS,
  }),
];

/** The type of the option that is the source. */
export const BROKER = construct(
  ['brokerRef'],
  'a broker of aws-amazonmq',
  "import it with MqBroker.fromBrokerArn(this, 'Broker', arn)",
);

export const BROKER_RULES: SourceRules = { required: 'broker-required', length: 'broker-length', arn: 'broker-arn' };
export const BROKER_ARN = /^arn:aws[a-zA-Z0-9-]*:mq:[a-z0-9-]+:\d{12}:broker:[a-zA-Z0-9_-]{1,50}:b-[0-9a-z-]+$/;
export const BROKER_ARN_EXAMPLE =
  'arn:aws:mq:us-west-2:111122223333:broker:pizzaBroker:b-9bcfa592-423a-4942-879d-eb284b418fc8';

const ENGINES = ['ACTIVEMQ', 'RABBITMQ'];

/** A broker's ARN does not tell its engine, and its resource does. */
export function brokerRecognition(engine: 'ACTIVEMQ' | 'RABBITMQ'): Recognition {
  return {
    arn: { service: 'mq' },
    resources: {
      'AWS::AmazonMQ::Broker': {
        replacement: {
          by: [
            'BrokerName',
            'StorageType',
            'DeploymentMode',
            'EngineType',
            'SubnetIds',
            'AuthenticationStrategy',
            'EncryptionOptions',
            'PubliclyAccessible',
          ],
          name: 'BrokerName',
        },
        attributes: ['Arn'],
        isOfSource: ({ EngineType }) => {
          const given = String(EngineType).toUpperCase();
          return ENGINES.includes(given) ? given === engine : undefined;
        },
      },
    },
    samEvent: { type: 'MQ', source: 'Broker' },
  };
}

/** Lambda reads a queue of a broker with a fixed number of batches at a time. */
export function brokerBehaviour(batches: number): Behaviour {
  return {
    reads: ['queues[]'],
    records: brokerRecords(batches),
    concurrency: () => ({ count: batches, from: "Lambda's limit for a mapping" }),
  };
}

/** The answers of Lambda to options of other sources. */
export const BROKER_QUEUE_UNSUPPORTED = {
  startingPosition: { severity: 'warning', reason: 'Lambda does not document a position for queues' },
  functionResponseTypes: { reason: 'Lambda answers that FunctionResponseTypes is not allowed for this event source' },
} as const;
