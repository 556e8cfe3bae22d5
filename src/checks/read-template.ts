import { CONTRACTS } from '../sources/contracts';
import { KnownSources } from '../template/known-sources';
import { Template } from '../template/template';

const SOURCES = new KnownSources(CONTRACTS.map(({ recognition }) => recognition));

/** Reads a template, with the mappings that AWS SAM makes of the events of functions. */
export function readTemplate(raw: object): Template {
  return new Template(raw, SOURCES);
}
