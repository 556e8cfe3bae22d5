/** Where something is deployed, as an ARN tells it. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function placeIn(arn: string): Place | undefined {
  const [, partition, region, account] = /^arn:([^:]+):[^:]+:([^:]+):(\d{12}):/.exec(arn) ?? [];
  return partition === undefined ? undefined : { partition, region, account };
}

/** Whether two places may be the same one, as far as both are known. */
export function mayBeSamePlace(one: Partial<Place> = {}, other: Partial<Place> = {}): boolean {
  const mayBeSame = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  return mayBeSame(one.region, other.region) && mayBeSame(one.account, other.account);
}
