import { serviceOf } from './recognise';
import { Problem, Severity } from '../engine/contract';
import { isPresent } from '../engine/tokens';
import { attributeOf, textOf } from '../template/references';
import { Template, TemplateMapping } from '../template/template';

/** A rule of the source of a mapping, before it is known what kind it is of. */
interface SourceRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly page: string;
  /** What is wrong, as a sentence. */
  fault(mapping: TemplateMapping, template: Template): string | undefined;
}

const PAGE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventsourcemapping.html';

/** Services that push their events to a function. */
const PUSHING = ['sns', 's3', 'events', 'lambda', 'logs', 'iot', 'ses', 'firehose', 'states', 'codecommit', 'cognito-idp', 'apigateway'];

/** The attributes that are the ARN which Lambda polls, and what others are. */
const ARNS: { readonly [type: string]: { readonly attributes: readonly string[]; readonly instead: string } } = {
  'AWS::SQS::Queue': { attributes: ['Arn'], instead: 'Fn::GetAtt with Arn' },
  'AWS::Kinesis::Stream': { attributes: ['Arn'], instead: 'Fn::GetAtt with Arn' },
  'AWS::Kinesis::StreamConsumer': { attributes: ['Ref', 'ConsumerARN'], instead: 'Ref' },
  'AWS::DynamoDB::Table': { attributes: ['StreamArn'], instead: 'Fn::GetAtt with StreamArn' },
  'AWS::DynamoDB::GlobalTable': { attributes: ['StreamArn'], instead: 'Fn::GetAtt with StreamArn' },
  'AWS::MSK::Cluster': { attributes: ['Ref', 'Arn'], instead: 'Ref' },
  'AWS::MSK::ServerlessCluster': { attributes: ['Ref', 'Arn'], instead: 'Ref' },
  'AWS::MSK::VpcConnection': { attributes: ['Ref', 'Arn'], instead: 'Ref' },
  'AWS::AmazonMQ::Broker': { attributes: ['Arn'], instead: 'Fn::GetAtt with Arn' },
  'AWS::DocDB::DBCluster': { attributes: [], instead: 'Fn::Sub with arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster: before its id' },
};

/** What is wrong with any mapping, whatever its source. */
export const SOURCE_RULES: readonly SourceRule[] = [
  {
    rule: 'mapping-source-required',
    severity: 'error',
    says: 'EventSourceArn or SelfManagedEventSource is required: it is what Lambda polls',
    page: PAGE,
    fault: ({ resource: { properties } }) => {
      const isMissing = isPresent(properties.EventSourceArn) === false && isPresent(properties.SelfManagedEventSource) === false;
      const mayBeMade = Object.keys(properties).some((name) => name.startsWith('Fn::'));
      return isMissing && !mayBeMade ? 'EventSourceArn or SelfManagedEventSource is required: it is what Lambda polls' : undefined;
    },
  },
  {
    rule: 'mapping-source-polled',
    severity: 'error',
    says: `EventSourceArn is of a service that Lambda does not poll: ${PUSHING.join(', ')}`,
    page: PAGE,
    fault: ({ resource: { properties: { EventSourceArn: arn } } }) => {
      const text = textOf(arn);
      const service = text && serviceOf(text);
      return service && PUSHING.includes(service) ? `EventSourceArn is of ${service}, which Lambda does not poll` : undefined;
    },
  },
  {
    rule: 'mapping-source-attribute',
    severity: 'error',
    says: 'EventSourceArn is another attribute of the source than the ARN that Lambda polls',
    page: PAGE,
    fault: ({ resource: { properties: { EventSourceArn: arn } } }, template) => {
      const given = attributeOf(template.originOf(arn).value);
      const source = given && template.find(arn);
      if (!source || !Object.hasOwn(ARNS, source.type) || ARNS[source.type].attributes.includes(given.attribute)) return undefined;
      const what = `${given.attribute} of ${source.id}`;
      return `EventSourceArn is ${what}, which is not the ARN that Lambda polls: use ${ARNS[source.type].instead}`;
    },
  },
];

export function checkSource(mapping: TemplateMapping, template: Template): Problem[] {
  return SOURCE_RULES.flatMap(({ rule, severity, page, fault }) => {
    const message = fault(mapping, template);
    return message === undefined ? [] : [{ rule, severity, property: 'eventSourceArn', message, page }];
  });
}
