import { awscdk, JsonFile } from 'projen';

const STRYKER_CONFIG = 'test/stryker.json';
const JEST_CONFIG = 'test/jest.mutation.json';

/** The rooms whose answers nobody sees in a template: an error in them is a finding that is missing. */
const ROOMS = ['analysis', 'cli', 'graph', 'permissions', 'related'];

/** A task that breaks the code in many small ways and says which of them no test notices. */
export function mutation(project: awscdk.AwsCdkConstructLibrary): void {
  project.addDevDeps('@stryker-mutator/core@^9', '@stryker-mutator/jest-runner@^9');
  jestConfig(project);
  new JsonFile(project, STRYKER_CONFIG, {
    obj: {
      testRunner: 'jest',
      jest: { projectType: 'custom', configFile: JEST_CONFIG },
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      mutate: ROOMS.map((room) => `src/${room}/**/*.ts`),
      reporters: ['clear-text', 'html', 'json'],
      htmlReporter: { fileName: 'coverage/mutation.html' },
      jsonReporter: { fileName: 'coverage/mutation.json' },
      incremental: true,
      incrementalFile: 'coverage/mutation-incremental.json',
      tempDirName: 'coverage/mutation',
      dryRunTimeoutMinutes: 30,
      ignorePatterns: ['/cdk.out', '/coverage', '/dist', '/lib', '/bench', '/examples/*/target'],
    },
  });
  project.addTask('mutation', {
    description:
      'Break the code in small ways and list the mutants that survive, such as: mutation -m src/graph/sam.ts',
    exec: `stryker run ${STRYKER_CONFIG}`,
    receiveArgs: true,
  });
}

/** The tests of these rooms: all of the others would run once more for each report. */
function jestConfig(project: awscdk.AwsCdkConstructLibrary): void {
  const { moduleNameMapper, transform } = project.jest!.config;
  new JsonFile(project, JEST_CONFIG, {
    obj: {
      rootDir: '..',
      testMatch: [`<rootDir>/test/(${ROOMS.join('|')})/**/*.test.ts`],
      testPathIgnorePatterns: ['/node_modules/', '/test/cli/(attack|bundle)\\.test\\.ts$'],
      moduleNameMapper,
      transform,
    },
  });
}
