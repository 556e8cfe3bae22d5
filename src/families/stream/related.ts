import { Rule } from '../../model/contract';
import { DESTINATION_RULE } from '../../related/destination';
import { duplicateRule } from '../../related/duplicates';
import { FUNCTION_RULES } from '../../related/function';
import { FUNCTION_PLACE_RULES, SOURCE_PLACE_RULE } from '../../related/place';

export const STREAM_RELATED_RULES: readonly Rule[] = [
  ...FUNCTION_RULES,
  ...FUNCTION_PLACE_RULES,
  SOURCE_PLACE_RULE,
  duplicateRule(),
  DESTINATION_RULE,
];
