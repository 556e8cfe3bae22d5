import { numberAsSent } from './attribute-types';
import { FieldRule } from '../../filters/field-rule';

/**
 * A rule for an attribute of a DynamoDB item, with the letter of its type, below which DynamoDB puts a value.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 * @example
 * import { AttributeRule, DynamoDbFilter, FieldRule } from 'cdk-event-source-mappings';
 *
 * const shipped = DynamoDbFilter.of({
 *   newImage: {
 *     status: AttributeRule.string(FieldRule.equalsIgnoreCase('shipped')),
 *     parcels: AttributeRule.number(1, 2),
 *   },
 * });
 */
export class AttributeRule {
  /**
   * A string (type S).
   *
   * @param rule what the text may be
   */
  public static string(rule: FieldRule): AttributeRule {
    return new AttributeRule({ S: rule._pattern });
  }

  /**
   * One of these numbers (type N). They are compared as the texts that DynamoDB sends, so that there are no ranges.
   *
   * @param values the numbers
   */
  public static number(...values: number[]): AttributeRule {
    return new AttributeRule({ N: values.map(numberAsSent) });
  }

  /**
   * A number (type N) as the text that DynamoDB sends: whether it is there, or more digits than JavaScript has.
   *
   * @param rule what the text of the number may be
   */
  public static numberText(rule: FieldRule): AttributeRule {
    return new AttributeRule({ N: rule._pattern });
  }

  /** The value true (type BOOL). */
  public static isTrue(): AttributeRule {
    return new AttributeRule({ BOOL: [true] });
  }

  /** The value false (type BOOL). */
  public static isFalse(): AttributeRule {
    return new AttributeRule({ BOOL: [false] });
  }

  /** The value null (type NULL). */
  public static isNull(): AttributeRule {
    return new AttributeRule({ NULL: [true] });
  }

  /**
   * A set of strings (type SS), one of which matches the rule.
   *
   * @param rule what one of the texts may be
   */
  public static stringSetContains(rule: FieldRule): AttributeRule {
    return new AttributeRule({ SS: rule._pattern });
  }

  /**
   * A set of numbers (type NS) with one of these.
   *
   * @param values the numbers
   */
  public static numberSetContains(...values: number[]): AttributeRule {
    return new AttributeRule({ NS: values.map(numberAsSent) });
  }

  /**
   * A list (type L), one element of which matches the rule.
   *
   * @param rule what one of the elements may be
   */
  public static listContains(rule: AttributeRule): AttributeRule {
    return new AttributeRule({ L: rule._pattern });
  }

  /**
   * A map (type M) with these attributes in it.
   *
   * @param attributes a rule for each, by its name
   */
  public static map(attributes: { [name: string]: AttributeRule }): AttributeRule {
    return new AttributeRule({ M: attributes });
  }

  /**
   * The rule as a pattern has it.
   *
   * @internal
   */
  public readonly _pattern: object;

  private constructor(pattern: object) {
    this._pattern = pattern;
  }
}
