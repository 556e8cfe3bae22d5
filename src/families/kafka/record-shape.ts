import { ADDED_BY_LAMBDA, RecordShape, UNSURE_MISMATCH } from '../../filters/record-shape';

export const KAFKA_RECORD: RecordShape = {
  title: 'a Kafka record',
  place: 'event.records["topic-0"][0]',
  mark: 'topic',
  builder: 'KafkaFilter.record',
  keys: ['value', 'key', 'topic', 'partition', 'offset', 'timestamp', 'timestampType', 'headers'],
  unseen: [...ADDED_BY_LAMBDA, 'bootstrapServers', 'keySchemaMetadata', 'valueSchemaMetadata'],
  payload: 'value',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE_MISMATCH,
};
