import { ADDED_BY_LAMBDA, RecordShape, UNSURE_MISMATCH } from '../../filters/record-shape';

export const ACTIVE_MQ_MESSAGE: RecordShape = {
  title: 'an ActiveMQ record',
  place: 'event.messages[0]',
  mark: 'messageID',
  builder: 'ActiveMqFilter.record',
  keys: [
    'data', 'messageID', 'messageType', 'timestamp', 'deliveryMode', 'redelivered', 'correlationID',
    'replyTo', 'destination', 'type', 'expiration', 'priority', 'brokerInTime', 'brokerOutTime', 'properties',
  ],
  unseen: ADDED_BY_LAMBDA,
  payload: 'data',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE_MISMATCH,
};
