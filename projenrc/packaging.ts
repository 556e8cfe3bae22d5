import { awscdk, JsonFile } from 'projen';

/** The translated examples, which jsii-pacmak finds beside the assembly. */
const TABLET = '.jsii.tabl.json.gz';

/**
 * The packed files, and the checks that install and deploy them. The checks are not part of `npm test`: they need
 * other tools and registries.
 */
export function packaging(project: awscdk.AwsCdkConstructLibrary): void {
  // Source maps with the sources inside are most of what would be packed.
  for (const option of ['inlineSourceMap', 'inlineSources']) {
    project.tryFindObjectFile('tsconfig.json')!.addOverride(`compilerOptions.${option}`, false);
  }

  project.compileTask.exec('tsx projenrc/bundle-library.ts');
  project.compileTask.exec('tsx projenrc/slim-declarations.ts');

  // The compressed assembly, of which .jsii only says where it is.
  project.gitignore.exclude('.jsii.gz');
  project.npmignore!.include('.jsii.gz');

  // An example that does not compile fails.
  project.addTask('rosetta', {
    description: 'Translate the examples of the README and of doc comments, for the packages of the other languages',
    exec: 'jsii-rosetta extract --strict --compress-tablet',
  });
  project.gitignore.exclude(TABLET);
  project.npmignore!.include(TABLET);

  project.packageTask.reset('tsx projenrc/package/main.ts');

  const languages = project.addTask('test:languages', {
    description: 'Pack the library, install it in empty projects of each language, and synthesize the same app there',
  });
  languages.spawn(project.compileTask);
  languages.exec('tsx test/languages/main.ts');

  const deployment = project.addTask('test:deployment', {
    description: 'Deploy the example to an emulator with the CDK CLI, and look at all templates with cfn-lint',
  });
  deployment.spawn(project.compileTask);
  deployment.exec('tsx test/emulator/main.ts');

  const journeys = project.addTask('test:journeys', {
    description:
      'Go the ways of users, from `cdk init` on, with the packed library, the CDK CLI and cdk-nag, and compare ' +
      'what they read',
  });
  journeys.spawn(project.compileTask);
  journeys.exec('tsx test/journeys/main.ts', { receiveArgs: true });
  // Their apps are compiled where users compile them, with what is installed there.
  project.tryFindObjectFile('test/tsconfig.json')!.addOverride('exclude', ['node_modules', 'journeys/apps']);
  new JsonFile(project, 'test/journeys/apps/typescript/tsconfig.json', {
    obj: { extends: '../../../tsconfig.json', include: ['*.ts'], exclude: [] },
  });

  project.addTask('bench', {
    description: 'Measure what the library costs, and write it to bench/RESULTS.md',
    steps: [
      { spawn: project.compileTask.name },
      { exec: 'tsx --tsconfig bench/tsconfig.json bench/main.ts', receiveArgs: true },
    ],
  });

  new JsonFile(project, 'bench/tsconfig.json', { obj: { extends: '../test/tsconfig.json', include: ['*.ts'] } });
  project.eslint!.addLintPattern('bench');
  project.eslint!.allowDevDeps('bench/**');

  project.addTask('api:check', {
    description: 'Fail if code of users that compiled with the API that landed last does not compile with this one',
    exec: 'tsx test/api/main.ts',
  });
  project.addTask('api:land', {
    description: 'Take over the API as it is now, as the one that the next changes are compared with',
    steps: [{ spawn: project.compileTask.name }, { exec: 'tsx test/api/land.ts', receiveArgs: true }],
  });

  // They run in projects of their own, where the library is what was packed.
  project.eslint!.addOverride({
    files: ['test/languages/bad-input/**', 'test/journeys/apps/**', 'test/emulator/live-app/**', 'bench/**'],
    rules: { 'import/no-unresolved': 'off' },
  });
}
