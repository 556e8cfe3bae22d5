import { find, ofAll } from './find';
import { ALIAS, FUNCTIONS } from '../graph/function-types';
import { equalTextOf } from '../graph/references';
import { PropertyReader, Resource, Context } from '../model/contract';
import { memoize } from '../model/memoize';

export const TARGET = 'functionName';
/** The resources between a mapping and its function. */
export const QUALIFIERS = [ALIAS, 'AWS::Lambda::Version'];

/** The function that the mapping invokes, by its name, an alias or a version. */
export const functionOf = memoize((reader: PropertyReader, context: Context) => {
  const [name] = reader.values(TARGET);
  const qualifier = find(name, QUALIFIERS, context);
  return (
    find(qualifier ? qualifier.properties.FunctionName : name, FUNCTIONS, context) ?? functionCalled(name, context)
  );
});

/** The function that has this name, written as the mapping writes it: in another template, it may be another one. */
function functionCalled(name: unknown, context: Context): Resource | undefined {
  const [text] = nameOfTarget(name, context)?.split(':') ?? [];
  const mapping = context.related?.mapping;
  if (text === undefined || mapping?.writtenIn === undefined) return undefined;
  const called = FUNCTIONS.flatMap((type) => functionsByName[type](context).get(text) ?? []);
  const [found, ...others] = called.filter(({ writtenIn }) => writtenIn === mapping.writtenIn);
  return others.length === 0 ? found : undefined;
}

const functionsByName = Object.fromEntries(FUNCTIONS.map((type) => [type, ofAll(type, byName)]));

/** One that is made on a condition may not be there, and another one instead. */
function byName(functions: readonly Resource[], context: Context): ReadonlyMap<string, readonly Resource[]> {
  const byText = new Map<string, Resource[]>();
  for (const lambda of functions.filter(({ conditional }) => !conditional)) {
    const name = textFor(lambda.properties.FunctionName, context);
    if (name !== undefined) byText.set(name, [...(byText.get(name) ?? []), lambda]);
  }
  return byText;
}

const OF_FUNCTION = /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:|([^:]*:)?function:|\d{12}:)/;

/** The name of a function with its version or its alias; the Region and the account are those of the mapping. */
export function nameOfTarget(value: unknown, context: Context): string | undefined {
  return textFor(value, context)?.replace(OF_FUNCTION, '');
}

function textFor(value: unknown, { related }: Context): string | undefined {
  return value === undefined ? undefined : equalTextOf(related?.writtenAs?.(value) ?? value);
}
