import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Has all temporary files of a run stand in one folder: each app of a test leaves one of its own. */
export default function before(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'tests-'));
}
