#!/usr/bin/env node
import { STATUS } from './output';
import { run } from './program';

// No exit, so that all is written first where the output is a pipe.
try {
  process.exitCode = run(process.argv.slice(2), process);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = STATUS.crashed;
}
