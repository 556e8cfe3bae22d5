import { find } from './find';
import { once } from '../graph/once';
import { Look, Resource, Where } from '../model/contract';

export const TARGET = 'functionName';
/** What stands between a mapping and its function. */
export const QUALIFIERS = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'];
export const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

/** The function that the mapping invokes, by its name, an alias or a version. */
export const functionOf = once((look: Look, where: Where) => functionNamed(look.values(TARGET)[0], where));

function functionNamed(name: unknown, where: Where): Resource | undefined {
  const qualifier = find(name, QUALIFIERS, where);
  return find(qualifier ? qualifier.properties.FunctionName : name, FUNCTIONS, where);
}
