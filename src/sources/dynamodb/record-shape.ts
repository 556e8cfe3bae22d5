import { typeLetterFaults, untypedFault } from './attribute-types';
import { ADDED_BY_LAMBDA, RecordShape } from '../../filters/record-shape';

export const DYNAMO_DB_RECORD: RecordShape = {
  title: 'a DynamoDB record',
  place: 'event.Records[0]',
  mark: 'dynamodb',
  builder: 'DynamoDbFilter.record',
  keys: ['dynamodb', 'eventName', 'userIdentity'],
  unseen: ADDED_BY_LAMBDA,
  faultsOf: typeLetterFaults,
  faultOf: untypedFault,
};
