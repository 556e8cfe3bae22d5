import type { SourceContract } from './contract';
import { Problem, ruleNamed } from './problem';

/** The option of a mapping that takes the place of a live one. */
export const ADOPTS = 'adopts';

/** A live mapping: its logical id, and the hash that the values which Lambda can't change had when it was adopted. */
export interface Adopted {
  readonly logicalId: string;
  readonly hash?: string;
}

/** Reads what the option has; `undefined` where that is not the text of a logical id. */
export function adoptedIn(
  text: string,
  { properties: specs }: Pick<SourceContract, 'properties'>,
): Adopted | undefined {
  const { logicalId, hash } = /^(?<logicalId>[A-Za-z0-9]{1,255})(:(?<hash>[0-9A-F]{8}))?$/.exec(text)?.groups ?? {};
  const canHaveHash = specs.some(({ identity }) => identity !== undefined);
  return logicalId === undefined || (hash !== undefined && !canHaveHash) ? undefined : { logicalId, hash };
}

/** Writes what the option takes. */
export function adoptionText({ logicalId, hash }: Adopted): string {
  return hash === undefined ? logicalId : `${logicalId}:${hash}`;
}

/** A rule of the option. */
export interface AdoptionRule extends Pick<Problem, 'rule' | 'name' | 'severity' | 'docs'> {
  readonly says: string;
}

const GUIDE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const LOGICAL_IDS = `${GUIDE}/resources-section-structure.html`;

export const ADOPTS_NO_LOGICAL_ID: AdoptionRule = {
  ...ruleNamed('adopts-no-logical-id'),
  severity: 'error',
  says: '`adopts` is not a logical id, which has 1 to 255 letters and digits',
  docs: LOGICAL_IDS,
};

export const ADOPTS_TAKEN: AdoptionRule = {
  ...ruleNamed('adopts-taken'),
  severity: 'error',
  says: '`adopts` is the logical id of another resource of the stack',
  docs: LOGICAL_IDS,
};

export const ADOPTS_WITHOUT_HASH: AdoptionRule = {
  ...ruleNamed('adopts-without-hash'),
  severity: 'warning',
  says: "`adopts` has no hash, so that the logical id stays when a value changes that Lambda can't change",
  docs: `${GUIDE}/using-cfn-updating-stacks-update-behaviors.html`,
};

/** All of them, for the list of rules. */
export const ADOPTION_RULES: readonly AdoptionRule[] = [ADOPTS_NO_LOGICAL_ID, ADOPTS_TAKEN, ADOPTS_WITHOUT_HASH];
