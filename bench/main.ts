import { writeFileSync } from 'fs';
import { cpus } from 'os';
import { join } from 'path';
import { checks } from './checks';
import { imports } from './imports';
import { profile } from './profile';
import { makeProjects, NEWEST, OLDEST } from './projects';
import { ALL_SIZES, LARGE_SIZES, synthesis } from './synthesis';
import { Targets } from './targets';

const ROUNDS = Number(process.argv[2] ?? 7);

const [newest, oldest] = makeProjects(NEWEST, OLDEST);
const targets = new Targets();

/** What is measured, in the order of the results. */
const SECTIONS: readonly { readonly title: string; readonly measure: () => string }[] = [
  { title: 'Import', measure: () => imports(newest, ROUNDS, targets) },
  { title: 'Synthesis of SQS mappings', measure: () => synthesis(newest, 'sqs', ALL_SIZES, ROUNDS, targets) },
  { title: 'Synthesis of Kinesis mappings', measure: () => synthesis(newest, 'kinesis', ALL_SIZES, ROUNDS, targets) },
  {
    title: `Synthesis of SQS mappings with aws-cdk-lib ${OLDEST}`,
    measure: () => synthesis(oldest, 'sqs', LARGE_SIZES, ROUNDS, targets),
  },
  {
    title: `Synthesis of Kinesis mappings with aws-cdk-lib ${OLDEST}`,
    measure: () => synthesis(oldest, 'kinesis', LARGE_SIZES, ROUNDS, targets),
  },
  { title: 'Checks of mappings that others made', measure: () => checks(newest, ROUNDS, targets) },
  { title: 'Where the time of 450 Kinesis mappings goes', measure: () => profile(newest, 'kinesis') },
];

const results = SECTIONS.map(({ title, measure }) => {
  console.log(title);
  return `## ${title}\n\n${measure()}`;
});
const machine =
  `${cpus().length} × ${cpus()[0].model.trim()}, Node.js ${process.versions.node}, aws-cdk-lib ` +
  `${NEWEST} where nothing else is said`;
const text = `# Results

Written by \`npm run bench\`; [README.md](README.md) says how it measures. Medians of ${ROUNDS} processes; ratios are to
\`aws-lambda-event-sources\`. ${machine}.

## Targets

${targets.toString()}

${results.join('\n\n')}
`;
writeFileSync(join(__dirname, 'RESULTS.md'), text);
console.log(text);
