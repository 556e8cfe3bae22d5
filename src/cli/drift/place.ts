/** Where something is deployed, as an ARN tells it. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function placeIn(arn: string): Place | undefined {
  const { partition, region, account } = /^arn:(?<partition>[^:]+):[^:]+:(?<region>[^:]+):(?<account>\d{12}):/.exec(arn)?.groups ?? {};
  return partition === undefined ? undefined : { partition, region, account };
}

/** Whether two places may be the same one, as far as both are known. */
export function mayBeSamePlace(one: Partial<Place> = {}, other: Partial<Place> = {}): boolean {
  return (['region', 'account'] as const).every((part) => one[part] === undefined || other[part] === undefined || one[part] === other[part]);
}
