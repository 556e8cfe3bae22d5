import { findings, findingsOfOurs } from './findings';
import { Project } from './projects';

/** A way that users go: an app, in each language, and what they do with it. */
export interface Journey {
  /** The name of the app among the apps of a language, and that of the snapshot. */
  readonly name: string;
  /** The subject of the journey, and the things that its reader should find. */
  readonly about: string;
  /** The language of its users, if it is one. */
  readonly only?: Project['name'];
  readonly steps: readonly Step[];
}

/** Something that a user does. */
export type Step = { readonly only?: Project['name'] } &
  /**
   * Types a line into a shell. It succeeds, or `fails` with a text among what it writes, which is left out of the
   * snapshot if it is long, and better read in a file.
   */
  (
    | {
        readonly type: string;
        readonly fails?: string | Readonly<Record<Project['name'], string>>;
        readonly hide?: boolean;
      }
    /** Changes the app. */
    | { readonly edit: Readonly<Partial<Record<Project['name'], readonly [string, string]>>> }
    /** Looks at a file of the project. */
    | { readonly look: (folder: string) => string }
  );

const VALIDATION = '@aws-cdk/core:validateAgainstDefaultRules';
const WRITE_LEGACY_REPORT = '@aws-cdk/core:validationReportJson';
const LEGACY_REPORT = 'cdk.out/policy-validation-report.json';
const REPORT = 'cdk.out/validation-report.json';

/** The logical ids that aws-lambda-event-sources gives in the app that is moved, as `migrate` prints them. */
const QUEUE_ID = 'HandlerSqsEventSourceShopQueue2BB620741016B200';
const KAFKA_ID = 'HandlerKafkaEventSourceShopHandlerDB3FACB8clicksDD62E905:0FB4F81C';

const OLD_IMPORTS = "import { ManagedKafkaEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';";
const NEW_IMPORTS =
  'import { MskCluster, MskEventSourceMapping, SqsEventSourceMapping, StreamStartingPosition } from ' +
  "'cdk-event-source-mappings';";
const OLD_KAFKA = `handler.addEventSource(
  new ManagedKafkaEventSource({ clusterArn, topic: 'clicks', startingPosition: StartingPosition.LATEST }),
);`;
const NEW_KAFKA = `new MskEventSourceMapping(stack, 'Clicks', {
  cluster: MskCluster.arn(clusterArn),
  topic: 'clicks',
  target: handler,
  startingPosition: StreamStartingPosition.latest(),
});`;

/** The journeys that users of a language take. */
export function journeysOf(project: Project, journeys = JOURNEYS): readonly Journey[] {
  return journeys.filter(({ only }) => only === undefined || only === project.name);
}

