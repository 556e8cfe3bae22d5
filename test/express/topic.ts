import { CfnResource } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';

/** A topic of Amazon Express, a service that does not exist. */
export interface ITopicRef extends IConstruct {
  readonly topicArn: string;
}

export const TOPIC_TYPE = 'AWS::Express::Topic';

export class CfnTopic extends CfnResource implements ITopicRef {
  public readonly topicArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id, { type: TOPIC_TYPE, properties: {} });
    this.topicArn = this.getAtt('PolledArn').toString();
  }
}
