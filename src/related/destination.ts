import { find, isTrueAt } from './find';
import { Rule } from '../model/contract';
import { FAILURE_DESTINATION } from '../model/property-paths';
import { rule } from '../model/rules';
import { ON_FAILURE_FIFO, WHY_NOT_FIFO } from '../options/failure-destination';

const FIFO: { readonly [type: string]: string } = { 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' };

/** A queue or a topic whose ARN is not known, and so not its end. */
export const DESTINATION_RULE: Rule = rule(
  ON_FAILURE_FIFO,
  FAILURE_DESTINATION,
  'is a FIFO queue or topic',
  {
    reason: WHY_NOT_FIFO,
  },
  (reader, context) => {
    const destination = find(reader.values(FAILURE_DESTINATION)[0], Object.keys(FIFO), context);
    return destination && isTrueAt(destination, FIFO[destination.type]);
  },
);
