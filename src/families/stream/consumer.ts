import { STREAM_RELATED_RULES } from './related';
import { endOf } from '../../graph/references';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { isUnknown } from '../../model/tokens';

/** The end of a consumer's ARN with its name alone: the time of its making is missing. */
const WITHOUT_TIME = /\/consumer\/[a-zA-Z0-9_.-]+$/;

/** An ARN that is written out is compared with its form; of another one, the end may be known. */
const CONSUMER_TIME_RULE: Rule = rule(
  'consumer-without-time',
  'eventSourceArn',
  'ends with the name of a consumer, and not with the time at which it was created',
  {
    reason: 'the ARN of a consumer is not known before it is created: refer to the consumer itself',
    docs: guide('services-kinesis-create'),
  },
  (reader, { related }) => {
    const [arn] = reader.values('eventSourceArn');
    return isUnknown(arn) && WITHOUT_TIME.test(endOf(related?.originOf?.(arn) ?? arn) ?? '');
  },
);

export const KINESIS_RELATED_RULES: readonly Rule[] = [...STREAM_RELATED_RULES, CONSUMER_TIME_RULE];
