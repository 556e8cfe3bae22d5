import { LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { aws_secretsmanager, aws_sns, aws_sqs } from 'aws-cdk-lib/interfaces';
import { secretReadAccess } from '../access/secrets';
import { Access, Contract, Field, Look, SourceContract, Where, Wiring } from '../engine/contract';
import { once } from '../template/once';
import { FailureDestination } from '../values/failure-destination';
import { SOURCE_ACCESS, usesSecret } from '../values/secret';

const ARN = 'arn:aws:service:region:account:resource/name/id';

/** What every source is to the fields that name it: one that stands for all, because only the actions are wanted. */
type StandIn = Stack & aws_secretsmanager.ISecretRef & aws_sqs.IQueueRef & aws_sns.ITopicRef;

let standIn: StandIn | undefined;

/** Its synthesizer is the one that takes the least time to make: the stack is never synthesized. */
function anySource(): StandIn {
  return standIn ??= Object.assign(new Stack(undefined, undefined, { synthesizer: new LegacyStackSynthesizer() }), {
    streamRef: { streamArn: ARN },
    streamConsumerRef: { consumerArn: ARN },
    tableStreamArn: ARN,
    queueRef: { queueArn: ARN, queueUrl: ARN },
    topicRef: { topicArn: ARN },
    brokerRef: { brokerArn: ARN, brokerId: ARN },
    dbClusterRef: { dbClusterId: 'cluster' },
    secretRef: { secretId: ARN },
    _arn: ARN,
    _serverless: false,
  }) as unknown as StandIn;
}

/** The actions that the role of a function needs for a mapping, as the fields of its contract have them. */
export interface Needed {
  readonly actions: readonly string[];
  readonly why: string;
  /** The property that names what they are needed on. */
  readonly property: string;
}

const SOURCE = 'eventSourceArn';
const DESTINATION = 'destinationConfig.onFailure.destination';

export function neededFor(contract: SourceContract, look: Look, { neighbours }: Where): Needed[] {
  return [
    ...needed(sourceAccess(contract), SOURCE),
    ...(usesSecret(look) ? needed(secretReadAccess(anySource()).filter(isAccess), SOURCE_ACCESS) : []),
    ...needed(destinationAccess(neighbours?.find(look.values(DESTINATION)[0])?.type), DESTINATION),
  ];
}

type SourceField = Field<unknown, object>;

/** What the field of the source asks for. */
const sourceAccess = once((contract: SourceContract): readonly Access[] => {
  const fields: readonly SourceField[] = Object.values((contract as Contract<object>).fields);
  const field = fields.find(({ rows }) => rows.some(({ property }) => property === SOURCE));
  return (field?.access?.(anySource(), {}) ?? []).filter(isAccess);
});

function destinationAccess(type: string | undefined): readonly Access[] {
  if (type === 'AWS::SQS::Queue') return FailureDestination.queue(anySource())._access.filter(isAccess);
  return type === 'AWS::SNS::Topic' ? FailureDestination.topic(anySource())._access.filter(isAccess) : [];
}

function needed(access: readonly Access[], property: string): Needed[] {
  return access.map(({ actions, why }) => ({ actions, why, property }));
}

/** What is no statement of the role's is done elsewhere. */
function isAccess(need: Access | Wiring): need is Access {
  return typeof need !== 'function';
}
