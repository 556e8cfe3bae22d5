import type { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Properties, SourceContract } from '../model/contract';
import { memoize } from '../model/memoize';
import { read } from '../model/paths';

const newerThanL1Of = memoize(({ properties }: SourceContract) =>
  properties.filter(({ newerThanL1 }) => newerThanL1 !== undefined),
);

/** Writes the properties that the L1 of the oldest supported aws-cdk-lib does not know. */
export function writeNewer(resource: CfnEventSourceMapping, contract: SourceContract, properties: Properties): void {
  for (const { property, newerThanL1 } of newerThanL1Of(contract)) {
    read(properties, property).entries.forEach(({ value }) => resource.addPropertyOverride(newerThanL1!, value));
  }
}
