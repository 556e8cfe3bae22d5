import type { Template } from './template';
import { hasMacro } from '../model/tokens';

/** Transforms that give no role of the template another policy than it has there. */
const KNOWN_TRANSFORMS = /^AWS::(Serverless|LanguageExtensions|CodeDeployBlueGreen|SecretsManager)\b/;

/**
 * Whether others add resources to a template, of which nothing is known: a macro, an include or a loop that was not
 * written out.
 */
export function hasUnseenParts(template: Template): boolean {
  const isKnown = (transform: string) => KNOWN_TRANSFORMS.test(transform);
  return !template.transforms.every(isKnown) || hasMacro(template.resources);
}
