/** The place where something is deployed, as in its ARN. */
export interface DeploymentPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function placeIn(arn: string): DeploymentPlace | undefined {
  const [, partition, region, account] = /^arn:([^:]+):[^:]+:([^:]+):(\d{12}):/.exec(arn) ?? [];
  return partition === undefined ? undefined : { partition, region, account };
}

/** Whether two places may be the same one, as far as both are known. */
export function mayBeSamePlace(one: Partial<DeploymentPlace> = {}, other: Partial<DeploymentPlace> = {}): boolean {
  const mayBeSame = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  return mayBeSame(one.region, other.region) && mayBeSame(one.account, other.account);
}
