import { CfnElement, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { MAKE, propertiesIn, Source, SOURCES } from './world';
import { Fixtures } from '../fixtures';

/** All that a mapping has that is told no more than it has to be, its source and function left out. */
const EXPECTED: Record<Source, (f: Fixtures) => object> = {
  kinesis: (f) => ({ EventSourceArn: arnOf(f.stream), StartingPosition: 'LATEST' }),
  kinesisConsumer: (f) => ({ EventSourceArn: refOf(f.consumer), StartingPosition: 'LATEST' }),
  dynamoDb: (f) => ({ EventSourceArn: { 'Fn::GetAtt': [idOf(f.table), 'StreamArn'] }, StartingPosition: 'LATEST' }),
  sqs: (f) => ({ EventSourceArn: arnOf(f.queue) }),
  sqsFifo: (f) => ({ EventSourceArn: arnOf(f.fifoQueue) }),
  msk: (f) => ({ EventSourceArn: refOf(f.cluster), StartingPosition: 'LATEST', Topics: ['clicks'] }),
  selfManagedKafka: (f) => ({
    SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['broker-1.example.com:9096'] } },
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: refOf(f.secret) }],
    Topics: ['clicks'],
  }),
  activeMq: (f) => ({
    EventSourceArn: arnOf(f.broker),
    Queues: ['tickets'],
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: refOf(f.secret) }],
  }),
  rabbitMq: (f) => ({
    EventSourceArn: arnOf(f.rabbitBroker),
    Queues: ['mails'],
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: refOf(f.secret) }],
  }),
  documentDb: (f) => ({
    EventSourceArn: {
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':rds:',
          { Ref: 'AWS::Region' },
          ':',
          { Ref: 'AWS::AccountId' },
          ':cluster:',
          refOf(f.documents),
        ],
      ],
    },
    StartingPosition: 'LATEST',
    DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: refOf(f.secret) }],
  }),
};

function idOf(construct: IConstruct): string {
  const element = (CfnElement.isCfnElement(construct) ? construct : construct.node.defaultChild) as CfnElement;
  return Stack.of(element).resolve(element.logicalId) as string;
}
const refOf = (construct: IConstruct) => ({ Ref: idOf(construct) });
const arnOf = (construct: IConstruct) => ({ 'Fn::GetAtt': [idOf(construct), 'Arn'] });

test.each(SOURCES)('%s: nothing is emitted that was not set', (source) => {
  const f = new Fixtures();
  MAKE[source](f);
  expect(propertiesIn(f.stack)).toEqual({ FunctionName: refOf(f.target), ...EXPECTED[source](f) });
});
