import { readFileSync } from 'fs';
import { sizeOf } from './size';
import { parseYaml } from './yaml';
import { readTemplate } from '../checks/read-template';
import { Template } from '../template/template';

/** A template file that could be read. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
  readonly template: Template;
  readonly region?: string;
}

/** What can't be read, or is something else than a template, with the reason. */
export class Unreadable extends Error {}

/** Larger than any template that CloudFormation takes, by far: aliases of YAML can make a small file endless. */
const MOST_VALUES = 20_000_000;

const ALIAS = /(^|[\s[{,:-])\*[A-Za-z0-9_]/;

export function readFile(file: string, region?: string): TemplateFile {
  const text = contentOf(file);
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Unreadable('is not a CloudFormation template: it is not an object');
  const { Resources: resources } = parsed as { Resources?: unknown };
  if (typeof resources !== 'object' || resources === null) throw new Unreadable('is not a CloudFormation template: it has no Resources');
  if (ALIAS.test(text) && sizeOf(parsed) > MOST_VALUES) throw new Unreadable('is too large: its aliases refer to themselves, or to each other');
  return { file, text, template: readTemplate(parsed), region };
}

function contentOf(file: string): string {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    throw new Unreadable((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : `can't be read: ${firstLine(error)}`);
  }
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new Unreadable('is empty');
  if (text.includes('\0')) throw new Unreadable('is not a text file');
  return text;
}

function parse(text: string): unknown {
  const isJson = /^\s*[{[]/.test(text);
  if (isJson) {
    try {
      return JSON.parse(text);
    } catch (error) {
      return parseOr(text, `is not valid JSON: ${firstLine(error)}`);
    }
  }
  return parseOr(text);
}

/** YAML may begin with a brace too. */
function parseOr(text: string, fault?: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new Unreadable(fault ?? `is not valid YAML: ${firstLine(error)}`);
  }
}

export function firstLine(error: unknown): string {
  return String((error as Error).message ?? error).split('\n')[0].slice(0, 200);
}
