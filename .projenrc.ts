import { awscdk, javascript } from 'projen';
import { COMMAND, COMMAND_DEPENDENCIES, bundledCommand } from './projenrc/bundled-command';
import { GeneratedSources } from './projenrc/generated-sources';
import { mutation } from './projenrc/mutation';
import { packaging } from './projenrc/packaging';
import { release } from './projenrc/release';
import { verification } from './projenrc/verification';

/** The oldest aws-cdk-lib whose L2 sources all implement their reference interface. */
const CDK_FLOOR = '2.235.0';
/** The newest aws-cdk-lib that the tests have been run against. */
const CDK_NEWEST = '2.276.0';

const repository = 'https://github.com/cdk-event-source-mappings/cdk-event-source-mappings';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-event-source-mappings',
  description:
    'AWS CDK constructs for Lambda event source mappings: one per source, with only the options that the source ' +
    'accepts',
  keywords: [
    'aws',
    'cdk',
    'lambda',
    'event-source-mapping',
    'event-source',
    'trigger',
    'dead-letter-queue',
    'kinesis',
    'sqs',
    'dynamodb',
    'kafka',
    'msk',
    'amazonmq',
    'documentdb',
  ],
  author: 'The cdk-event-source-mappings authors',
  authorAddress: 'https://github.com/cdk-event-source-mappings',
  authorOrganization: true,
  copyrightOwner: 'The cdk-event-source-mappings authors',
  license: 'Apache-2.0',
  repositoryUrl: `${repository}.git`,
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  // Until 1.0, the API may change. Without this, jsii tells all languages, and PyPI, that it is stable.
  stability: 'experimental',

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '0.103.25',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.0.0',
  cdkVersion: CDK_FLOOR,
  constructsVersion: '10.5.1',
  devDeps: [
    '@types/node@^20',
    // 3.0.0, which the registry calls the latest, is an old build that was published by accident.
    'aws-cdk@2.1148.1',
    `aws-cdk-lib-newest@npm:aws-cdk-lib@${CDK_NEWEST}`,
    'fast-check@^4.10.2',
    'tsx@^4',
    'playwright-core@^1',
    'vitepress@^1.6.4',
    ...COMMAND_DEPENDENCIES,
  ],
  bin: { 'cdk-event-source-mappings': COMMAND },

  publishToPypi: { distName: 'cdk-event-source-mappings', module: 'cdk_event_source_mappings' },
  publishToMaven: {
    mavenGroupId: 'io.github.cdkeventsourcemappings',
    mavenArtifactId: 'cdk-event-source-mappings',
    javaPackage: 'io.github.cdkeventsourcemappings',
  },
  publishToNuget: { packageId: 'Cdk.EventSourceMappings', dotNetNamespace: 'Cdk.EventSourceMappings' },
  publishToGo: { moduleName: 'github.com/cdk-event-source-mappings/cdk-event-source-mappings-go' },

  compressAssembly: true,
  docgen: true,
  eslint: true,
  prettier: true,
  prettierOptions: {
    settings: {
      printWidth: 120,
      singleQuote: true,
      trailingComma: javascript.TrailingComma.ALL,
    },
  },
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      moduleNameMapper: { '^cdk-event-source-mappings$': '<rootDir>/src' },
      globalSetup: '<rootDir>/test/jest/before.ts',
      globalTeardown: '<rootDir>/test/jest/after.ts',
      coverageReporters: ['text', 'json-summary'],
      // Files of types have nothing that could run.
      collectCoverageFrom: ['src/**/*.ts', '!src/model/{behaviour,metrics,recognition}.ts'],
    },
  },

  workflowNodeVersion: '22.x',
  githubOptions: { mergify: false },
  pullRequestTemplateContents: [
    '## What changes for users',
    '',
    '## Why, and what else was considered',
    '',
    '## How it was seen to work',
    '',
    '- [ ] A test fails without the change.',
    '- [ ] `npm test` passes.',
    '- [ ] CHANGELOG has a line, if users see the change.',
    '- [ ] A changed limit or rule names the AWS page.',
    '',
  ],
  release: false,
  depsUpgrade: false,
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
  gitignore: [
    '/docs/.vitepress/cache/',
    '/docs/.vitepress/dist/',
    'cdk.out/',
    '.DS_Store',
    '.venv/',
    '__pycache__/',
    'target/',
  ],
  npmIgnoreOptions: {
    ignorePatterns: [
      '/bench/',
      '/docs/',
      '/examples/',
      '/projenrc/',
      '/rosetta/',
      '/.ci/',
      '/cdk.out/',
      '/API.md',
      '/ARCHITECTURE.md',
      '/CONTRIBUTING.md',
      '/SECURITY.md',
    ],
  },
});

// Download addresses would name a registry's host in the lock file.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// Newer releases publish binaries that not every mirror carries, and npm then refuses its own lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// Prettier breaks code at this width, but no text, comment or template.
project.eslint!.addRules({
  'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true }],
  'no-nested-ternary': ['error'],
  '@typescript-eslint/no-unused-expressions': ['error'],
});

new GeneratedSources(project);
bundledCommand(project);
packaging(project);
verification(project);
mutation(project);
release(project);

project.synth();
