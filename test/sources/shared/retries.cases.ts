import { Duration } from 'aws-cdk-lib';
import { limits } from './limits';
import { RecordAge, MappingRetryOptions } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

export interface RetriesAt<Props> {
  readonly source: string;
  /** The place of the options. */
  readonly props: (options: MappingRetryOptions) => Partial<Props>;
  readonly properties: (properties: Properties) => Properties;
}

/** Retries of -1 to 10,000, an age of a minute to a week or for ever, and bisecting. */
export function retryCases<Props>({ source, props, properties }: RetriesAt<Props>): Case<Props>[] {
  const ageRule = `${source}-max-record-age`;
  const age = (seconds: unknown) => properties({ MaximumRecordAgeInSeconds: seconds });
  const bisect = (value: unknown) => properties({ BisectBatchOnFunctionError: value });
  return [
    ...limits<Props>({
      rule: `${source}-retry-attempts`,
      min: -1,
      max: 10_000,
      props: (retryAttempts) => props({ retryAttempts }),
      properties: (amount) => properties({ MaximumRetryAttempts: amount }),
    }),
    {
      name: 'retries none',
      props: () => props({ retryAttempts: 0 }),
      properties: properties({ MaximumRetryAttempts: 0 }),
      problems: [],
    },
    ...limits<Props>({
      rule: ageRule,
      min: 60,
      max: 604_800,
      props: (seconds) => props({ maxRecordAge: Duration.seconds(seconds) }),
      properties: age,
    }),
    { name: 'age of a week', props: () => props({ maxRecordAge: Duration.days(7) }), problems: [] },
    {
      name: 'age for ever',
      props: () => props({ maxRecordAge: RecordAge.INFINITE }),
      properties: age(-1),
      problems: [],
    },
    { name: 'age for ever, as a text', properties: age('-1'), problems: [] },
    {
      name: 'age of nothing',
      props: () => props({ maxRecordAge: Duration.seconds(0) }),
      properties: age(0),
      problems: [`${ageRule}-range`],
    },
    { name: 'age of -2', properties: age(-2), problems: [`${ageRule}-range`] },
    { name: 'age of 8 days', props: () => props({ maxRecordAge: Duration.days(8) }), problems: [`${ageRule}-range`] },
    ...[true, false].map((bisectBatchOnError): Case<Props> => ({
      name: `bisect ${bisectBatchOnError}`,
      props: () => props({ bisectBatchOnError }),
      properties: bisect(bisectBatchOnError),
      problems: [],
    })),
    {
      name: 'bisect a token',
      props: (f) => props({ bisectBatchOnError: f.flag }),
      properties: bisect({ Ref: 'Bisect' }),
      problems: [],
    },
    { name: 'bisect as a text', properties: bisect('true'), problems: [] },
    { name: 'bisect maybe', properties: bisect('maybe'), problems: [`${source}-bisect-batch-on-error-boolean`] },
  ];
}
