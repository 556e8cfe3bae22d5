import { writeFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { App } from 'aws-cdk-lib';
import { EventSourcesStack } from './event-sources-stack';
import { run } from '../../src/cli/program';

/** What the command prints goes to the terminal, and the page into a file. */
const outdir = resolve(__dirname, '../../cdk.out');
const app = new App({ outdir });
new EventSourcesStack(app, 'EventSources');
app.synth();

const folder = relative(process.cwd(), outdir);
const status = run(['review', folder], process);

const page = join(folder, 'review.html');
const html: string[] = [];
const stdout = { write: (text: string) => html.push(text) };
run(['review', folder, '--format', 'html', '--explain'], { stdout, stderr: process.stderr });
writeFileSync(page, html.join(''));

console.log(`\nThe page, with what happens to records: ${page}`);
process.exitCode = status;
