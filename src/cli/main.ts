#!/usr/bin/env node
import { run } from './program';

// No exit, so that all is written first where the output is a pipe.
process.exitCode = run(process.argv.slice(2), process);
