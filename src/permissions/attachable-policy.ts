import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { IRole, Policy, PolicyProps } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** An inline policy that knows whether a role took it: an imported role may not, and does not say so. */
export class AttachablePolicy extends Policy {
  public isTaken = false;

  constructor(scope: Construct, id: string, props: PolicyProps) {
    super(scope, id, props);
    const resource = this.node.defaultChild as CfnResource;
    // Every mapping names the policy in its DependsOn: to work out the logical id each time costs more than the rest.
    resource.overrideLogicalId(Lazy.string({ produce: () => Stack.of(resource).getLogicalId(resource) }));
  }

  public attachToRole(role: IRole): void {
    this.isTaken = true;
    super.attachToRole(role);
  }
}
