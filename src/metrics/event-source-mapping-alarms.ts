import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, IAlarmAction, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AlarmTuningOptions } from './alarm-tuning';
import { DEFAULT_LAG_SHARE } from './alarms/lag';
import { AlarmDefinition, AlarmKind, AlarmRecipe } from './alarms/recipe';
import { ALARM_RECIPES } from './alarms/recipes';
import { MeasuredMapping } from './measured-mapping';

/** Options of the recommended alarms of a mapping. */
export interface EventSourceMappingAlarmsOptions {
  /**
   * The share of the time that a record is kept or retried, more than 0 and at most 1, at which the mapping counts as
   * behind.
   *
   * The time is `maxRecordAge`, if the mapping has one, else the retention of the stream or queue. Of one that is not
   * made in this app, it is the default of its service.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
   * @default 0.25
   */
  readonly lagShare?: number;

  /**
   * The alarm of a mapping that is behind its source.
   *
   * At `lagShare` of the time that records are kept or retried; of a Kafka topic, at ten full batches.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on
   */
  readonly lag?: AlarmTuningOptions;

  /**
   * The alarm of a mapping that does not work at all: it was disabled, or may no longer poll.
   *
   * With `EVENT_COUNT`, it sees that Lambda does not poll. Without, it sees messages or records of SQS and Kinesis that
   * are there while the function is not invoked. Other sources need `EVENT_COUNT`. There is none of a mapping that is
   * disabled in the app.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has such metrics
   */
  readonly stalled?: AlarmTuningOptions;

  /**
   * The alarm of events that keep failing.
   *
   * With `EVENT_COUNT`, it sees partial failures too; without, only errors of the function.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on
   */
  readonly failures?: AlarmTuningOptions;

  /**
   * The alarm of a function that is throttled.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on
   */
  readonly throttles?: AlarmTuningOptions;

  /**
   * The alarm of events that were lost.
   *
   * It needs `EVENT_COUNT` and a limit to retries; of Amazon DocumentDB, it is that of events that are too large.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has such metrics
   */
  readonly dropped?: AlarmTuningOptions;

  /**
   * The alarm of filters that nothing has matched for an hour.
   *
   * It needs `EVENT_COUNT`. Leave it out where events that match are rare.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has filters and such metrics
   */
  readonly filteredOut?: AlarmTuningOptions;

  /**
   * The alarm of a failure destination that does not take what is sent to it.
   *
   * Of a Kafka topic, it needs `ERROR_COUNT`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has a failure destination and such metrics
   */
  readonly failureDestination?: AlarmTuningOptions;

  /**
   * The alarm of messages that wait in the dead-letter queue, or in a failure destination that is a queue.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @default - on, where the queue is known
   */
  readonly deadLetters?: AlarmTuningOptions;

  /**
   * The alarm of a mapping whose pollers are all in use.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, in provisioned mode
   */
  readonly pollers?: AlarmTuningOptions;

  /**
   * The alarm of a Kafka topic that can't be polled.
   *
   * It needs `ERROR_COUNT`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has such metrics
   */
  readonly polling?: AlarmTuningOptions;

  /**
   * The alarm of offsets that can't be committed to Kafka.
   *
   * It needs `ERROR_COUNT`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has such metrics
   */
  readonly commits?: AlarmTuningOptions;

  /**
   * The alarm of records that can't be read by their schemas.
   *
   * It needs `ERROR_COUNT`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - on, where the mapping has a schema registry and such metrics
   */
  readonly schemas?: AlarmTuningOptions;
}

/** Properties of the recommended alarms of a mapping. */
export interface EventSourceMappingAlarmsProps extends EventSourceMappingAlarmsOptions {
  /**
   * The mapping, one that a construct of this library makes.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
   */
  readonly mapping: IEventSourceMapping;
}

/** CloudWatch's limit. */
const LONGEST_DESCRIPTION = 1024;

/**
 * The alarms that are recommended for a mapping: of what its source and settings can tell, and no others.
 *
 * Use it for each mapping that somebody relies on. Each alarm says in its description what is wrong, what to look at
 * first and what happens if nobody does. Nothing that costs money is turned on for them, other than the alarms
 * themselves; a mapping with `EVENT_COUNT`, and of Kafka `ERROR_COUNT`, in its `metricGroups` has more of them, and
 * better ones. Add actions with `addAlarmAction`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 * @example
 * import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
 * import { EventSourceMappingAlarms } from 'cdk-event-source-mappings';
 *
 * const alarms = new EventSourceMappingAlarms(this, 'Alarms', {
 *   mapping,
 *   lagShare: 0.1,
 *   throttles: { enabled: false },
 *   failures: { threshold: 10 },
 * });
 * alarms.addAlarmAction(new SnsAction(topic));
 */
export class EventSourceMappingAlarms extends Construct {
  private readonly made = new Map<AlarmKind, Alarm>();

