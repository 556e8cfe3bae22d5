import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describeMappings } from '../../examples/typescript/describe-mappings';
import { EventSourcesStack } from '../../examples/typescript/event-sources-stack';

const stack = new EventSourcesStack(new App({ context: { '@aws-cdk/core:strictCfnValidateErrors': true } }), 'EventSources');
const rows = describeMappings(Template.fromStack(stack).toJSON() as Parameters<typeof describeMappings>[0]);

test('the example app has no warning', () => {
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});

test('the table has a row for each source', () => {
  expect(rows.map(({ kind, source, target }) => [kind, source, target])).toEqual([
    ['Kinesis stream', 'OrderStream', 'BookOrder:live'],
    ['Kinesis fan-out consumer', 'FraudConsumer', 'CheckOrder'],
    ['DynamoDB stream', 'Customers', 'FollowCustomer'],
    ['SQS queue', 'ThumbnailQueue', 'MakeThumbnail'],
    ['SQS FIFO queue', 'PaymentQueue', 'TakePayment'],
    ['Amazon MSK', 'ClickCluster / clicks', 'CountClicks'],
    ['self-managed Kafka', 'broker-1.example.com:9096, broker-2.example.com:9096 / audit', 'KeepAudit'],
    ['ActiveMQ queue', 'TicketBroker / tickets', 'AnswerTicket'],
    ['RabbitMQ queue', 'MailBroker / mails', 'SendMail'],
    ['DocumentDB change stream', 'ShopCluster / shop.products', 'IndexProduct'],
  ]);
});

test('a row says in words what the mapping is told', () => {
  expect(rows.find(({ kind }) => kind === 'Kinesis stream')).toEqual({
    logicalId: 'OrdersA9B65338',
    kind: 'Kinesis stream',
    source: 'OrderStream',
    target: 'BookOrder:live',
    batch: '500',
    window: '5 s',
    start: 'trim horizon',
    failures: 'FailedOrders',
    more: '3 retries, records up to 6 h old, bisects failed batches, partial responses, 4 batches per shard',
  });
});

test('a row has a dash for what the mapping is not told', () => {
  expect(rows.find(({ kind }) => kind === 'RabbitMQ queue')).toMatchObject({ batch: '50', window: '-', start: '-', failures: '-', more: '-' });
});

test.each([
  ['DynamoDB stream', 'more', /only eventName INSERT or MODIFY/],
  ['Kinesis fan-out consumer', 'start', /^2026-01-01$/],
  ['Kinesis fan-out consumer', 'more', /only data\.total numeric >= 1000/],
  ['SQS queue', 'failures', /^FailedThumbnails \(redrive\)$/],
  ['Amazon MSK', 'more', /1 to 20 pollers, schemas of Schemas, metrics EventCount and KafkaMetrics, log level INFO/],
] as const)('%s: %s', (kind, column, text) => {
  expect(rows.find((row) => row.kind === kind)?.[column]).toMatch(text);
});
