import { StreamViewType, Table, AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Stream, StreamConsumer } from 'aws-cdk-lib/aws-kinesis';
import { Alias, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** The sources that the app polls, before and after it is moved. */
export class Sources extends Construct {
  public readonly queue = new Queue(this, 'Queue');
  public readonly stream = new Stream(this, 'Stream');
  public readonly consumer = new StreamConsumer(this, 'Consumer', {
    streamConsumerName: 'reader',
    stream: this.stream,
  });
  public readonly table = new Table(this, 'Table', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    stream: StreamViewType.NEW_IMAGE,
  });
  public readonly clusterArn =
    'arn:aws:kafka:us-east-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2';
  public readonly bootstrapServers = ['broker-1.example.com:9096', 'broker-2.example.com:9096'];
  public readonly credentials = new Secret(this, 'Credentials');
}

export function handlerIn(scope: Construct, id: string): Function {
  return new Function(scope, id, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
  });
}

export function aliasIn(scope: Construct, id: string): Alias {
  return new Alias(scope, `${id}Live`, { aliasName: 'live', version: handlerIn(scope, id).currentVersion });
}
