import { functionOf, TARGET } from './invoked';
import { NESTED_STACK_RULE } from './nested-stacks';
import { textOf } from '../graph/references';
import { PropertyReader, Place, Rule, Context } from '../model/contract';
import { CREATE_MAPPING_DOCS } from '../model/docs';
import { memoize } from '../model/memoize';
import { SOURCE_ARN } from '../model/property-paths';
import { Facts, rule } from '../model/rules';
import { isUnknown } from '../model/tokens';

/** An ARN of which the beginning is known. */
const ARN_BEGINNING = /^arn:[^:]*:[a-z0-9-]+:(?<region>[a-z0-9-]+|\*):(?<account>\d{12}|\*):/;
/** The other beginnings of a function's name. */
const PARTIAL_ARN = /^(?:(?<region>[a-z]{2,}(?:-[a-z]+)+-\d):)?(?<account>\d{12}):(?:function:)?/;

const NOWHERE: Place = {};

/** The Region and the account in a name, as far as they are known. */
function placeNamed(value: unknown, { related }: Context): Place {
  const text = textOf(related?.originOf?.(value) ?? value);
  if (text === undefined) return NOWHERE;
  const { region, account } = (ARN_BEGINNING.exec(text) ?? PARTIAL_ARN.exec(text))?.groups ?? {};
  return { region: region === '*' ? undefined : region, account: account === '*' ? undefined : account };
}

/**
 * The Region and the account of what a value names: as its text says, or else as the resource's stack is deployed to.
 */
function placeOf(value: unknown, context: Context): Place {
  const named = placeNamed(value, context);
  const { place = {} } = context.related?.find(value) ?? {};
  return { region: named.region ?? place.region, account: named.account ?? place.account };
}

/** Constructs know more of their function than its name tells. */
const placeOfFunction = memoize((reader: PropertyReader, context: Context): Place => {
  const named = placeNamed(reader.values(TARGET)[0], context);
  const { place = {} } = functionOf(reader, context) ?? {};
  const { target = {} } = context;
  return {
    region: named.region ?? known(target.region) ?? place.region,
    account: named.account ?? known(target.account) ?? place.account,
  };
});

function known(text: string | undefined): string | undefined {
  return isUnknown(text) ? undefined : text;
}

interface Kind {
  readonly of: keyof Place;
  /** The word for it: 'the Region'. */
  readonly called: string;
}

/** A rule of a function that has to be where its mapping is. */
function functionPlaceRule(name: string, { of, called }: Kind): Rule {
  return rule(
    name,
    TARGET,
    `is in another ${called} than the mapping`,
    {
      common: true,
      reason: 'a mapping is in the Region and the account of its function: create it there',
      docs: CREATE_MAPPING_DOCS,
    },
    (reader, context) => {
      const own = known(context[of]);
      const other = own === undefined ? undefined : placeOfFunction(reader, context)[of];
      return other !== undefined && other !== own && `is in the ${called} ${other}, but the mapping is in ${own}`;
    },
  );
}

/** A function of another place, by its ARN or by its stack. */
export const FUNCTION_PLACE_RULES: readonly Rule[] = [
  functionPlaceRule('function-in-region', { of: 'region', called: 'Region' }),
  functionPlaceRule('function-in-account', { of: 'account', called: 'account' }),
  NESTED_STACK_RULE,
];

const SOURCE_FACTS: Facts = {
  common: true,
  reason: 'Lambda polls a source of the Region of the function only',
  docs: CREATE_MAPPING_DOCS,
};

function sourcePlaceRule(isLeftOut: (arn: unknown, reader: PropertyReader, context: Context) => boolean): Rule {
  return rule(
    'source-in-region',
    SOURCE_ARN,
    'is in another Region than the function',
    SOURCE_FACTS,
    (reader, context) => {
      const [arn] = reader.values(SOURCE_ARN);
      if (arn === undefined || isLeftOut(arn, reader, context)) return undefined;
      const own = known(context.region) ?? placeOfFunction(reader, context).region;
      const other = own === undefined ? undefined : placeOf(arn, context).region;
      return other !== undefined && other !== own && `is in the Region ${other}, but the function is in ${own}`;
    },
  );
}

/** A source of another Region, by its ARN or by its stack. */
export const SOURCE_PLACE_RULE: Rule = sourcePlaceRule(() => false);

/** The same for sources that have a rule of their literal ARN, which compares it with what it knows of the function. */
export const OTHER_SOURCE_PLACE_RULE: Rule = sourcePlaceRule((arn, reader, { region }) => {
  const isCompared =
    known(region) !== undefined ||
    reader.values(TARGET).some((name) => !isUnknown(name) && ARN_BEGINNING.test(String(name)));
  return !isUnknown(arn) && isCompared;
});
