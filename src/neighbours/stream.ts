import { DESTINATION_RULE } from './destination';
import { duplicateRule } from './duplicates';
import { FUNCTION_RULES } from './function';
import { Rule } from '../engine/contract';

export const STREAM_NEIGHBOURS: readonly Rule[] = [...FUNCTION_RULES, duplicateRule(), DESTINATION_RULE];
