import { SAM_FUNCTION } from './sam';

/** The types of functions that a mapping can invoke. */
export const FUNCTIONS = ['AWS::Lambda::Function', SAM_FUNCTION];
export const ALIAS = 'AWS::Lambda::Alias';
