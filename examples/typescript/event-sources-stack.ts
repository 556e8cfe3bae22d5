import { Stack, StackProps } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { EventSourceMappingDashboard } from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { addBrokers } from './brokers';
import { addDatabases } from './databases';
import { addKafka } from './kafka';
import { addQueues } from './queues';
import { addStreams } from './streams';

/** A web shop that reacts to all that a Lambda function can be behind: ten event sources. */
export class EventSourcesStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });

    addStreams(this);
    addQueues(this);
    addKafka(this, vpc);
    addBrokers(this, vpc);
    addDatabases(this, vpc);

    new EventSourceMappingDashboard(this, 'Dashboard');
  }
}
