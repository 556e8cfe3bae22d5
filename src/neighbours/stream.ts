import { DESTINATION_RULE } from './destination';
import { DUPLICATE_RULE } from './duplicates';
import { FUNCTION_RULES } from './function';
import { Rule } from '../engine/contract';

export const STREAM_NEIGHBOURS: readonly Rule[] = [...FUNCTION_RULES, DUPLICATE_RULE, DESTINATION_RULE];
