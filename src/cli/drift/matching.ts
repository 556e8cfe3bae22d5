import { Answers } from './answers';
import { DeployedMapping } from './deployed-mapping';
import { Deployment, Deployments } from './deployment';
import { mayBeSamePlace } from './place';
import { DeployedTemplate, isSameFunction, isSameOnceDeployed } from './same';
import { readTemplate } from '../../analysis/read-template';
import { recognise } from '../../analysis/recognise';
import { l1PropertiesOf, MAPPING } from '../../graph/l1-properties';
import { TemplateMapping } from '../../graph/template';
import { PropertyReader, PropertySpec, SourceContract } from '../../model/contract';
import { memoize } from '../../model/memoize';
import { readerAt } from '../../model/paths';
import { Answer, every, some } from '../../model/three-valued';

/** A mapping of a template, with the values that each deployment has. */
export interface TemplateSide {
  readonly deployment: Deployment;
  readonly mapping: TemplateMapping;
  readonly contracts: readonly SourceContract[];
  readonly reader: PropertyReader;
}

/** The deployed mapping of a template's mapping, as far as it is known. */
export type Match = { readonly side: TemplateSide } & (
  | { readonly is: 'found'; readonly deployed: DeployedMapping }
  /** One of several, or one that may be another's; nothing can be claimed. */
  | {
      readonly is: 'uncertain';
      readonly candidates: readonly DeployedMapping[];
      readonly rivals: readonly TemplateSide[];
    }
  /** Lambda lists none. */
  | { readonly is: 'missing'; readonly uuid?: string }
  /** The stack has none: the template was changed since, or a condition leaves it out. */
  | { readonly is: 'undeployed' }
);

/** Finds the deployed mappings of templates: by their ids, where stacks are listed, or by what they read and invoke. */
export function matchesOf(deployments: Deployments, { mappings }: Answers): Match[] {
  const sides = deployments.all.flatMap((deployment) =>
    deployment.template.mappings.map((mapping) => templateSideOf(deployment, mapping)),
  );
  const byId = new Map(mappings.map((mapping) => [mapping.uuid, mapping]));
  const found = sides.map((side) => matchOf(side, byId, deployments));
  const claims = new Map<DeployedMapping, TemplateSide[]>();
  for (const match of found) {
    if (match.is === 'found') claims.set(match.deployed, [...(claims.get(match.deployed) ?? []), match.side]);
  }
  return found.map((match) => {
    if (match.is !== 'found') return match;
    const { side, deployed } = match;
    const rivals = claims.get(deployed)!.filter((other) => other !== side);
    return rivals.length > 0 ? { side, is: 'uncertain', candidates: [deployed], rivals } : match;
  });
}

function templateSideOf(deployment: Deployment, mapping: TemplateMapping): TemplateSide {
  const original = deployment.file.template.mapping(mapping.id) ?? mapping;
  const { contracts } = recognise(deployment.file.template, original);
  return { deployment, mapping, contracts, reader: readerAt(l1PropertiesOf(mapping.resource)) };
}

function matchOf(side: TemplateSide, byId: ReadonlyMap<string, DeployedMapping>, deployments: Deployments): Match {
  const { stack } = side.deployment;
  const uuid = stack?.resources.get(side.mapping.id)?.physicalId;
  if (stack && (uuid !== undefined || !stack.hasMore)) {
    if (uuid === undefined) return { side, is: 'undeployed' };
    const deployed = byId.get(uuid);
    return deployed ? { side, is: 'found', deployed } : { side, is: 'missing', uuid };
  }
  const answered = [...byId.values()].map((deployed) => ({ deployed, answer: isMapping(side, deployed, deployments) }));
  const possible = answered.filter(({ answer }) => answer !== false);
  const sure = possible.filter(({ answer }) => answer).map(({ deployed }) => deployed);
  if (sure.length === 1) return { side, is: 'found', deployed: sure[0] };
  const candidates = sure.length > 0 ? sure : possible.map(({ deployed }) => deployed);
  if (candidates.length > 0) return { side, is: 'uncertain', candidates, rivals: [] };
  return { side, is: side.mapping.resource.conditional ? 'undeployed' : 'missing' };
}

/** Whether a deployed mapping is that of a template, by the values by which Lambda tells mappings apart. */
function isMapping(side: TemplateSide, deployed: DeployedMapping, deployments: Deployments): Answer {
  const {
    deployment: { place, template },
    contracts,
  } = side;
  if (!mayBeSamePlace(place, deployed.place) || contractsOf(side, deployed).length === 0) return false;
  const deployedTemplate = { template, to: { deployments, place: deployed.place } };
  const reader = readerAt(deployed.properties);
  const keys = contracts.flatMap(({ properties: specs }) => specs.filter(({ isKey }) => isKey !== undefined));
  const byPath = new Map(keys.map((spec) => [spec.property, spec]));
  const answers: Answer[] = [];
  for (const spec of byPath.values()) {
    const answer = isSameKey(spec, side.reader, reader, deployedTemplate);
    if (answer === false) return false;
    answers.push(answer);
  }
  return every(answers);
}

function isSameKey(
  { property, isKey }: PropertySpec,
  one: PropertyReader,
  other: PropertyReader,
  deployedTemplate: DeployedTemplate,
): Answer {
  const [values, deployed] = [one.values(property), other.values(property)];
  if (values.length === 0) return deployed.length === 0 ? true : isSameIfThere(one.has(property));
  const among = values.map((value) =>
    some(deployed.map((text) => isSameName(property, value, String(text), deployedTemplate))),
  );
  if (isKey === 'by any item') return some(among);
  return values.length === deployed.length && every(among);
}

/** A value that is not there differs; a value that may be there may be the same. */
function isSameIfThere(isThere: Answer): Answer {
  return isThere === false ? false : undefined;
}

/** Whether a text is that of a value, also by a name that CloudFormation has made up. */
function isSameName(property: string, value: unknown, text: string, deployedTemplate: DeployedTemplate): Answer {
  const compareBy = property === 'functionName' ? isSameFunction : isSameOnceDeployed;
  const answer = compareBy(value, text, deployedTemplate);
  if (answer !== undefined) return answer;
  return (
    compareBy(value, text, { ...deployedTemplate, to: { ...deployedTemplate.to, believesNames: true } }) || undefined
  );
}

/** The kinds of source that both sides may have. */
export function contractsOf({ contracts }: TemplateSide, deployed: DeployedMapping): readonly SourceContract[] {
  const { contracts: others } = recognised(deployed);
  return contracts.filter((contract) => others.includes(contract));
}

/** A deployed mapping is recognised as one of a template is. */
const recognised = memoize(({ written }: DeployedMapping) => {
  const template = readTemplate({ Resources: { Deployed: { Type: MAPPING, Properties: written } } });
  return recognise(template, template.mappings[0]);
});
