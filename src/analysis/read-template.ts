import { KnownSources } from '../graph/known-sources';
import { withoutLoops } from '../graph/loops';
import { Template } from '../graph/template';
import { CONTRACTS } from '../sources/contracts';

const SOURCES = new KnownSources(CONTRACTS.map(({ recognition }) => recognition));

/** Reads a template, with the mappings that AWS SAM makes of the events of functions. */
export function readTemplate(raw: object): Template {
  return new Template(withoutLoops(raw), SOURCES);
}
