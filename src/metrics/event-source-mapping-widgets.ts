import { Color, GraphWidget, HorizontalAnnotation, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { DEFAULT_LAG_SHARE, LAG } from './alarms/lag';
import { POLLERS } from './alarms/pollers';
import { AlarmRecipe } from './alarms/recipe';
import { MeasuredMapping } from './measured-mapping';
import type { MetricFact } from '../model/metrics';

/** Options of the graphs of a mapping. */
export interface EventSourceMappingWidgetsProps {
  /**
   * The mapping, one that a construct of this library makes.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
   */
  readonly mapping: IEventSourceMapping;

  /**
   * The width of each graph, in columns of the dashboard, of which there are 24.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
   * @default - so wide that all graphs of the mapping fill a row
   */
  readonly width?: number;

  /**
   * The height of each graph, in rows of the dashboard.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
   * @default 5
   */
  readonly height?: number;
}

type Owner = MetricFact['of'];
/** A metric by its name, and whose it is where that has to be said. */
type Named = readonly [name: string, of?: Owner];

/** The columns of a dashboard. */
export const WHOLE_WIDTH = 24;
const DEFAULT_HEIGHT = 5;
const TITLE_HEIGHT = 1;

const VISIBLE = 'ApproximateNumberOfMessagesVisible';

/** The colors of what stands out; the rest has those that CloudWatch gives. */
const COLORS: { readonly [metric: string]: string } = {
  Errors: Color.RED,
  FailedInvokeEventCount: Color.PINK,
  Throttles: Color.ORANGE,
  DroppedEventCount: Color.PURPLE,
  OversizedRecordCount: Color.PURPLE,
};

/**
 * Graphs of a mapping, of what its source and settings send.
 *
 * Use them in a dashboard of your own; `EventSourceMappingDashboard` has all of them for each mapping of a stack. A
 * graph of which the mapping sends nothing is not there.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
 * @example
 * import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
 * import { EventSourceMappingWidgets } from 'cdk-event-source-mappings';
 *
 * const widgets = new EventSourceMappingWidgets({ mapping, width: 12 });
 * new Dashboard(this, 'Dashboard', { widgets: [[widgets.title], widgets.all] });
 */
export class EventSourceMappingWidgets {
  private readonly measured: MeasuredMapping;
  private readonly size: { readonly width: number; readonly height: number };

  constructor(props: EventSourceMappingWidgetsProps) {
    const { mapping, height = DEFAULT_HEIGHT } = props;
    this.measured = MeasuredMapping.of(mapping);
    const width = props.width ?? Math.floor(WHOLE_WIDTH / this.graphs({ width: WHOLE_WIDTH, height }).length);
    this.size = { width, height };
  }

  /** The mapping's path in the app, and whether it is disabled. */
  public get title(): TextWidget {
    const { mapping, contract, reader } = this.measured;
    const isDisabled = reader.any('enabled', (enabled) => enabled === false) === true;
    const markdown = `**${mapping.node.path}** (${contract.title})${isDisabled ? ', disabled' : ''}`;
    return new TextWidget({ markdown, width: WHOLE_WIDTH, height: TITLE_HEIGHT });
  }

  /** What comes in: events that were polled and filtered out, records that were put, messages that wait. */
  public get arrivals(): GraphWidget | undefined {
    return this.arrivalsOf(this.size);
  }

  /** The batches that the function is invoked with. */
  public get batches(): GraphWidget | undefined {
    return this.batchesOf(this.size);
  }

  /** What went wrong: errors, throttles, events that failed or were lost. */
  public get failures(): GraphWidget | undefined {
    return this.failuresOf(this.size);
  }

  /** How far the mapping is behind, in time or in records, with a line where the recommended alarm goes off. */
  public get lag(): GraphWidget | undefined {
    return this.lagOf(this.size);
  }

  /** How much works at a time: instances of the function, and pollers, with a line at their maximum. */
  public get scaling(): GraphWidget | undefined {
    return this.scalingOf(this.size);
  }

  /** Records that were discarded, and wait in the dead-letter queue or went to the failure destination. */
  public get deadLetters(): GraphWidget | undefined {
    return this.deadLettersOf(this.size);
  }

  /** All graphs that there are. */
  public get all(): GraphWidget[] {
    return this.graphs(this.size);
  }

  private graphs(size: Size): GraphWidget[] {
    const all = [
      this.arrivalsOf(size),
      this.batchesOf(size),
      this.failuresOf(size),
      this.lagOf(size),
      this.scalingOf(size),
      this.deadLettersOf(size),
    ];
    return all.filter((one) => one !== undefined);
  }

  private arrivalsOf(size: Size) {
    const counted: Named[] = [['IncomingRecords'], ['PolledEventCount'], ['FilteredOutEventCount']];
    return this.graph('Arrivals', size, counted, [[VISIBLE, 'source']]);
  }

  private batchesOf(size: Size) {
    const counted: Named[] = [['InvokedEventCount'], ['CommittedEventCount'], ['DeletedEventCount']];
    return this.graph('Batches', size, [['Invocations']], counted);
  }

  private failuresOf(size: Size) {
    return this.graph('Failures', size, [
      ['Errors'],
      ['Throttles'],
      ['FailedInvokeEventCount'],
      ['DroppedEventCount'],
      ['OversizedRecordCount'],
      ['DestinationDeliveryFailures'],
      ['OnFailureDestinationDeliveryErrorCount'],
      ['PollingErrorCount'],
      ['InvokeErrorCount'],
      ['CommitErrorCount'],
      ['SchemaRegistryErrorCount'],
    ]);
  }

  private lagOf(size: Size) {
    const ages: Named[] = [['IteratorAge'], ['ApproximateAgeOfOldestMessage']];
    const offsets: Named[] = [['OffsetLag'], ['SumOffsetLag'], ['MaxOffsetLag']];
    return this.graph('Lag', size, [...ages, ...offsets], [], this.lineOf(LAG, 'late'));
  }

  private scalingOf(size: Size) {
    const working: Named[] = [['ConcurrentExecutions'], ['ProvisionedPollers']];
    return this.graph('Scaling', size, working, [], this.lineOf(POLLERS, 'all pollers'));
  }

  private deadLettersOf(size: Size) {
    const givenUp: Named[] = [[VISIBLE, 'dead-letter queue'], ['OnFailureDestinationDeliveredEventCount']];
    return this.graph('Dead letters', size, givenUp);
  }

  private graph(
    title: string,
    size: Size,
    left: readonly Named[],
    right: readonly Named[] = [],
    lines?: HorizontalAnnotation[],
  ): GraphWidget | undefined {
    const [onLeft, onRight] = [left, right].map((names) => this.metricsOf(names));
    if (onLeft.length + onRight.length === 0) return undefined;
    // The metrics for the right axis go to the left one where that has none.
    const axes = onLeft.length > 0 ? { left: onLeft, right: onRight } : { left: onRight };
    const leftYAxis = { min: 0, showUnits: false };
    return new GraphWidget({ ...size, title, ...axes, leftYAxis, rightYAxis: leftYAxis, leftAnnotations: lines });
  }

  private metricsOf(names: readonly Named[]): Metric[] {
    const { measured } = this;
    return names
      .filter(([name, of]) => measured.sends(name, of))
      .map(([name, of]) => {
        const label = labelOf(name, measured.fact(name, of)!);
        return measured.metric(name, { label, color: COLORS[name] }, of);
      });
  }

  /** The line at which the recommended alarm goes off. */
  private lineOf(recipe: AlarmRecipe, label: string): HorizontalAnnotation[] | undefined {
    const definition = recipe.of(this.measured, { lagShare: DEFAULT_LAG_SHARE });
    return definition && [{ value: definition.threshold, label, color: Color.GREY }];
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const UNIT_SUFFIXES: { readonly [unit in MetricFact['unit']]: string } = {
  Count: '',
  Milliseconds: ' (ms)',
  Seconds: ' (s)',
  Bytes: ' (bytes)',
};

/** AWS's name, in words, without what all of them have: 'Filtered out', 'Age of oldest message (s)'. */
function labelOf(name: string, { unit }: MetricFact): string {
  const telling = name.replace(/^Approximate(NumberOf)?|(Event|Record)?Count$/g, '');
  const words = telling.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words[0].toUpperCase() + words.slice(1) + UNIT_SUFFIXES[unit];
}
