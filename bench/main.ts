import { writeFileSync } from 'fs';
import { cpus } from 'os';
import { join } from 'path';
import { version as cdkVersion } from 'aws-cdk-lib/package.json';
import { checks } from './checks';
import { imports } from './imports';
import { compileWorker } from './processes';
import { profile } from './profile';
import { synthesis } from './synthesis';

const ROUNDS = Number(process.argv[2] ?? 7);

/** What is measured, in the order of the results. */
const SECTIONS: readonly { readonly title: string; readonly measure: () => string }[] = [
  { title: 'Import', measure: () => imports(ROUNDS) },
  { title: 'Synthesis of SQS mappings', measure: () => synthesis('sqs', ROUNDS) },
  { title: 'Synthesis of Kinesis mappings', measure: () => synthesis('kinesis', ROUNDS) },
  { title: 'Checks of mappings that others made', measure: () => checks(ROUNDS) },
  { title: 'Where the time of 450 Kinesis mappings goes', measure: () => profile('kinesis') },
];

compileWorker();
const results = SECTIONS.map(({ title, measure }) => {
  console.log(title);
  return `## ${title}\n\n${measure()}`;
});
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node.js ${process.versions.node}, aws-cdk-lib ${cdkVersion}`;
const text = `# Results

Written by \`npm run bench\`; [README.md](README.md) says how it measures. Medians of ${ROUNDS} processes; ratios are to
\`aws-lambda-event-sources\`. ${machine}.

${results.join('\n\n')}
`;
writeFileSync(join(__dirname, 'RESULTS.md'), text);
console.log(text);
