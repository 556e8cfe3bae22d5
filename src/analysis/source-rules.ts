import { contractsNamedBy, serviceOf } from './recognise';
import { attributeOf, textOf } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { guide } from '../model/docs';
import { Problem, RuleName, ruleNamed, Severity } from '../model/problem';
import { PolledResource } from '../model/recognition';
import { hasMacro, isPresent } from '../model/tokens';
import { CONTRACTS } from '../sources/contracts';

/** A rule of the source of a mapping, before it is known what kind it is of. */
interface SourceRule extends RuleName {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly docs: string;
  /** Says what is wrong, to be read after the name of the property. */
  fault(mapping: TemplateMapping, template: Template): string | undefined;
}

/** The page of the resource, for what is true of no source alone. */
export const RESOURCE_DOCS =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventsourcemapping.html';

/** Services that push their events to a function. */
const PUSHING = [
  'sns',
  's3',
  'events',
  'lambda',
  'logs',
  'iot',
  'ses',
  'firehose',
  'states',
  'codecommit',
  'cognito-idp',
  'apigateway',
];

const LOOKALIKES = CONTRACTS.map(({ recognition }) => recognition.lookalikes).filter(
  (lookalikes) => lookalikes !== undefined,
);

/** A type of resource in the first contract that has it. Other contracts differ in `isOfSource` only. */
export function polledResource(type: string): PolledResource | undefined {
  const resources = CONTRACTS.map(({ recognition }) => recognition.resources).find((own) => Object.hasOwn(own, type));
  return resources?.[type];
}

/** The attribute, or the text, to write instead of another attribute. */
function advised({ attributes: [attribute], instead }: PolledResource): string {
  return instead ?? (attribute === 'Ref' ? 'Ref' : `Fn::GetAtt with ${attribute}`);
}

const IS_REQUIRED = 'is required: it is what Lambda polls';

/** The rules of the source that any mapping names. */
export const SOURCE_RULES: readonly SourceRule[] = [
  {
    ...ruleNamed('source-required'),
    severity: 'error',
    says: `EventSourceArn or SelfManagedEventSource ${IS_REQUIRED}`,
    docs: RESOURCE_DOCS,
    fault: ({ resource: { properties }, event }) => {
      const isMissing =
        isPresent(properties.EventSourceArn) === false && isPresent(properties.SelfManagedEventSource) === false;
      // An event that has no ARN for its source has other properties, each of which has a rule.
      if (!isMissing || hasMacro(properties) || (event && event.source === undefined)) {
        return undefined;
      }
      return event ? IS_REQUIRED : `or SelfManagedEventSource ${IS_REQUIRED}`;
    },
  },
  {
    ...ruleNamed('source-polled'),
    severity: 'error',
    says: `EventSourceArn is of a service that Lambda does not poll: ${PUSHING.join(', ')}`,
    docs: RESOURCE_DOCS,
    fault: ({
      resource: {
        properties: { EventSourceArn: arn },
      },
    }) => {
      const text = textOf(arn);
      const service = text && serviceOf(text);
      return service && PUSHING.includes(service) ? `is of ${service}, which Lambda does not poll` : undefined;
    },
  },
  {
    ...ruleNamed('source-cluster-kind'),
    severity: 'error',
    says:
      'EventSourceArn is an elastic or a global cluster of Amazon DocumentDB, whose change streams Lambda ' +
      'does not read',
    docs: guide('with-documentdb'),
    fault: (
      {
        resource: {
          properties: { EventSourceArn: arn },
        },
      },
      template,
    ) => {
      const source = template.find(arn);
      const service = serviceOf(textOf(arn) ?? '') ?? '';
      for (const { resources, services, says } of LOOKALIKES) {
        if (source && Object.hasOwn(resources, source.type)) {
          return `is ${source.id}, ${resources[source.type]} ${says}`;
        }
        if (Object.hasOwn(services, service)) return `is ${services[service]} ${says}`;
      }
      return undefined;
    },
  },
  {
    ...ruleNamed('source-attribute'),
    severity: 'error',
    says: 'EventSourceArn is another attribute of the source than the ARN that Lambda polls',
    docs: RESOURCE_DOCS,
    fault: (
      {
        resource: {
          properties: { EventSourceArn: arn },
        },
      },
      template,
    ) => {
      const given = attributeOf(template.originOf(arn).value);
      const source = given && template.find(arn);
      const polled = source && polledResource(source.type);
      if (!polled || polled.attributes.includes(given.attribute)) return undefined;
      return `is ${given.attribute} of ${source.id}, which is not the ARN that Lambda polls: use ${advised(polled)}`;
    },
  },
  {
    ...ruleNamed('source-event'),
    severity: 'warning',
    says:
      'EventSourceArn is of another kind of source than the event of AWS SAM, which lets the role of the ' +
      'function read its own kind only',
    docs: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html',
    fault: (
      {
        event,
        resource: {
          properties: { EventSourceArn: arn },
        },
      },
      template,
    ) => {
      if (event === undefined) return undefined;
      const named = contractsNamedBy(template, arn) ?? [];
      const types = new Set<string>(
        named.map(({ recognition }) => recognition.samEvent?.type).filter((type) => type !== undefined),
      );
      if (types.size === 0 || types.has(event.type)) return undefined;
      const [{ title }] = named;
      return (
        `is of another kind of source (${title}) than the event, whose type is ${event.type}: AWS SAM lets the role ` +
        `of the function read ` +
        `its own kind only, so use Type: ${[...types].join(' or ')}`
      );
    },
  },
];

export function checkSource(mapping: TemplateMapping, template: Template): Problem[] {
  const problems: Problem[] = [];
  for (const sourceRule of SOURCE_RULES) {
    const says = sourceRule.fault(mapping, template);
    if (says === undefined) continue;
    const { rule, name, severity, docs } = sourceRule;
    problems.push({ rule, name, severity, property: 'eventSourceArn', says, form: 'verbatim', docs });
  }
  return problems;
}
