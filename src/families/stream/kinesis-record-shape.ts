import { ADDED_BY_LAMBDA, RecordShape } from '../../filters/record-shape';

export const KINESIS_RECORD: RecordShape = {
  title: 'a Kinesis record',
  place: 'event.Records[0]',
  mark: 'kinesis',
  builder: 'KinesisFilter.record',
  keys: ['data', 'partitionKey', 'sequenceNumber', 'approximateArrivalTimestamp', 'kinesisSchemaVersion'],
  unseen: [...ADDED_BY_LAMBDA, 'eventName'],
  within: 'kinesis',
  payload: 'data',
  isBase64: true,
  onMismatch: 'Lambda moves on in the stream',
};
