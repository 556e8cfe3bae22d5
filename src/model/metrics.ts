/** A CloudWatch metric that tells of a mapping, as AWS documents it. */
export interface MetricFact {
  /** AWS's name. */
  readonly name: string;
  /** Whose metric it is: it decides namespace and dimension. */
  readonly of: 'mapping' | 'function' | 'source' | 'dead-letter queue';
  /** The statistic that AWS advises to look at. */
  readonly statistic: 'Sum' | 'Maximum';
  readonly unit: 'Count' | 'Milliseconds' | 'Seconds' | 'Bytes';
  /** The group that has to be turned on, at a price, before Lambda sends it. */
  readonly group?: string;
  /** The path of the property without which Lambda does not send it. */
  readonly needs?: string;
  /** The thing that it counts, for tables and labels. */
  readonly says: string;
}

/** The facts by which the metrics of a resource are found, with its ARN. */
export interface ResourceMetrics {
  /** The type of the resource, and the service in its ARN. */
  readonly type: string;
  readonly service: string;
  readonly namespace: string;
  readonly dimension: string;
  /** The place of the name in the ARN, when that is split. */
  readonly nameIn: { readonly separator: string; readonly index: number };
}

/** How long a source keeps what nobody has processed. */
export interface Retention {
  /** In seconds, where the source's resource says nothing else. */
  readonly default: number;
  /** Nothing can make it another one. */
  readonly isFixed?: boolean;
  /** By type of resource, the L1 property that says so, and the seconds of its unit. */
  readonly at: { readonly [type: string]: { readonly property: string; readonly seconds: number } };
}

/** The metrics of the mappings of one kind of source. */
export interface SourceMetrics {
  readonly facts: readonly MetricFact[];
  /** The metrics of the source itself. */
  readonly source?: ResourceMetrics;
  readonly retention?: Retention;
  /** By type of resource, the L1 property by which what is polled names the source that it belongs to. */
  readonly through?: { readonly [type: string]: string };
  /** The metrics of a dead-letter queue. */
  readonly deadLetters?: ResourceMetrics;
  /**
   * By type of resource, the L1 property of the source that names its dead-letter queue; unset where the mapping names
   * it.
   */
  readonly deadLettersAt?: { readonly [type: string]: string };
}
