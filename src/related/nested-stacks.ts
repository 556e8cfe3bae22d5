import { valuesAt } from './find';
import { functionOf, TARGET } from './invoked';
import { RelatedResources, Resource, Rule } from '../model/contract';
import { CLOUDFORMATION } from '../model/docs';
import { rule } from '../model/rules';

/** The nested stacks that a resource is in, from the inside out. */
function stacksAround(resource: Resource, related: RelatedResources): Resource[] {
  const stack = related.stackOf?.(resource);
  return stack === undefined ? [] : [stack, ...stacksAround(stack, related)];
}

/** Whether a nested stack is made before another one, because that takes values of it, or of one that does. */
function isNeededBy(needed: Resource, stack: Resource, related: RelatedResources): boolean {
  const seen = new Set<Resource>();
  const rest = [stack];
  while (rest.length > 0) {
    const next = rest.pop()!;
    if (seen.has(next)) continue;
    seen.add(next);
    const given = valuesAt(next, 'Parameters').flatMap((parameters) => Object.values(Object(parameters) as object));
    const taken = given.map((value) => related.find(value)).filter((one) => one !== undefined);
    if (taken.includes(needed)) return true;
    rest.push(...taken);
  }
  return false;
}

/** Two stacks of one parent that need each other: one of those around a mapping, and one around another resource. */
function cycleOf(
  mine: readonly Resource[],
  other: Resource,
  related: RelatedResources,
): [Resource, Resource] | undefined {
  const others = stacksAround(other, related);
  const stack = mine.find(
    (inner) => !others.includes(inner) && others.some((outer) => isBeside(inner, outer, related)),
  );
  const beside = stack && others.find((outer) => isBeside(stack, outer, related));
  const isCycle = stack && beside && isNeededBy(stack, beside, related) && isNeededBy(beside, stack, related);
  return isCycle ? [stack, beside] : undefined;
}

function isBeside(one: Resource, other: Resource, { stackOf }: RelatedResources): boolean {
  return one !== other && one.writtenIn === other.writtenIn && stackOf?.(one) === stackOf?.(other);
}

/** Nested stacks that need each other, which CloudFormation can make in no order. */
export const NESTED_STACK_RULE: Rule = rule(
  'nested-stack-cycle',
  TARGET,
  'is in a nested stack that needs the one of the source, which needs it too',
  {
    common: true,
    reason: 'CloudFormation answers "Circular dependency between resources": make the mapping in their parent',
    docs: CLOUDFORMATION,
  },
  (reader, context) => {
    const { related } = context;
    if (related?.stackOf === undefined) return undefined;
    const mine = stacksAround(related.mapping, related);
    if (mine.length === 0) return undefined;
    const found = [related.find(reader.values('eventSourceArn')[0]), functionOf(reader, context)];
    const [cycle] = found.map((other) => other && cycleOf(mine, other, related)).filter((one) => one !== undefined);
    return (
      cycle &&
      `is invoked by a mapping in the nested stack ${cycle[0].id}, which needs ${cycle[1].id} and is needed by it`
    );
  },
);
