import { STREAM_NEIGHBOURS } from './related';
import { endOf } from '../../graph/references';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { isUnknown } from '../../model/tokens';

/** The end of a consumer's ARN with its name alone: the time of its making is missing. */
const WITHOUT_TIME = /\/consumer\/[a-zA-Z0-9_.-]+$/;

/** An ARN that is written out is compared with its form; of another one, the end may be known. */
const CONSUMER_TIME_RULE: Rule = rule('consumer-without-time', 'eventSourceArn', 'ends with the name of a consumer, and not with the time at which it was made', {
  why: 'an ARN of a consumer is not known before it is made: refer to the consumer itself',
  page: guide('services-kinesis-create'),
}, (look, { neighbours }) => {
  const [arn] = look.values('eventSourceArn');
  return isUnknown(arn) && WITHOUT_TIME.test(endOf(neighbours?.originOf?.(arn) ?? arn) ?? '');
});

export const KINESIS_NEIGHBOURS: readonly Rule[] = [...STREAM_NEIGHBOURS, CONSUMER_TIME_RULE];
