import { withExamples } from '../graph/pseudo-parameters';
import { wholeTextOf } from '../graph/references';
import { idPrefixOf } from '../model/check';
import { PropertyReader, SourceContract } from '../model/contract';
import { Problem, ruleNamed } from '../model/problem';
import { isUnknown } from '../model/tokens';

const ARN_PROPERTY = 'eventSourceArn';
/** Longer than any ARN that is put together: what is nested deeper is made by a program. */
const LONGEST_ARN = 2048;

/**
 * Checks the form of an ARN that is written out but for the partition, the Region and the account.
 *
 * A deployment fills these in, and the form is right or wrong whatever they are.
 */
export function checkKnownArn(contract: SourceContract, reader: PropertyReader): Problem[] {
  const [value] = reader.values(ARN_PROPERTY);
  if (!isUnknown(value)) return [];
  const text = wholeTextOf(withExamples(value), () => undefined);
  if (text === undefined || text.length > LONGEST_ARN || isUnknown(text) || text.includes('${')) return [];
  const specs = contract.properties.filter(({ property }) => property === ARN_PROPERTY);
  return specs.flatMap(({ option, common, constraints, docs = contract.docs }) =>
    constraints.flatMap((constraint): Problem[] => {
      const says = constraint.kind === 'arn' ? constraint.fault(text) : undefined;
      if (says === undefined) return [];
      const { rule, severity = 'error', reason } = constraint;
      return [
        {
          ...ruleNamed(rule, idPrefixOf(contract, common)),
          severity,
          property: ARN_PROPERTY,
          option,
          says,
          form: 'verbatim',
          reason,
          docs,
        },
      ];
    }),
  );
}
