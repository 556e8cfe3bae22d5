import { awscdk, JsonFile } from 'projen';

/** The command, as it is published. */
export const COMMAND = 'lib/cli/main.js';

/** What the command is made with; it stands in one file, so that who only uses the constructs installs and loads nothing of it. */
export const COMMAND_DEPENDENCIES = ['@types/js-yaml@^4', 'cli-table3@^0.6.5', 'commander@^14', 'esbuild@^0.28', 'js-yaml@^4', 'picocolors@^1'];

/** Compiles the command apart from the library: jsii would publish it in all languages, and asks for its dependencies at run time. */
export function bundledCommand(project: awscdk.AwsCdkConstructLibrary): void {
  new JsonFile(project, 'src/cli/tsconfig.json', {
    obj: { extends: '../../tsconfig.json', compilerOptions: { noEmit: true, rootDir: '..' }, include: ['**/*.ts'], exclude: [] },
  });
  project.tryFindObjectFile('tsconfig.json')!.addToArray('exclude', 'src/cli');

  const bundle = project.addTask('bundle', {
    description: 'Put the command and all that it needs into one file',
    steps: [
      { exec: 'tsc --project src/cli' },
      {
        exec: [
          'esbuild src/cli/main.ts --bundle --platform=node --target=node20 --external:aws-cdk-lib --external:constructs',
          `--minify --keep-names --legal-comments=inline --log-level=warning --outfile=${COMMAND}`,
        ].join(' '),
      },
    ],
  });
  // Whoever packs the library compiles it before.
  project.compileTask.spawn(bundle);
  project.eslint!.addOverride({ files: ['src/cli/**'], rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] } });
}
