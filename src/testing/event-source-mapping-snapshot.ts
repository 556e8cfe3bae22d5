import { snapshotOf } from '../analysis/snapshot';

/**
 * The mappings of a template as a text, for snapshot tests: one property a line, without hashes, in a fixed order.
 *
 * A change of one option is a change of one line.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/testing.html
 * @example
 * import { Template } from 'aws-cdk-lib/assertions';
 * import { EventSourceMappingSnapshot } from 'cdk-event-source-mappings';
 *
 * const snapshot = EventSourceMappingSnapshot.of(Template.fromStack(stack).toJSON());
 */
export class EventSourceMappingSnapshot {
  /**
   * Describes the mappings of a template.
   *
   * @param template a template as JSON: `Template.fromStack(stack).toJSON()`
   */
  public static of(template: { readonly [name: string]: any }): string {
    // jsii has no other type for JSON
    return snapshotOf(template);
  }

  private constructor() {}
}
