import { CfnResource, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Fixtures } from '../fixtures';

export function functionIn(
  f: Pick<Fixtures, 'stack'>,
  id: string,
  props: Partial<lambda.FunctionProps> = {},
): lambda.Function {
  return new lambda.Function(f.stack, id, {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    ...props,
  });
}

/** A queue with nothing to be said against it, but for what it is given. */
export function queueIn(f: Fixtures, id: string, props: sqs.QueueProps = {}): sqs.Queue {
  const queue = new sqs.Queue(f.stack, `${id}DeadLetters`, { fifo: props.fifo });
  return new sqs.Queue(f.stack, id, {
    visibilityTimeout: Duration.minutes(30),
    deadLetterQueue: { queue, maxReceiveCount: 5 },
    ...props,
  });
}

/** A secret as Amazon MSK wants it. */
export function mskSecretIn(f: Fixtures, id: string, props: secretsmanager.SecretProps = {}): secretsmanager.Secret {
  return new secretsmanager.Secret(f.stack, id, { secretName: `AmazonMSK_${id}`, encryptionKey: f.key, ...props });
}

export function override(
  construct: { readonly node: { readonly defaultChild?: unknown } },
  path: string,
  value: unknown,
): void {
  (construct.node.defaultChild as CfnResource).addPropertyOverride(path, value);
}

/** Options over those of the smallest mapping, so that there is nothing to be said against it. */
export function wellMade(folder: string, f: Fixtures): object {
  if (folder === 'sqs') return { queue: queueIn(f, 'Jobs') };
  if (folder === 'sqs-fifo') return { queue: queueIn(f, 'Payments', { fifo: true }) };
  return {};
}
