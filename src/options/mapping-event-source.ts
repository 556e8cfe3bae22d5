import type { IEventSource, IEventSourceMapping, IFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * An event source mapping for `handler.addEventSource(...)`, which makes it under the function.
 *
 * @example
 * import { SqsEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * const jobs = SqsEventSourceMapping.asEventSource('Jobs', { queue });
 * handler.addEventSource(jobs);
 * const jobsMapping = jobs.mapping;
 */
export class MappingEventSource implements IEventSource {
  /** @internal */
  public static _of(id: string, makeUnder: (target: IFunction) => IEventSourceMapping): MappingEventSource {
    return new MappingEventSource(id, makeUnder);
  }

  private readonly made: IEventSourceMapping[] = [];

  private constructor(
    private readonly id: string,
    private readonly makeUnder: (target: IFunction) => IEventSourceMapping,
  ) {}

  /**
   * Makes the mapping. `addEventSource` calls it.
   *
   * @param target the function that the mapping invokes
   */
  public bind(target: IFunction): void {
    this.made.push(this.makeUnder(target));
  }

  /** The mapping. It is there once `addEventSource` of one function was called. */
  public get mapping(): IEventSourceMapping {
    const [mapping, another] = this.made;
    if (mapping === undefined) {
      throw new Error(`The mapping ${this.id} is not made yet: call handler.addEventSource(...) first`);
    }
    if (another !== undefined) {
      const paths = this.made.map(({ node }) => node.path).join(', ');
      throw new Error(
        `The event source ${this.id} has several mappings (${paths}): call asEventSource for each function`,
      );
    }
    return mapping;
  }
}
