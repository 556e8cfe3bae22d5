import { ADDED_BY_LAMBDA, RecordShape } from '../../filters/record-shape';

export const SQS_MESSAGE: RecordShape = {
  title: 'an SQS record',
  place: 'event.Records[0]',
  mark: 'body',
  builder: 'SqsFilter.record',
  keys: ['body', 'attributes'],
  unseen: [
    ...ADDED_BY_LAMBDA,
    'messageId',
    'receiptHandle',
    'messageAttributes',
    'md5OfBody',
    'md5OfMessageAttributes',
  ],
  payload: 'body',
  hasText: true,
  onMismatch: 'Lambda deletes it from the queue',
};
