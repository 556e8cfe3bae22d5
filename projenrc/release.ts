import { awscdk } from 'projen';
import { WorkflowSteps } from 'projen/lib/github';
import { Job, JobPermission, JobStep } from 'projen/lib/github/workflows-model';

const NODE = '22.x';
const CHECKOUT = WorkflowSteps.checkout();
const SETUP_NODE: JobStep = { uses: 'actions/setup-node@v7', with: { 'node-version': NODE } };
const DOWNLOAD = WorkflowSteps.downloadArtifact({ with: { name: 'dist', path: 'dist' } });

/** A tool of jsii for each language, which knows its registry; and the secrets that it reads. */
const PUBLISHERS: { readonly [language: string]: { readonly tool: string; readonly secrets: readonly string[] } } = {
  npm: { tool: 'publib-npm', secrets: ['NPM_TOKEN'] },
  pypi: { tool: 'publib-pypi', secrets: ['TWINE_USERNAME', 'TWINE_PASSWORD'] },
  maven: {
    tool: 'publib-maven',
    secrets: ['MAVEN_USERNAME', 'MAVEN_PASSWORD', 'MAVEN_GPG_PRIVATE_KEY', 'MAVEN_GPG_PRIVATE_KEY_PASSPHRASE'],
  },
  nuget: { tool: 'publib-nuget', secrets: ['NUGET_API_KEY'] },
  golang: { tool: 'publib-golang', secrets: ['GO_GITHUB_TOKEN'] },
};
/** The folder in which `jsii-pacmak` puts the package of a language. */
const FOLDERS: { readonly [language: string]: string } = {
  npm: 'js',
  pypi: 'python',
  maven: 'java',
  nuget: 'dotnet',
  golang: 'go',
};

/**
 * The workflow that publishes a version, once its tag is pushed: `v0.1.0`.
 *
 * All tests run before. Each language is published by itself, so that one that fails can be run again.
 */
export function release(project: awscdk.AwsCdkConstructLibrary): void {
  const workflow = project.github!.addWorkflow('release');
  workflow.on({ push: { tags: ['v*'] } });
  workflow.addJobs({
    build: build(),
    ...Object.fromEntries(Object.keys(PUBLISHERS).map((language) => [`publish-${language}`, publish(language)])),
    notes: notes(),
  });
  sitePages(project);
}

function build(): Job {
  return {
    runsOn: ['ubuntu-latest'],
    permissions: { contents: JobPermission.READ },
    steps: [
      CHECKOUT,
      SETUP_NODE,
      { run: 'npm ci' },
      { name: 'Take the version from the tag', run: 'npm version --no-git-tag-version "${GITHUB_REF_NAME#v}"' },
      { run: 'npm test' },
      { run: 'npx projen package-all' },
      WorkflowSteps.uploadArtifact({ with: { name: 'dist', path: 'dist', ifNoFilesFound: 'error' } }),
    ],
  };
}

function publish(language: string): Job {
  const { tool, secrets } = PUBLISHERS[language];
  return {
    needs: ['build'],
    runsOn: ['ubuntu-latest'],
    environment: 'release',
    permissions: { contents: JobPermission.READ, idToken: JobPermission.WRITE },
    steps: [
      SETUP_NODE,
      DOWNLOAD,
      {
        run: `npx --yes --package publib@0.2 ${tool} dist/${FOLDERS[language]}`,
        env: Object.fromEntries(secrets.map((secret) => [secret, `\${{ secrets.${secret} }}`])),
      },
    ],
  };
}

/** A release of GitHub, whose notes are written by hand from CHANGELOG before it is made public. */
function notes(): Job {
  return {
    needs: Object.keys(PUBLISHERS).map((language) => `publish-${language}`),
    runsOn: ['ubuntu-latest'],
    permissions: { contents: JobPermission.WRITE },
    steps: [
      CHECKOUT,
      {
        run: 'gh release create "$GITHUB_REF_NAME" --draft --verify-tag --notes-file CHANGELOG.md',
        env: { GH_TOKEN: '${{ github.token }}' },
      },
    ],
  };
}

/** The site of docs/, as it is on main. */
function sitePages(project: awscdk.AwsCdkConstructLibrary): void {
  const workflow = project.github!.addWorkflow('site');
  workflow.on({ push: { branches: ['main'] }, workflowDispatch: {} });
  workflow.addJobs({
    site: {
      runsOn: ['ubuntu-latest'],
      permissions: { contents: JobPermission.READ, pages: JobPermission.WRITE, idToken: JobPermission.WRITE },
      environment: 'github-pages',
      steps: [
        CHECKOUT,
        SETUP_NODE,
        { run: 'npm ci' },
        { run: 'npx projen docs:site' },
        { uses: 'actions/configure-pages@v5' },
        { uses: 'actions/upload-pages-artifact@v4', with: { path: 'docs/.vitepress/dist' } },
        { uses: 'actions/deploy-pages@v4' },
      ],
    },
  });
}
