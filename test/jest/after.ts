import { rmSync } from 'fs';
import { dirname } from 'path';

/** Removes what the tests of a run have left. The next run of a watching Jest makes its folder beside this one. */
export default function after(): void {
  const folder = process.env.TMPDIR!;
  process.env.TMPDIR = dirname(folder);
  rmSync(folder, { recursive: true, force: true });
}
