/** The bounds of a number. At least one; of `above` and `atLeast` only one, of `below` and `atMost` too. */
export interface NumberRangeOptions {
  /**
   * The bound that the number must exceed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
   * @default - there is no such bound
   */
  readonly above?: number;
  /**
   * The smallest number that matches.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
   * @default - there is no such bound
   */
  readonly atLeast?: number;
  /**
   * The bound that the number must be below.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
   * @default - there is no such bound
   */
  readonly below?: number;
  /**
   * The largest number that matches.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
   * @default - there is no such bound
   */
  readonly atMost?: number;
}

/**
 * A rule for the value of a field.
 *
 * A field that is a list matches where one of its elements does.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
 * @example
 * import { FieldRule, SqsFilter } from 'cdk-event-source-mappings';
 *
 * const largeOrUnknown = SqsFilter.of({
 *   jsonBody: { 'order.total': FieldRule.anyOf(FieldRule.numberIn({ atLeast: 100 }), FieldRule.absent()) },
 * });
 */
export class FieldRule {
  /**
   * One of these texts, in upper and lower case as they are. They are never equal to a number: `'300'` does not match
   * 300.
   *
   * @param values the texts
   */
  public static string(...values: string[]): FieldRule {
    return new FieldRule(values);
  }

  /**
   * One of these numbers, however they are written: 300 matches 300.0 and 3.0e2, and never the text '300'.
   *
   * @param values the numbers: a whole one that JavaScript rounds, beyond 2^53, is an error
   */
  public static number(...values: number[]): FieldRule {
    return new FieldRule(values);
  }

  /** The value true. */
  public static isTrue(): FieldRule {
    return new FieldRule([true]);
  }

  /** The value false. */
  public static isFalse(): FieldRule {
    return new FieldRule([false]);
  }

  /** The value null. It is there: `absent` does not match it. */
  public static isNull(): FieldRule {
    return new FieldRule([null]);
  }

  /** A text of no characters. */
  public static emptyString(): FieldRule {
    return new FieldRule(['']);
  }

  /**
   * A text that starts with one of these.
   *
   * @param prefixes what it may start with
   */
  public static prefix(...prefixes: string[]): FieldRule {
    return new FieldRule(prefixes.map((prefix) => ({ prefix })));
  }

  /**
   * A text that ends with one of these.
   *
   * @param suffixes what it may end with
   */
  public static suffix(...suffixes: string[]): FieldRule {
    return new FieldRule(suffixes.map((suffix) => ({ suffix })));
  }

  /**
   * One of these texts, in upper or lower case.
   *
   * @param values the texts
   */
  public static equalsIgnoreCase(...values: string[]): FieldRule {
    return new FieldRule(values.map((value) => ({ 'equals-ignore-case': value })));
  }

  /**
   * Any value but these texts; null and numbers too. A field that is not there does not match.
   *
   * A list matches where any element is none of them.
   *
   * @param values the texts
   */
  public static anythingBut(...values: string[]): FieldRule {
    return new FieldRule([{ 'anything-but': values }]);
  }

  /**
   * Any value but these numbers; null and texts too. A field that is not there does not match.
   *
   * @param values the numbers
   */
  public static anythingButNumbers(...values: number[]): FieldRule {
    return new FieldRule([{ 'anything-but': values }]);
  }

  /**
   * A number within bounds. A text never is, even if it looks like one.
   *
   * @param range the bounds
   */
  public static numberIn(range: NumberRangeOptions): FieldRule {
    return new FieldRule([{ numeric: bounds(range) }]);
  }

  /** Any value, null too. Of an object, the fields in it have values, and it has none itself. */
  public static exists(): FieldRule {
    return new FieldRule([{ exists: true }]);
  }

  /** No value. An object or an empty list has none itself, and always matches: use a rule for a field in it. */
  public static absent(): FieldRule {
    return new FieldRule([{ exists: false }]);
  }

  /**
   * A value that matches one of these rules.
   *
   * @param rules the rules, of any kinds
   */
  public static anyOf(...rules: FieldRule[]): FieldRule {
    return new FieldRule(rules.flatMap((rule) => rule._pattern));
  }

  /**
   * The rule as a pattern has it.
   *
   * @internal
   */
  public readonly _pattern: readonly unknown[];

  private constructor(pattern: readonly unknown[]) {
    this._pattern = pattern;
  }
}

function bounds({ above, atLeast, below, atMost }: NumberRangeOptions): unknown[] {
  const given = Object.entries({ '>': above, '>=': atLeast, '<': below, '<=': atMost }).filter(
    ([, bound]) => bound !== undefined && bound !== null,
  );
  return given.flat();
}
