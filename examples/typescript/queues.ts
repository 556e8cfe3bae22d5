import { Duration } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  EventSourceMappingAlarms,
  FieldRule,
  MetricGroup,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
  SqsFilter,
  SqsScaling,
} from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { Handler } from './handler';

const FUNCTION_TIMEOUT = Duration.seconds(30);
const WINDOW = Duration.seconds(10);

/** Thumbnails, in any order, and payments, in order. */
export function addQueues(scope: Construct): void {
  makeThumbnails(scope);
  takePayments(scope);
}

function makeThumbnails(scope: Construct) {
  const thumbnails = new Queue(scope, 'ThumbnailQueue', {
    // What Lambda recommends: six times the function's timeout, and the batching window.
    visibilityTimeout: Duration.seconds(6 * FUNCTION_TIMEOUT.toSeconds() + WINDOW.toSeconds()),
    deadLetterQueue: { queue: new Queue(scope, 'FailedThumbnails', { enforceSSL: true }), maxReceiveCount: 5 },
    enforceSSL: true,
  });

  const mapping = new SqsEventSourceMapping(scope, 'Thumbnails', {
    queue: thumbnails,
    target: new Handler(scope, 'MakeThumbnail', { timeout: FUNCTION_TIMEOUT }),
    batchSize: 100,
    maxBatchingWindow: WINDOW,
    scaling: SqsScaling.maxConcurrency(50),
    reportBatchItemFailures: true,
    filters: [SqsFilter.of({ jsonBody: { type: FieldRule.string('image/png', 'image/jpeg') } })],
    filterEncryption: new Key(scope, 'FilterKey', { enableKeyRotation: true }),
    metricGroups: [MetricGroup.EVENT_COUNT],
  });

  // Half of an hour is late for a thumbnail; the queue keeps messages for four days.
  const alarms = new EventSourceMappingAlarms(scope, 'ThumbnailAlarms', { mapping, lag: { threshold: 1800 } });
  alarms.addAlarmAction(new SnsAction(new Topic(scope, 'Alerts', { enforceSSL: true })));
}

function takePayments(scope: Construct) {
  const payments = new Queue(scope, 'PaymentQueue', {
    fifo: true,
    visibilityTimeout: Duration.seconds(6 * FUNCTION_TIMEOUT.toSeconds()),
    deadLetterQueue: {
      queue: new Queue(scope, 'FailedPayments', { fifo: true, enforceSSL: true }),
      maxReceiveCount: 5,
    },
    enforceSSL: true,
  });

  // The form that users of aws-lambda-event-sources know.
  new Handler(scope, 'TakePayment', { timeout: FUNCTION_TIMEOUT }).addEventSource(
    SqsFifoEventSourceMapping.asEventSource('Payments', {
      queue: payments,
      batchSize: 10,
      scaling: SqsScaling.provisioned({ minimumPollers: 2, maximumPollers: 20 }),
      reportBatchItemFailures: true,
    }),
  );
}
