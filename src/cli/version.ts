import { readFileSync } from 'fs';
import { join } from 'path';

/** The version of the package that the command is a part of. */
export function version(): string {
  const { version: own } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return own;
}
