import { writeFileSync } from 'fs';
import { cpus, loadavg } from 'os';
import { join } from 'path';
import { checks } from './checks';
import { imports } from './imports';
import { languages } from './languages';
import { profile } from './profile';
import { makeProjects, NEWEST, OLDEST, packageKb } from './projects';
import { equalSafety } from './safety';
import { ALL_SIZES, defaultSettings, inTests, synthesis, TARGET_SIZES } from './synthesis';
import { Targets } from './targets';

const ROUNDS = Number(process.argv[2] ?? 7);

const KINDS = ['sqs', 'kinesis', 'msk'];

const loadBefore = loadavg()[0];
const [newest, oldest] = makeProjects(NEWEST, OLDEST);
const targets = new Targets();

interface Section {
  readonly title: string;
  measure(): string;
}

/** The measurements, in the order of the results: first those of what users run. */
const SECTIONS: readonly Section[] = [
  ...KINDS.map((kind) => ({
    title: `Default settings: ${kind} mappings, whose templates aws-cdk-lib validates`,
    measure: () => defaultSettings(newest, kind, ROUNDS, targets),
  })),
  { title: 'Equal safety: 450 sqs mappings that something checks', measure: () => equalSafety(newest, ROUNDS) },
  { title: 'Import', measure: () => imports(newest, ROUNDS, targets) },
  { title: 'Python and Java: an app with five mappings', measure: () => languages(ROUNDS) },
  ...KINDS.map((kind) => ({
    title: `Without validation of templates: ${kind} mappings`,
    measure: () => synthesis(newest, kind, ALL_SIZES, ROUNDS, targets),
  })),
  ...KINDS.map((kind) => ({
    title: `Without validation of templates: ${kind} mappings with aws-cdk-lib ${OLDEST}`,
    measure: () => synthesis(oldest, kind, TARGET_SIZES, ROUNDS, targets),
  })),
  ...KINDS.map((kind) => ({
    title: `Without feature flags, as in a test: ${kind} mappings`,
    measure: () => inTests(newest, kind, ROUNDS, targets),
  })),
  { title: 'Checks of synthesized templates', measure: () => checks(newest, ROUNDS, targets) },
  { title: 'Where the time of 450 Kinesis mappings goes', measure: () => profile(newest, 'kinesis') },
];

const results = SECTIONS.map(({ title, measure }) => {
  const section = `## ${title}\n\n${measure()}`;
  console.log(`${section}\n`);
  return section;
});
targets.note('package', 'with the bundled command', packageKb(newest));
const machine =
  `${cpus().length} × ${cpus()[0].model.trim()}, Node.js ${process.versions.node}, aws-cdk-lib ` +
  `${NEWEST} where nothing else is said`;
const load = `${loadBefore.toFixed(1)} before the run, and ${loadavg()[0].toFixed(1)} at its end`;
const text = `# Results

Written by \`npm run bench\`; [README.md](README.md) says how it measures. Medians of ${ROUNDS} processes, and of more
where one takes little time; ratios are to \`aws-lambda-event-sources\`. ${machine}. Load of the machine, as the number
of processes that wait for its processors: ${load}.

## Targets

${targets.toString()}

${results.join('\n\n')}
`;
writeFileSync(join(__dirname, 'RESULTS.md'), text);
console.log(targets.toString());
