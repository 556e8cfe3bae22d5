import { isMadeAfter } from '../graph/dependencies';
import { ALIAS } from '../graph/function-types';
import { readerOf } from '../graph/l1-properties';
import { Template, TemplateMapping } from '../graph/template';
import { hasUnseenParts } from '../graph/unseen';
import { PropertyReader, Resource, Context } from '../model/contract';
import { guide } from '../model/docs';
import { Problem, ruleNamed } from '../model/problem';
import { isUnknown } from '../model/tokens';
import { functionOf } from '../related/invoked';
import { qualifierOf } from '../related/qualifier';

const ALIAS_DOCS = guide('configuration-aliases');

export const ALIAS_ORDER = {
  ...ruleNamed('function-alias-order'),
  severity: 'warning' as const,
  says: 'FunctionName has the name of an alias of the template for which the mapping does not wait',
  docs: ALIAS_DOCS,
};

export const ALIAS_MISSING = {
  ...ruleNamed('function-alias-missing'),
  severity: 'warning' as const,
  says: 'FunctionName has the name of an alias that a function of the template does not have there',
  docs: ALIAS_DOCS,
};

const NAME = /^[A-Za-z_][\w-]*$/;
/** The types of resources that may make an alias that is not seen. */
const MAKERS = /^(Custom::|AWS::CloudFormation::(CustomResource|Stack)$|AWS::Serverless::Application$)/;

/** Says what is wrong with an alias that a mapping calls by its name, and so does not refer to. */
export function checkAlias(template: Template, mapping: TemplateMapping, context: Context): Problem[] {
  const reader = readerOf(mapping.resource);
  const lambda = functionOf(reader, context);
  const name = nameIn(reader, context);
  if (!lambda || lambda.own !== undefined || name === undefined || isMadeOfEvent(mapping)) return [];
  const made = idOfAlias(template, lambda, name);
  if (made === undefined) return mayBeMade(template, lambda, mapping) ? [] : [missingAlias(lambda, name)];
  const { logicalId } = mapping;
  const waits = isMadeAfter(template, logicalId, made) || isMadeAfter(template, made, logicalId);
  return waits ? [] : [order(made, name)];
}

/** AWS SAM refers to the alias that it makes. */
function isMadeOfEvent({ id, logicalId }: TemplateMapping): boolean {
  return id !== logicalId;
}

/** Says the same of the mapping of an app, whose aliases are all known. */
export function checkAliasOfApp(reader: PropertyReader, context: Context): Problem[] {
  const { related } = context;
  const lambda = functionOf(reader, context);
  const name = nameIn(reader, context);
  if (!lambda || !related || name === undefined || related.mapping.conditional) return [];
  const functionOfAlias = ({ properties }: Resource) => related.find(properties.FunctionName);
  const aliases = related.all(ALIAS);
  const made = aliases.find((alias) => alias.properties.Name === name && functionOfAlias(alias) === lambda);
  if (made) return related.waitsFor?.(made) === false ? [order(made.id, name, 'make the mapping depend on it')] : [];
  const isOpen = (alias: Resource) => isUnknown(alias.properties.Name) || functionOfAlias(alias) === undefined;
  return aliases.some(isOpen) ? [] : [missingAlias(lambda, name, 'app')];
}

/** Versions have numbers, and the newest one is called `$LATEST`. */
function nameIn(reader: PropertyReader, context: Context): string | undefined {
  const qualifier = qualifierOf(reader, context);
  return qualifier !== undefined && NAME.test(qualifier) ? qualifier : undefined;
}

/** The id of the alias of this name, in the template or as AWS SAM makes it. */
function idOfAlias(template: Template, lambda: Resource, name: string): string | undefined {
  const alias = aliasesOf(template, lambda).find(({ properties }) => properties.Name === name);
  return alias?.id ?? (lambda.properties.AutoPublishAlias === name ? `${lambda.id}Alias${name}` : undefined);
}

function aliasesOf(template: Template, lambda: Resource): Resource[] {
  return template.all(ALIAS).filter(({ properties }) => template.find(properties.FunctionName)?.id === lambda.id);
}

/**
 * Whether another may make the alias: one of a name or of a function that is not known, or what the template does not
 * show.
 */
function mayBeMade(template: Template, lambda: Resource, { resource }: TemplateMapping): boolean {
  const isUnseen = hasUnseenParts(template) || template.lookup.templates.length > 1 || resource.conditional === true;
  const makers = Object.keys(template.resources)
    .map((id) => template.resource(id)?.type ?? '')
    .filter((type) => MAKERS.test(type));
  const isOpen = ({ properties }: Resource) =>
    isUnknown(properties.Name) || template.find(properties.FunctionName) === undefined;
  return (
    isUnseen || makers.length > 0 || isUnknown(lambda.properties.AutoPublishAlias) || template.all(ALIAS).some(isOpen)
  );
}

function order(made: string, name: string, wait = `add DependsOn: ${made}`): Problem {
  const says =
    `calls the alias ${made} by its name ${name}, and the mapping does not wait for it: refer to the ` +
    `alias, or ${wait}`;
  return {
    ...ALIAS_ORDER,
    property: 'functionName',
    says,
    form: 'verbatim',
    reason: 'Lambda refuses the mapping of an alias that is made later',
  };
}

function missingAlias({ id }: Resource, name: string, place = 'template'): Problem {
  const says = `is ${id} with ${name}, an alias that the ${place} does not make`;
  const reason = 'Lambda answers "Function does not exist" when the stack is deployed for the first time';
  return { ...ALIAS_MISSING, property: 'functionName', says, form: 'verbatim', reason };
}
