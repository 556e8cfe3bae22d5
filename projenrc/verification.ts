import { awscdk, JsonFile } from 'projen';

/** Runs `npm ci` where it has not been run, so that one command is enough on a fresh clone. */
const INSTALL_IF_MISSING =
  "node -e \"require('fs').existsSync('node_modules/.package-lock.json')||require('child_process').execSync('npm " +
  "ci',{stdio:'inherit'})\"";

const NEWEST_CONFIG = 'test/jest.newest.json';

/** Tests that do not depend on aws-cdk-lib run once: of files and pages of this repository, filters, the command. */
const WITHOUT_CDK = [
  '/test/(api|browser|cli|conformance|docs|facts|filters|graph)/',
  '/test/(docs|generated-docs|structure)\\.test\\.ts$',
];

/** The tasks behind the README's two commands: `npm run demo` and `npm test`. */
export function verification(project: awscdk.AwsCdkConstructLibrary): void {
  const demo = project.addTask('demo', {
    description: 'Synthesize the example app with all ten sources and show its mappings',
    exec: 'tsx --tsconfig examples/typescript/tsconfig.json examples/typescript/demo.ts',
  });

  project.addTask('docs', {
    description: 'Write what the contracts say into docs/ and README.md',
    exec: 'tsx projenrc/docs/main.ts',
  });
  const picture = project.addTask('docs:picture', {
    description: 'Make the pictures in docs/images, of the review page and of a dashboard, with Chromium',
  });
  picture.spawn(demo);
  picture.exec('tsx projenrc/docs/picture.ts');
  project.addTask('test:browser', {
    description: 'Look at the page of a review in Chromium, which the system has to have',
    exec: 'jest --ci --coverage=false --config test/jest.browser.json',
  });
  project.addTask('docs:site', {
    description: 'Build the site of docs/, and fail if a link leads nowhere',
    exec: 'vitepress build docs',
  });
  project.addTask('docs:serve', {
    description: 'Show the site of docs/ while its pages are written',
    exec: 'vitepress dev docs',
  });
  project.addTask('facts', {
    description: 'Compare what the newest packages say of mappings with test/facts/baseline.json',
    exec: 'tsx projenrc/facts/main.ts',
    receiveArgs: true,
  });
  lintExamples(project);

  const apiIsCurrent = project.addTask('docgen:check', {
    description: 'Fail if API.md is not what the compiled assembly says',
    steps: [
      { exec: 'jsii-docgen --output coverage/API.md' },
      { exec: 'diff API.md coverage/API.md || (echo "API.md is stale: run npx projen docgen" && exit 1)' },
    ],
  });

  // ts-jest compiles each test by itself and sees no types.
  project
    .tryFindObjectFile('test/tsconfig.json')!
    .addOverride('compilerOptions.paths', { 'cdk-event-source-mappings': ['../src'] });

  // Maven puts the files of the conformance test here.
  project.gitignore.addPatterns('/test/conformance/target/');
  newestConfig(project);
  project.jest!.config.coverageThreshold = { './src/model/': { branches: 100 } };
  const newest = project.addTask('test:newest', {
    description: 'Run the tests against the newest aws-cdk-lib instead of the oldest that is supported',
    // Most of the time would go into its validation of templates, which only the test of the demo looks at.
    env: { CDK_VALIDATION: 'false' },
    exec: `jest --ci --coverage=false --maxWorkers=100% --config ${NEWEST_CONFIG}`,
  });

  const lint = project.tasks.tryFind('eslint')!;
  project.testTask.reset();
  project.testTask.spawn(project.compileTask);
  project.testTask.exec('mkdir -p coverage');
  project.testTask.spawn(apiIsCurrent);
  project.testTask.spawn(project.tasks.tryFind('api:check')!);
  project.testTask.spawn(project.tasks.tryFind('rosetta')!);
  project.testTask.exec('tsc --project examples/typescript');
  project.testTask.exec('tsc --project test');
  project.testTask.exec('tsc --project bench');
  project.testTask.spawn(lint);
  project.testTask.exec('jest --ci --coverage --maxWorkers=100%', { receiveArgs: true });
  project.testTask.spawn(newest);

  for (const [script, task] of [
    ['demo', demo],
    ['test', project.testTask],
  ] as const) {
    project.setScript(`pre${script}`, INSTALL_IF_MISSING);
    project.setScript(script, `projen ${task.name}`);
  }
}

/** The examples import this library by its name, which their compiler can resolve and the linter can't. */
function lintExamples(project: awscdk.AwsCdkConstructLibrary): void {
  project.eslint!.addLintPattern('examples');
  project.eslint!.addOverride({
    files: ['examples/**'],
    rules: { 'import/no-unresolved': 'off', 'import/no-extraneous-dependencies': 'off' },
  });
}

function newestConfig(project: awscdk.AwsCdkConstructLibrary): void {
  const { moduleNameMapper, ...config } = project.jest!.config;
  new JsonFile(project, NEWEST_CONFIG, {
    obj: {
      ...config,
      rootDir: '..',
      testPathIgnorePatterns: ['/node_modules/', ...WITHOUT_CDK],
      moduleNameMapper: { ...moduleNameMapper, '^aws-cdk-lib($|/.*)': '<rootDir>/node_modules/aws-cdk-lib-newest$1' },
    },
  });
}
