import { Fn } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { REGIONS } from './regions';
import { FailureDestination, MappingFailureDestinationOptions } from '../../../src';
import type { Case } from '../../cases';

type Props = MappingFailureDestinationOptions;

const to = (destination: unknown) => ({ DestinationConfig: { OnFailure: { Destination: destination } } });
const ofLength = (length: number) => 'arn:aws:sqs:us-east-1:123456789012:'.padEnd(length, 'q');

/** Standard queues, standard topics and buckets: what streams and Kafka topics can send to. */
export function failureDestinationCases(source: string): Case<Props>[] {
  const rule = `${source}-on-failure`;
  return [
    {
      name: 'on failure a queue',
      props: (f) => ({ onFailure: FailureDestination.queue(f.deadLetters) }),
      problems: [],
    },
    { name: 'on failure a topic', props: (f) => ({ onFailure: FailureDestination.topic(f.topic) }), problems: [] },
    { name: 'on failure a bucket', props: (f) => ({ onFailure: FailureDestination.bucket(f.bucket) }), problems: [] },
    ...l1Cases(),
    ...REGIONS.flatMap(({ partition, region }): Case<Props>[] => [
      {
        name: `on failure a queue in ${region}`,
        properties: to(`arn:${partition}:sqs:${region}:123456789012:dead-letters`),
        problems: [],
      },
      {
        name: `on failure a topic in ${region}`,
        properties: to(`arn:${partition}:sns:${region}:123456789012:failures`),
        problems: [],
      },
      { name: `on failure a bucket in ${region}`, properties: to(`arn:${partition}:s3:::failures`), problems: [] },
    ]),
    ...fifoCases(rule),
    ...['lambda', 'dynamodb', 'events', 'kinesis'].map((service): Case<Props> => ({
      name: `on failure ${service}`,
      properties: to(`arn:aws:${service}:us-east-1:123456789012:thing`),
      problems: [`${rule}-service`],
    })),
    {
      name: 'on failure the address of a queue',
      properties: to('https://sqs.us-east-1.amazonaws.com/123456789012/dead-letters'),
      problems: [`${rule}-service`],
    },
    { name: 'on failure of 11 characters', properties: to('arn:aws:s3:'), problems: [`${rule}-length`] },
    { name: 'on failure of 350 characters', properties: to(ofLength(350)), problems: [] },
    { name: 'on failure of 351 characters', properties: to(ofLength(351)), problems: [`${rule}-length`] },
    ...unknownCases(),
    {
      name: 'on success',
      properties: { DestinationConfig: { OnSuccess: { Destination: 'arn:aws:sqs:us-east-1:123456789012:done' } } },
      problems: [`${source}-unsupported`],
    },
    {
      name: 'on success beside on failure',
      properties: {
        DestinationConfig: {
          OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:dead-letters' },
          OnSuccess: { Destination: { 'Fn::GetAtt': ['Done', 'Arn'] } },
        },
      },
      problems: [`${source}-unsupported`],
    },
  ];
}

function l1Cases(): Case<Props>[] {
  return [
    {
      name: 'on failure the L1 of a queue',
      props: (f) => ({ onFailure: FailureDestination.queue(new sqs.CfnQueue(f.stack, 'L1')) }),
      problems: [],
    },
    {
      name: 'on failure the L1 of a topic',
      props: (f) => ({ onFailure: FailureDestination.topic(new sns.CfnTopic(f.stack, 'L1')) }),
      problems: [],
    },
  ];
}

function fifoCases(rule: string): Case<Props>[] {
  const fifo = [`${rule}-fifo`];
  return [
    {
      name: 'on failure a FIFO queue',
      props: (f) => ({ onFailure: FailureDestination.queue(f.fifoQueue) }),
      problems: fifo,
      inProperties: [],
    },
    {
      name: 'on failure a FIFO topic',
      props: (f) => ({ onFailure: FailureDestination.topic(f.fifoTopic) }),
      problems: fifo,
      inProperties: [],
    },
    {
      name: 'on failure the L1 of a FIFO queue',
      props: (f) => ({ onFailure: FailureDestination.queue(new sqs.CfnQueue(f.stack, 'L1', { fifoQueue: true })) }),
      problems: fifo,
      inProperties: [],
    },
    {
      name: 'on failure the L1 of a FIFO topic',
      props: (f) => ({ onFailure: FailureDestination.topic(new sns.CfnTopic(f.stack, 'L1', { fifoTopic: true })) }),
      problems: fifo,
      inProperties: [],
    },
    {
      name: 'on failure the ARN of a FIFO queue',
      properties: to('arn:aws:sqs:us-east-1:123456789012:dead-letters.fifo'),
      problems: fifo,
    },
    {
      name: 'on failure the ARN of a FIFO topic',
      properties: to('arn:aws-cn:sns:cn-north-1:123456789012:failures.fifo'),
      problems: fifo,
    },
    {
      name: 'on failure a queue called fifo',
      properties: to('arn:aws:sqs:us-east-1:123456789012:not-fifo'),
      problems: [],
    },
  ];
}

function unknownCases(): Case<Props>[] {
  return [
    {
      name: 'on failure an import of which nothing is known',
      props: (f) => ({
        onFailure: FailureDestination.queue(
          sqs.Queue.fromQueueArn(f.stack, 'Imported', Fn.importValue('DeadLettersArn')),
        ),
      }),
      problems: [],
    },
    { name: 'on failure a resource', properties: to({ 'Fn::GetAtt': ['DeadLetters', 'Arn'] }), problems: [] },
    {
      name: 'on failure with pseudo parameters',
      properties: to({ 'Fn::Sub': 'arn:${AWS::Partition}:sqs:x.fifo' }),
      problems: [],
    },
    { name: 'on failure taken away', properties: to({ Ref: 'AWS::NoValue' }), problems: [] },
    {
      name: 'on failure of a condition',
      properties: { DestinationConfig: { 'Fn::If': ['A', { OnSuccess: {} }, { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
    {
      name: 'on failure as the service returns it',
      properties: { DestinationConfig: { OnFailure: {} } },
      problems: [],
    },
  ];
}
