import { Answers } from './answers';
import { compare } from './compare';
import { NotCompared, PropertyChange, PropertyComparison } from './comparison';
import { DeployedMapping } from './deployed-mapping';
import { Deployment, Deployments } from './deployment';
import { contractsOf, Match, matchesOf, TemplateSide } from './matching';
import { Owners } from './owners';
import { mayBeSamePlace } from './place';
import { disabledBy, troublesOf } from './troubles';
import { driftWords } from './words';
import { BY_FREQUENCY } from '../../analysis/recognise';
import { l1PropertiesOf } from '../../graph/l1-properties';
import { templatePathOf } from '../lines';
import { TemplateFile } from '../templates';

/** The state of a mapping since it was deployed. */
export type DriftOutcome =
  | 'same'
  | 'unverified'
  | 'changed'
  | 'disabled'
  | 'trouble'
  | 'pending'
  | 'gone'
  | 'uncertain'
  | 'undeployed'
  | 'extra'
  | 'foreign';

/** A result of the comparison for a mapping; a mapping that is disabled and changed has two. */
export interface DriftFinding {
  readonly outcome: DriftOutcome;
  /** The template; unset for a mapping that belongs to none. */
  readonly file?: string;
  /** The line on which the mapping begins in its template. */
  readonly line?: number;
  readonly logicalId?: string;
  readonly uuid?: string;
  /** The function and the source of a mapping that no template has. */
  readonly functionArn?: string;
  readonly source?: string;
  readonly changes: readonly PropertyChange[];
  readonly notCompared: readonly NotCompared[];
  /** The ids of the deployed mappings that it may be. */
  readonly candidates: readonly string[];
  /** As Lambda says it. */
  readonly problem?: string;
  /** The meaning of the finding, and the action to take. */
  readonly explanation: string;
}

/** Compares templates with what is deployed. */
export function driftOf(files: readonly TemplateFile[], answers: Answers): DriftFinding[] {
  const deployments = new Deployments(files, answers.stacks);
  const matches = matchesOf(deployments, answers);
  const owners = new Owners(deployments, answers.stacks);
  const known = new Set(matches.flatMap(deployedOf));
  const others = answers.mappings.filter((mapping) => !known.has(mapping));
  return [
    ...matches.flatMap((match) => findingsOfMatch(match, deployments, answers)),
    ...others.map((mapping) => findingOfOther(mapping, owners)),
  ];
}

function deployedOf(match: Match): readonly DeployedMapping[] {
  if (match.is === 'found') return [match.deployed];
  return match.is === 'uncertain' ? match.candidates : [];
}

const NO_DETAILS = { changes: [], notCompared: [], candidates: [] };

function findingsOfMatch(match: Match, deployments: Deployments, answers: Answers): DriftFinding[] {
  const { side } = match;
  const finding = (outcome: DriftOutcome, explanation: string, more: Partial<DriftFinding> = {}): DriftFinding => ({
    outcome,
    explanation,
    ...NO_DETAILS,
    ...placed(side),
    ...more,
  });
  switch (match.is) {
    case 'found':
      return findingsOfPair(side, match.deployed, deployments, finding);
    case 'undeployed':
      return [finding('undeployed', driftWords.undeployed)];
    case 'uncertain': {
      const candidates = match.candidates.map(({ uuid }) => uuid);
      return [finding('uncertain', uncertainWords(match.rivals), { candidates })];
    }
    case 'missing': {
      const { uuid } = match;
      if (!isListed(side.deployment, answers)) return [finding('uncertain', driftWords.notListed, { uuid })];
      return [finding('gone', driftWords.gone, { uuid })];
    }
  }
}

/** Whether the lists would have a mapping of this deployment. */
function isListed({ place }: Deployment, { mappings, isComplete, hasEmptyList }: Answers): boolean {
  return isComplete && (hasEmptyList || mappings.some((one) => mayBeSamePlace(one.place, place)));
}

function placed({ deployment: { file }, mapping }: TemplateSide): Pick<DriftFinding, 'file' | 'line' | 'logicalId'> {
  return { file: file.file, line: file.lines.of(templatePathOf(mapping)), logicalId: mapping.id };
}

function uncertainWords(rivals: readonly TemplateSide[]): string {
  const names = rivals.map(({ deployment, mapping }) => `${mapping.id} of ${deployment.file.file}`);
  if (names.length === 0) return driftWords.uncertain;
  return `${driftWords.uncertain}. It may also be that of ${names.join(', ')}`;
}

type Make = (outcome: DriftOutcome, explanation: string, more?: Partial<DriftFinding>) => DriftFinding;

function findingsOfPair(
  side: TemplateSide,
  deployed: DeployedMapping,
  deployments: Deployments,
  make: Make,
): DriftFinding[] {
  const { uuid, state } = deployed;
  if (/^deleting$/i.test(state)) return [make('gone', driftWords.deleting, { uuid })];
  const { changes, notCompared } = comparisonOf(side, deployed, deployments);
  const switched = changes.find(({ property, after }) => property === 'Enabled' && after === false);
  const others = changes.filter((change) => change !== switched);
  const isUnverified = others.length === 0 && notCompared.length > 0;
  const isMeantToRun = deployed.properties.enabled !== false || switched !== undefined;
  return [
    ...(others.length > 0 ? [make('changed', driftWords.changed, { uuid, changes: others, notCompared })] : []),
    ...(isUnverified ? [make('unverified', driftWords.unverified, { uuid, notCompared })] : []),
    ...(changes.length + notCompared.length === 0 ? [make('same', driftWords.same, { uuid })] : []),
    ...(switched ? [make('disabled', disabledWords(deployed), { uuid, changes: [switched] })] : []),
    ...troublesOf(deployed, isMeantToRun).map(({ problem, advice }) => make('trouble', advice, { uuid, problem })),
    ...(/ing$/i.test(state) ? [make('pending', driftWords.pending, { uuid, problem: state })] : []),
  ];
}

function comparisonOf(side: TemplateSide, deployed: DeployedMapping, deployments: Deployments): PropertyComparison {
  const {
    mapping,
    deployment: { template },
    contracts,
  } = side;
  const both = contractsOf(side, deployed);
  return compare({
    written: l1PropertiesOf(mapping.resource),
    deployed,
    contracts: both.length > 0 ? both : contracts,
    allContracts: BY_FREQUENCY,
    deployedTemplate: { template, to: { deployments, place: deployed.place } },
  });
}

function disabledWords(deployed: DeployedMapping): string {
  switch (disabledBy(deployed)) {
    case 'user':
      return driftWords.disabledByUser;
    case 'lambda':
      return driftWords.disabledByLambda;
    default:
      return driftWords.disabled;
  }
}

/** A deployed mapping that no template has. */
function findingOfOther(deployed: DeployedMapping, owners: Owners): DriftFinding {
  const { uuid, functionArn, properties } = deployed;
  const { deployment, removedAs } = owners.of(deployed);
  const source = typeof properties.eventSourceArn === 'string' ? properties.eventSourceArn : undefined;
  const other = { ...NO_DETAILS, uuid, functionArn, source };
  if (deployment === undefined) return { ...other, outcome: 'foreign', explanation: driftWords.foreign };
  const explanation = removedAs === undefined ? driftWords.extra : driftWords.removed;
  return { ...other, outcome: 'extra', file: deployment.file.file, logicalId: removedAs, explanation };
}
