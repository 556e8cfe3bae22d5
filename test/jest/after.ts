import { rmSync } from 'fs';
import { dirname } from 'path';

/**
 * Removes what the tests of a run have left. The next run of a watching Jest makes its folder beside this one.
 *
 * Jest that stops at the first failure may call this again: the folder around it is not ours to remove.
 */
export default function after(): void {
  const { TESTS_FOLDER: folder } = process.env;
  if (folder === undefined) return;
  delete process.env.TESTS_FOLDER;
  process.env.TMPDIR = dirname(folder);
  rmSync(folder, { recursive: true, force: true });
}
