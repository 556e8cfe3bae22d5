import { readFileSync } from 'fs';
import { Lines } from './lines';
import { sizeOf } from './size';
import { parseYaml, withQuotedHyphens } from './yaml';
import { readTemplate } from '../analysis/read-template';
import { Template } from '../graph/template';
import { Place } from '../model/contract';
import { isJsonObject } from '../model/json-members';

/** A template file that could be read. */
export interface TemplateFile {
  readonly file: string;
  readonly template: Template;
  readonly region?: string;
  readonly account?: string;
  readonly lines: Lines;
}

/** The error for a file that can't be read, with the reason. */
export class Unreadable extends Error {}

/** The error for a file that is not a template, with the reason; a folder may have any files. */
export class NoTemplate extends Unreadable {}

/** Standard input, as an argument and in findings. */
export const DASH = '-';
const STDIN = '<stdin>';
const STDIN_DESCRIPTOR = 0;

/** Larger than any template that CloudFormation takes, by far: aliases of YAML can make a small file endless. */
const MOST_TEMPLATE_VALUES = 20_000_000;

const YAML_ALIAS = /(^|[\s[{,:-])\*[A-Za-z0-9_]/;

/** `aws cloudformation get-template` writes a template inside of an object. */
const TEMPLATE_BODY = 'TemplateBody';

export function readFile(path: string, place: Place = {}): TemplateFile {
  const text = contentOf(path);
  const written = parse(text);
  const isInside = isJsonObject(written) && TEMPLATE_BODY in written;
  const body = isInside ? written[TEMPLATE_BODY] : written;
  const parsed = typeof body === 'string' ? parse(body) : body;
  if (!isJsonObject(parsed)) throw new NoTemplate('is not a CloudFormation template: it is not an object');
  if (typeof parsed.Resources !== 'object' || parsed.Resources === null) {
    throw new NoTemplate('is not a CloudFormation template: it has no Resources');
  }
  if (YAML_ALIAS.test(text) && sizeOf(parsed) > MOST_TEMPLATE_VALUES) {
    throw new Unreadable('is too large: its aliases refer to themselves, or to each other');
  }
  return {
    file: fileName(path),
    template: readTemplate(parsed),
    ...place,
    lines: new Lines(text, isInside ? [TEMPLATE_BODY] : []),
  };
}

/** The name of a file in findings. */
export function fileName(path: string): string {
  return path === DASH ? STDIN : path;
}

export function contentOf(path: string): string {
  let content: Buffer;
  try {
    content = readFileSync(path === DASH ? STDIN_DESCRIPTOR : path);
  } catch (error) {
    throw new Unreadable(
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : `can't be read: ${firstLine(error)}`,
    );
  }
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new NoTemplate('is empty');
  if (text.includes('\0')) throw new NoTemplate('is not a text file');
  return text;
}

/** A text, in quotes, is what get-template writes of its body alone. */
const JSON_TEXT = /^\s*[{["]/;

function parse(text: string): unknown {
  if (!JSON_TEXT.test(text)) return parseOr(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    return parseOr(text, `is not valid JSON: ${firstLine(error)}`);
  }
}

/** YAML may begin with a brace or a quote too. */
function parseOr(text: string, fault?: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    const quoted = withQuotedHyphens(text);
    if (quoted !== text) return parseOr(quoted, fault);
    const reason = fault ?? `is not valid YAML: ${firstLine(error)}`;
    throw isMeantAsTemplate(text, firstLine(error)) ? new Unreadable(reason) : new NoTemplate(reason);
  }
}

const IN_TEMPLATES = /AWSTemplateFormatVersion|(^|[{,]\s*)["']?Resources["']?\s*:/m;

/** The syntax that Jinja, Handlebars and Go replace, and that CloudFormation never sees. */
const FOR_AN_ENGINE = /\{%.*%\}|\{\{(?!resolve:).*\}\}/;

/** CloudFormation takes one document and its own tags, so that a file of others is made for something else. */
const FAULTS_OF_OTHERS = /^(expected a single document|unknown tag )/;

function isMeantAsTemplate(text: string, fault: string): boolean {
  return IN_TEMPLATES.test(text) && !FAULTS_OF_OTHERS.test(fault) && !FOR_AN_ENGINE.test(text);
}

export function firstLine(error: unknown): string {
  return String((error as Error).message ?? error)
    .split('\n')[0]
    .slice(0, 200);
}