  constructor(scope: Construct, id: string, props: EventSourceMappingAlarmsProps) {
    super(scope, id);
    const { mapping, lagShare = DEFAULT_LAG_SHARE } = props;
    const measured = MeasuredMapping.of(mapping);
    if (!(lagShare > 0 && lagShare <= 1)) {
      throw new Error(`${this.node.path}: lagShare is ${lagShare}, and has to be more than 0 and at most 1`);
    }
    for (const recipe of ALARM_RECIPES) {
      const tuning = props[recipe.kind];
      if (tuning?.enabled === false) continue;
      const definition = recipe.of(measured, { lagShare });
      if (definition) {
        this.made.set(recipe.kind, this.make(recipe.kind, measured, definition, tuning));
      } else if (tuning !== undefined) {
        this.refuse(recipe, measured);
      }
    }
  }

  /** All of them. */
  public get alarms(): Alarm[] {
    return [...this.made.values()];
  }

  /** The alarm of a mapping that is behind its source. */
  public get lag(): Alarm | undefined {
    return this.made.get('lag');
  }

  /** The alarm of a mapping that does not work at all: it was disabled, or may no longer poll. */
  public get stalled(): Alarm | undefined {
    return this.made.get('stalled');
  }

  /** The alarm of events that keep failing. */
  public get failures(): Alarm | undefined {
    return this.made.get('failures');
  }

  /** The alarm of a function that is throttled. */
  public get throttles(): Alarm | undefined {
    return this.made.get('throttles');
  }

  /** The alarm of events that were lost. */
  public get dropped(): Alarm | undefined {
    return this.made.get('dropped');
  }

  /** The alarm of filters that nothing has matched for an hour. */
  public get filteredOut(): Alarm | undefined {
    return this.made.get('filteredOut');
  }

  /** The alarm of a failure destination that does not take what is sent to it. */
  public get failureDestination(): Alarm | undefined {
    return this.made.get('failureDestination');
  }

  /** The alarm of messages that wait in the dead-letter queue, or in a failure destination that is a queue. */
  public get deadLetters(): Alarm | undefined {
    return this.made.get('deadLetters');
  }

  /** The alarm of a mapping whose pollers are all in use. */
  public get pollers(): Alarm | undefined {
    return this.made.get('pollers');
  }

  /** The alarm of a Kafka topic that can't be polled. */
  public get polling(): Alarm | undefined {
    return this.made.get('polling');
  }

  /** The alarm of offsets that can't be committed to Kafka. */
  public get commits(): Alarm | undefined {
    return this.made.get('commits');
  }

  /** The alarm of records that can't be read by their schemas. */
  public get schemas(): Alarm | undefined {
    return this.made.get('schemas');
  }

  /**
   * Does something when one of the alarms goes off.
   *
   * @param actions what to do
   */
  public addAlarmAction(...actions: IAlarmAction[]): void {
    this.alarms.forEach((alarm) => alarm.addAlarmAction(...actions));
  }

  /**
   * Does something when all is well again.
   *
   * @param actions what to do
   */
  public addOkAction(...actions: IAlarmAction[]): void {
    this.alarms.forEach((alarm) => alarm.addOkAction(...actions));
  }

  private make(
    kind: AlarmKind,
    mapping: MeasuredMapping,
    definition: AlarmDefinition,
    tuning: AlarmTuningOptions = {},
  ): Alarm {
    const { comparison = 'GREATER_THAN_OR_EQUAL_TO_THRESHOLD', minutes, periods, badPeriods, noData } = definition;
    const { period = Duration.minutes(minutes), threshold = definition.threshold, evaluationPeriods } = tuning;
    return new Alarm(this, kind[0].toUpperCase() + kind.slice(1), {
      metric: definition.metric(period),
      threshold,
      comparisonOperator: ComparisonOperator[comparison],
      evaluationPeriods: evaluationPeriods ?? periods,
      datapointsToAlarm: tuning.datapointsToAlarm ?? evaluationPeriods ?? badPeriods ?? periods,
      treatMissingData: TreatMissingData[noData],
      alarmDescription: descriptionOf(mapping, definition),
    });
  }

  /** Says what is missing for an alarm that is tuned, and can't be there. */
  private refuse({ kind, uses, usesOf, unless }: AlarmRecipe, mapping: MeasuredMapping): void {
    const known = uses.filter((name) => mapping.fact(name, usesOf) !== undefined);
    known.forEach((name) => mapping.metric(name, {}, usesOf));
    const reason = known.length === 0 || unless === undefined ? 'its source has no such metric' : unless;
    throw new Error(`${this.node.path}: there is no alarm for ${kind} of ${mapping.mapping.node.path}: ${reason}`);
  }
}

function descriptionOf({ mapping, contract }: MeasuredMapping, { text }: AlarmDefinition): string {
  const { wrong, firstLook: reader, otherwise } = text;
  const of = `Event source mapping ${mapping.node.path}, ${contract.title}`;
  return `${wrong} Look first at ${reader}. ${otherwise} (${of})`.slice(0, LONGEST_DESCRIPTION);
}
