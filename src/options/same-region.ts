import { textIn } from '../engine/constraints';
import { Rule } from '../engine/contract';
import { Facts, rule } from '../engine/rules';
import { isUnknown } from '../engine/tokens';

/** What is known by a literal ARN has to be in the Region of the function, where that is known too. */
export function sameRegion(id: string, subject: string, path: string, facts: Facts): Rule {
  return rule(id, subject, 'is in another Region than the function', facts, (look, where) => {
    const region = isUnknown(where.region) ? undefined : where.region ?? look.values('functionName').map(regionOf)[0];
    return region !== undefined && look.any(path, (arn) => ![region, undefined].includes(regionOf(arn)));
  });
}

function regionOf(arn: unknown): string | undefined {
  return /^arn:[^:]+:[^:]+:(?<region>[a-z0-9-]+):/.exec(textIn(arn))?.groups!.region;
}
