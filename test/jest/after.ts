import { rmSync } from 'fs';

/** Removes what the tests of a run have left. */
export default function after(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
}
