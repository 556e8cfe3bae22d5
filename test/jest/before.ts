import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Has all temporary files of a run stand in one folder: each app of a test leaves one of its own. */
export default function before(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  process.env.TMPDIR = folder;
  process.env.TESTS_FOLDER = folder;
}