export const JOURNEYS: readonly Journey[] = [
  {
    name: 'first-mapping',
    about: 'A first mapping is synthesized, and changed. Nothing is in the template but the mapping and one policy.',
    steps: [
      { type: 'cdk synth' },
      { type: 'cp cdk.out/Shop.template.json deployed.json' },
      { edit: { TypeScript: ['batchSize: 10', 'batchSize: 5'], Python: ['batch_size=10', 'batch_size=5'] } },
      { type: 'cdk diff --template deployed.json' },
      { type: 'npx cdk-event-source-mappings diff deployed.json cdk.out/Shop.template.json', only: 'TypeScript' },
    ],
  },
  {
    name: 'plugin-in-app',
    about: 'The web shop with the validation plugin as an option of the app. It finds nothing.',
    steps: [{ type: 'cdk synth --quiet' }, { look: findings(REPORT) }],
  },
  {
    name: 'plugin-by-validations',
    about: 'The web shop with the validation plugin added to the app. It finds nothing, and there is no warning.',
    steps: [{ type: 'cdk synth --quiet --strict' }, { look: findings(REPORT) }],
  },
  {
    name: 'two-stacks',
    about:
      'Mappings whose source or function is in another stack, by weak references. Each is seen with its source and ' +
      'its function.',
    steps: [
      { type: 'cdk synth --quiet --strict' },
      { look: findings(REPORT) },
      { type: 'npx cdk-event-source-mappings check cdk.out', only: 'TypeScript' },
      { type: 'npx cdk-event-source-mappings review cdk.out', only: 'TypeScript' },
    ],
  },
  {
    name: 'pipeline',
    about: 'The web shop in two stages of a pipeline, with the validation plugin. It finds nothing.',
    steps: [
      { type: 'cdk synth --quiet --strict' },
      { look: findings(REPORT) },
      { type: 'npx cdk-event-source-mappings check cdk.out', only: 'TypeScript' },
    ],
  },
  {
    name: 'nag-web-shop',
    about:
      'The web shop under four packs of cdk-nag. The findings of what the library makes are those that ' +
      'docs/cdk-nag.md explains.',
    steps: [{ type: 'cdk synth --quiet', fails: '(PCI.DSS.321)', hide: true }, { look: findingsOfOurs(REPORT) }],
  },
  {
    name: 'nag-imported-function',
    about:
      'A function that was imported without its role, under four packs of cdk-nag. Nothing is found in what the ' +
      'library makes.',
    steps: [{ type: 'cdk synth --quiet' }],
  },
  {
    name: 'nag-acknowledged',
    about: 'Findings at the policy of a mapping, acknowledged where docs/cdk-nag.md says so. Nothing is left.',
    steps: [{ type: 'cdk synth --quiet --strict' }],
  },
  {
    name: 'permissions-boundary',
    about: 'A stage with a permissions boundary. The role has it; the policy of the mapping has none.',
    steps: [{ type: 'cdk synth Production/Shop' }],
  },
  {
    name: 'impatient-queue',
    about:
      "A mapping of aws-lambda-event-sources, whose queue has a shorter visibility timeout than its function's " +
      'timeout. The validation of ' +
      'aws-cdk-lib stops it; where that only warns, as it does without the flag in cdk.json, the plugin does.',
    steps: [
      { type: 'cdk synth --quiet', fails: 'CloudFormation-Validate::E3505' },
      { look: findings(REPORT) },
      {
        type: `cdk synth --quiet --context ${VALIDATION}=false --context ${WRITE_LEGACY_REPORT}=true`,
        fails: 'sqs-visibility-timeout',
      },
      { look: findings(REPORT) },
      { look: findings(LEGACY_REPORT) },
      {
        type: `cdk validate --unstable=validate --context ${VALIDATION}=false`,
        fails: 'sqs-visibility-timeout',
        only: 'TypeScript',
      },
    ],
  },
  {
    name: 'impatient-queue-of-another-stack',
    about: 'The same, with the queue in another stack, behind a weak reference. Plugin and command stop it.',
    steps: [
      { type: 'cdk synth --quiet', fails: 'sqs-visibility-timeout' },
      { type: 'npx cdk-event-source-mappings check cdk.out', fails: 'sqs-visibility-timeout', only: 'TypeScript' },
    ],
  },
  {
    name: 'invalid-mapping',
    about:
      'A mapping that Lambda would refuse. The synthesis stops with all that is wrong, in the words of the language.',
    steps: [
      {
        type: 'cdk synth',
        fails: { TypeScript: 'maxBatchingWindow: 400 seconds', Python: 'max_batching_window: 400 seconds' },
      },
    ],
  },
  {
    name: 'move-live-mappings',
    about:
      'An app of aws-lambda-event-sources that is live, moved as docs/migration.md says. With the texts that ' +
      '`migrate` prints, nothing is left to adopt, and each mapping is updated in place.',
    only: 'TypeScript',
    steps: [
      { type: 'cdk synth --quiet --output old.out' },
      { edit: { TypeScript: [OLD_IMPORTS, NEW_IMPORTS] } },
      {
        edit: {
          TypeScript: [
            'handler.addEventSource(new SqsEventSource(queue, { batchSize: 5 }))',
            "new SqsEventSourceMapping(stack, 'Jobs', { queue, target: handler, batchSize: 5 })",
          ],
        },
      },
      { edit: { TypeScript: [OLD_KAFKA, NEW_KAFKA] } },
      { type: 'cdk synth --quiet' },
      { type: 'npx cdk-event-source-mappings migrate old.out cdk.out', fails: '2 mappings left to adopt' },
      { edit: { TypeScript: ['batchSize: 5', `batchSize: 5, adopts: '${QUEUE_ID}'`] } },
      { edit: { TypeScript: ["topic: 'clicks'", `topic: 'clicks', adopts: '${KAFKA_ID}'`] } },
      { type: 'cdk synth --quiet --strict' },
      { type: 'npx cdk-event-source-mappings migrate old.out cdk.out' },
      { type: 'npx cdk-event-source-mappings diff old.out cdk.out' },
    ],
  },
  {
    name: 'acknowledged-warning',
    about:
      'Three functions that were imported without their roles. The warning is acknowledged at a mapping, at a ' +
      'function, and then at the last mapping.',
    steps: [
      { type: 'cdk synth --quiet' },
      { type: 'cdk synth --quiet --strict', fails: '(--strict mode)' },
      {
        edit: {
          TypeScript: ["addMapping('Mails');", "Validations.of(addMapping('Mails')).acknowledge(rights);"],
          Python: ['add_mapping("Mails")', 'Validations.of(add_mapping("Mails")).acknowledge(rights)'],
        },
      },
      { type: 'cdk synth --quiet --strict' },
    ],
  },
];
