/** Values as CloudFormation could give them: each is of the form that all of its kind have. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::AccountId', '123456789012'],
]);

/** A value with examples in the place of the partition, the Region and the account. */
export function withExamples(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(AWS::\w+)\}/g, (given, name: string) => EXAMPLES.get(name) ?? given);
  }
  if (Array.isArray(value)) return value.map(withExamples);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: name } = value as { Ref?: unknown };
  const example = typeof name === 'string' ? EXAMPLES.get(name) : undefined;
  return example ?? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withExamples(child)]));
}
