import { find, isTrueAt } from './find';
import { Rule } from '../engine/contract';
import { rule } from '../engine/rules';

const DESTINATION = 'destinationConfig.onFailure.destination';
const FIFO: { readonly [type: string]: string } = { 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' };

/** A queue or a topic whose ARN is not known, and so not its end. */
export const DESTINATION_RULE: Rule = rule('on-failure-fifo', DESTINATION, 'is a FIFO queue or topic', {
  why: 'Lambda sends to standard queues and topics only; what it gives up would be lost',
}, (look, where) => {
  const destination = find(look.values(DESTINATION)[0], Object.keys(FIFO), where);
  return destination && isTrueAt(destination, FIFO[destination.type]);
});
