import { find } from './find';
import { memoize } from '../graph/memoize';
import { PropertyReader, Resource, Context } from '../model/contract';

export const TARGET = 'functionName';
/** What stands between a mapping and its function. */
export const QUALIFIERS = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'];
export const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

/** The function that the mapping invokes, by its name, an alias or a version. */
export const functionOf = memoize((reader: PropertyReader, context: Context) =>
  functionNamed(reader.values(TARGET)[0], context),
);

function functionNamed(name: unknown, context: Context): Resource | undefined {
  const qualifier = find(name, QUALIFIERS, context);
  return find(qualifier ? qualifier.properties.FunctionName : name, FUNCTIONS, context);
}
