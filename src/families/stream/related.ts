import { Rule } from '../../model/contract';
import { DESTINATION_RULE } from '../../related/destination';
import { duplicateRule } from '../../related/duplicates';
import { FUNCTION_RULES } from '../../related/function';

export const STREAM_NEIGHBOURS: readonly Rule[] = [...FUNCTION_RULES, duplicateRule(), DESTINATION_RULE];
