import { ADDED_BY_LAMBDA, RecordShape, UNSURE_MISMATCH } from '../../filters/record-shape';

export const RABBIT_MQ_MESSAGE: RecordShape = {
  title: 'a RabbitMQ record',
  place: 'event.rmqMessagesByQueue["queue::/"][0]',
  mark: 'basicProperties',
  builder: 'RabbitMqFilter.record',
  keys: ['data', 'basicProperties', 'redelivered'],
  unseen: ADDED_BY_LAMBDA,
  payload: 'data',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE_MISMATCH,
};
