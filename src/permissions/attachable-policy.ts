import { IRole, Policy } from 'aws-cdk-lib/aws-iam';

/** An inline policy that knows whether a role took it: an imported role may not, and does not say so. */
export class AttachablePolicy extends Policy {
  public isTaken = false;

  public attachToRole(role: IRole): void {
    this.isTaken = true;
    super.attachToRole(role);
  }
}
