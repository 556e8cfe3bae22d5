import { Aspects, Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct, IConstruct } from 'constructs';
import { EventSourceMappingWidgets, WHOLE_WIDTH } from './event-source-mapping-widgets';
import { MeasuredMapping } from './measured-mapping';

/** Properties of a dashboard of mappings. */
export interface EventSourceMappingDashboardProps {
  /**
   * The dashboard's name.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
   * @default - CloudFormation makes one
   */
  readonly dashboardName?: string;

  /**
   * The mappings that are shown, made by constructs of this library.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
   * @default - all that are in `within`, whenever they are made
   */
  readonly mappings?: IEventSourceMapping[];

  /**
   * The construct whose mappings are shown: a stack, a stage or an app. Of its stacks, those of the dashboard's account
   * and Region.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
   * @default - the stack that the dashboard is in
   */
  readonly within?: IConstruct;

  /**
   * The time range of the graphs.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/change_dashboard_refresh_interval.html
   * @default Duration.hours(3)
   */
  readonly defaultInterval?: Duration;
}

const DEFAULT_INTERVAL = Duration.hours(3);
/** CloudWatch's quota. */
const MOST_WIDGETS = 500;

/**
 * A dashboard of all mappings of a stack or an app: a row of graphs for each, in sections by the kind of source.
 *
 * A row shows what arrives, what the function is invoked with, what fails, how far the mapping is behind, how it
 * scales, and what waits in its dead-letter queue, as far as the mapping sends it. `metricGroups` of the mappings add
 * to it. The first three dashboards of an account are free.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
 * @example
 * import { EventSourceMappingDashboard } from 'cdk-event-source-mappings';
 *
 * new EventSourceMappingDashboard(this, 'Dashboard', { dashboardName: 'web-shop' });
 */
export class EventSourceMappingDashboard extends Construct {
  /** The dashboard, to which you can add widgets of your own: they come before the mappings. */
  public readonly dashboard: Dashboard;
  private isFilled = false;

  constructor(scope: Construct, id: string, props: EventSourceMappingDashboardProps = {}) {
    super(scope, id);
    const { dashboardName, mappings, within = Stack.of(this), defaultInterval = DEFAULT_INTERVAL } = props;
    this.dashboard = new Dashboard(this, 'Resource', { dashboardName, defaultInterval });
    // When all mappings are made, and references between stacks are still to be made.
    const fill = () => this.fill(mappings ?? this.mappingsIn(within));
    Aspects.of(this).add({ visit: (node) => (node === this ? fill() : undefined) });
  }

  private mappingsIn(within: IConstruct): IEventSourceMapping[] {
    const { environment } = Stack.of(this);
    const mappings = within.node.findAll().filter((one) => MeasuredMapping.is(one));
    return mappings.filter((one) => Stack.of(one).environment === environment);
  }

  private fill(mappings: readonly IEventSourceMapping[]): void {
    if (this.isFilled) return;
    this.isFilled = true;
    const specs = sectionsOf(mappings).flatMap(([title, ofSection]) => [
      [heading(title)],
      ...ofSection.flatMap(rowsOf),
    ]);
    const count = specs.flat().length;
    if (count > MOST_WIDGETS) {
      const reason = `has ${count} widgets, and a dashboard has at most ${MOST_WIDGETS}`;
      throw new Error(`${this.node.path}: ${reason}: make several, and give each some of the mappings`);
    }
    specs.forEach((spec) => this.dashboard.addWidgets(...spec));
  }
}

/** The mappings by the kind of their sources, in the order of its title. */
function sectionsOf(mappings: readonly IEventSourceMapping[]): [title: string, mappings: IEventSourceMapping[]][] {
  const sections = new Map<string, IEventSourceMapping[]>();
  for (const mapping of mappings) {
    const { title } = MeasuredMapping.of(mapping).contract;
    const shown = title[0].toUpperCase() + title.slice(1);
    sections.set(shown, [...(sections.get(shown) ?? []), mapping]);
  }
  return [...sections].sort(([one], [other]) => (one < other ? -1 : 1));
}

function heading(title: string): IWidget {
  return new TextWidget({ markdown: `## ${title}`, width: WHOLE_WIDTH, height: 1 });
}

function rowsOf(mapping: IEventSourceMapping): IWidget[][] {
  const widgets = new EventSourceMappingWidgets({ mapping });
  return [[widgets.title], widgets.all];
}
