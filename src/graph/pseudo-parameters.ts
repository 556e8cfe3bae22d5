/** Values as CloudFormation could give them: each is of the form that all of its kind have. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::AccountId', '123456789012'],
]);

/** A value with examples in the place of the partition, the Region and the account. */
export function withExamples(value: unknown): unknown {
  return withTexts(value, (name) => EXAMPLES.get(name));
}

/** A value with texts in the place of pseudo parameters, as far as there is one for each. */
export function withTexts(value: unknown, textOf: (pseudoParameter: string) => string | undefined): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(AWS::\w+)\}/g, (given, name: string) => textOf(name) ?? given);
  }
  if (Array.isArray(value)) return value.map((item) => withTexts(item, textOf));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: name } = value as { Ref?: unknown };
  const text = typeof name === 'string' && name.startsWith('AWS::') ? textOf(name) : undefined;
  return text ?? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withTexts(child, textOf)]));
}
