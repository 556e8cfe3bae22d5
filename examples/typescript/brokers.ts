import { Duration } from 'aws-cdk-lib';
import { CfnBroker } from 'aws-cdk-lib/aws-amazonmq';
import { IVpc, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  ActiveMqEventSourceMapping,
  ActiveMqFilter,
  FieldRule,
  MqAuthentication,
  RabbitMqEventSourceMapping,
} from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { Handler } from './handler';

/** Tickets of the help desk, and mails to be sent. */
export function addBrokers(scope: Construct, vpc: IVpc): void {
  answerTickets(scope, vpc);
  sendMails(scope, vpc);
}

function answerTickets(scope: Construct, vpc: IVpc) {
  const credentials = brokerCredentials(scope, 'TicketCredentials');
  const broker = new CfnBroker(scope, 'TicketBroker', {
    brokerName: 'tickets',
    engineType: 'ACTIVEMQ',
    engineVersion: '5.18',
    ...brokerDefaults(scope, 'TicketBrokerAccess', vpc, credentials),
  });

  new ActiveMqEventSourceMapping(scope, 'Tickets', {
    broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(credentials),
    target: new Handler(scope, 'AnswerTicket', { timeout: Duration.minutes(10) }),
    batchSize: 20,
    maxBatchingWindow: Duration.seconds(30),
    filters: [ActiveMqFilter.of({ jsonData: { priority: FieldRule.string('high') } })],
  });
}

function sendMails(scope: Construct, vpc: IVpc) {
  const credentials = brokerCredentials(scope, 'MailCredentials');
  const broker = new CfnBroker(scope, 'MailBroker', {
    brokerName: 'mails',
    engineType: 'RABBITMQ',
    engineVersion: '3.13',
    ...brokerDefaults(scope, 'MailBrokerAccess', vpc, credentials),
  });

  new RabbitMqEventSourceMapping(scope, 'Mails', {
    broker,
    queueName: 'mails',
    authentication: MqAuthentication.basic(credentials),
    target: new Handler(scope, 'SendMail'),
    batchSize: 50,
  });
}

function brokerCredentials(scope: Construct, id: string): Secret {
  return new Secret(scope, id, {
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: 'shop' }),
      generateStringKey: 'password',
      excludePunctuation: true,
    },
  });
}

function brokerDefaults(scope: Construct, id: string, vpc: IVpc, credentials: Secret) {
  return {
    deploymentMode: 'SINGLE_INSTANCE',
    hostInstanceType: 'mq.m5.large',
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    subnetIds: [vpc.privateSubnets[0].subnetId],
    securityGroups: [new SecurityGroup(scope, id, { vpc }).securityGroupId],
    // Both become references to the secret: its value is not in the template.
    users: [
      {
        username: credentials.secretValueFromJson('username').unsafeUnwrap(),
        password: credentials.secretValueFromJson('password').unsafeUnwrap(),
      },
    ],
  };
}
