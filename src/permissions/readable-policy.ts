import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';

/** A policy to copy: a value known only at deployment is a name in angle brackets. IAM knows no intrinsic functions. */
export function readablePolicy(document: PolicyDocument, stack: Stack): string {
  return JSON.stringify(readable(stack.resolve(document)));
}

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value) as [string, unknown][];
  if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return placeholderOf(name, argument);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, readable(child)]));
}

function placeholderOf(name: string, argument: unknown): string {
  if (name === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map((part) => String(readable(part))).join(separator);
  }
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument[1]} of ${argument[0]}>`;
  return name === 'Ref' ? `<${String(argument)}>` : `<${JSON.stringify({ [name]: argument })}>`;
}
