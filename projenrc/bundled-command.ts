import { awscdk, JsonFile } from 'projen';

/** The command, as it is published. */
export const COMMAND = 'lib/cli/main.js';

/** The packages of the command, which is one file, so that users of the constructs install and load none of them. */
export const COMMAND_DEPENDENCIES = [
  '@types/js-yaml@^4',
  'cli-table3@^0.6.5',
  'commander@^14',
  'esbuild@^0.28',
  'js-yaml@^4',
  'picocolors@^1',
];

/** The packages that the constructs need, and the command does not. */
const PEERS = ['aws-cdk-lib', 'constructs'];

/**
 * Compiles the command apart from the library: jsii would publish it in all languages, and asks for its dependencies at
 * run time.
 */
export function bundledCommand(project: awscdk.AwsCdkConstructLibrary): void {
  new JsonFile(project, 'src/cli/tsconfig.json', {
    obj: {
      extends: '../../tsconfig.json',
      compilerOptions: { noEmit: true, rootDir: '..' },
      include: ['**/*.ts'],
      exclude: [],
    },
  });
  project.tryFindObjectFile('tsconfig.json')!.addToArray('exclude', 'src/cli');

  const bundle = project.addTask('bundle', {
    description: 'Put the command and all that it needs into one file',
    steps: [{ exec: 'tsc --project src/cli' }, { exec: `tsx projenrc/bundle-command.ts ${COMMAND}` }],
  });
  // Whoever packs the library compiles it before.
  project.compileTask.spawn(bundle);
  project.eslint!.addOverride({
    files: ['src/cli/**'],
    rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] },
  });

  // A user of the command alone has no CDK app, and npm installs peers that are not optional: 188 MB.
  project.package.addField('peerDependenciesMeta', Object.fromEntries(PEERS.map((name) => [name, { optional: true }])));
}
