import { Argument, Command, CommanderError, Option } from 'commander';
import { regionIn, rulesIn } from './arguments';
import { CHECK_FORMATS, CheckOptions, checkTemplates } from './check';
import { diff, DIFF_FORMATS } from './diff/diff';
import { drift, DRIFT_FORMATS, DriftOptions } from './drift/drift';
import { migrate, MIGRATE_FORMATS, MigrateOptions } from './migrate/migrate';
import { CommandOutput, STATUS } from './output';
import { review, REVIEW_FORMATS, ReviewArguments } from './review/review';
import { version } from './version';

const TEMPLATES = `
Templates:
  JSON or YAML of AWS CloudFormation or AWS SAM, also as "aws cloudformation get-template" writes them;
  - is standard input`;

const DRIFT_FINE = 'all that can be compared is as the templates have it; warnings do not count, except with --strict';
const DRIFT_WRONG = 'a mapping is changed, disabled, gone or in trouble, or with --strict not known to be the same';
const DRIFT_HELP = `

What is deployed:
  no credentials are needed here: the AWS CLI writes files, which are told apart by what is in them
    aws lambda list-event-source-mappings > mappings.json
    aws cloudformation list-stack-resources --stack-name Orders > resources.json
  --deployed takes several files, of several stacks and Regions, and - for standard input;
  "describe-stack-resources" serves too, for a stack of less than 100 resources;
  without the resources of a stack, what templates refer to is known by its name only

Each night, in GitHub Actions, after the credentials are configured:
    - run: aws lambda list-event-source-mappings > mappings.json
    - run: aws cloudformation list-stack-resources --stack-name Orders > resources.json
    - run: npx cdk-event-source-mappings drift cdk.out --deployed mappings.json resources.json --format github`;

const ONE_PATH = 'error: --compare takes one path to compare with';

/** Runs the command, and gives its exit status. */
export function run(args: readonly string[], output: CommandOutput): number {
  let status = STATUS.fine;
  const program = new Command('cdk-event-source-mappings')
    .description(
      'Checks, reviews, compares and migrates the Lambda event source mappings of CloudFormation templates, AWS SAM ' +
        'templates and CDK apps',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: (text) => void output.stdout.write(text),
      writeErr: (text) => void output.stderr.write(text),
    })
    .exitOverride()
    .showHelpAfterError('(use --help to see all arguments)');

  const warn = (message: string) => void output.stderr.write(`warning: ${message}\n`);
  program
    .command('check')
    .description('report problems in the event source mappings of templates')
    .addArgument(paths())
    .addOption(formats(CHECK_FORMATS))
    .option('-r, --region <region>', 'the Region of the templates: some options are not available everywhere', (text) =>
      regionIn(text, warn),
    )
    .option('-i, --ignore <rules>', 'ids of rules to leave out, separated by commas', rulesIn)
    .option('-s, --strict', 'fail for warnings too')
    .addHelpText(
      'after',
      help(
        OTHERS_CHECKED,
        'no error; warnings do not count, except with --strict',
        'an error, or with --strict a warning',
      ),
    )
    .action((files: string[], options: CheckOptions) => {
      status = checkTemplates(files, options, output);
    });

  program
    .command('review')
    .description('show all mappings of templates beside each other, for a review')
    .addArgument(paths())
    .addOption(formats(REVIEW_FORMATS))
    .option('-c, --compare <old>', 'the template that is deployed, or a folder of templates: show what a change does')
    .option('-e, --explain', 'say in sentences what happens to the records of each mapping')
    .option('-r, --region <region>', 'the Region that the templates are for', (text) => regionIn(text, warn))
    .addHelpText('after', help(OTHERS_CHECKED, 'the mappings are shown'))
    .action((files: string[], options: ReviewArguments, command: Command) => {
      if (options.compare !== undefined && files.length > 1) command.error(ONE_PATH);
      status = review(files, options, output);
    });

  program
    .command('diff')
    .description('show what an update from one template to another does to each mapping')
    .argument('<old>', 'the template that is deployed, or a folder of templates')
    .argument('<new>', 'the template that is to be deployed, or a folder of templates')
    .addOption(formats(DIFF_FORMATS))
    .addHelpText(
      'after',
      help(
        'nothing is compared then',
        'nothing changes, or all changes happen as written',
        'a change fails, or is silently ignored',
      ),
    )
    .action((old: string, young: string, options: { format: string }) => {
      status = diff(old, young, options, output);
    });

  program
    .command('drift')
    .description(
      'say which mappings are deployed otherwise than templates have them: changed, disabled or deleted by hand, ' +
        'or in trouble',
    )
    .usage('<path...> --deployed <file...> [options]')
    .addArgument(paths())
    .requiredOption('-d, --deployed <file...>', 'what the AWS CLI has written of what is deployed')
    .addOption(formats(DRIFT_FORMATS))
    .option('-r, --region <region>', 'the Region that the templates are deployed to', (text) => regionIn(text, warn))
    .option('-s, --strict', 'fail for all that is not known to be the same')
    .addHelpText('after', help('nothing is compared then', DRIFT_FINE, DRIFT_WRONG) + DRIFT_HELP)
    .action((files: string[], options: DriftOptions) => {
      status = drift(files, options, output);
    });

  program
    .command('migrate')
    .description(
      'list which mapping of a new template adopts which live one, so that CloudFormation updates it in place',
    )
    .argument('<old>', 'the template that is deployed, or a folder of templates')
    .argument('<new>', 'the template with constructs of this library, or a folder of templates')
    .addOption(formats(MIGRATE_FORMATS))
    .option(
      '-r, --resources <file>',
      'what "aws cloudformation list-stack-resources" prints, for mappings that move to another stack',
    )
    .addHelpText('after', help('nothing is compared then', 'nothing is left to adopt', 'a mapping is left to adopt'))
    .action((old: string, young: string, options: MigrateOptions) => {
      status = migrate(old, young, options, output);
    });

  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? STATUS.fine : STATUS.unreadable;
  }
  return status;
}

function paths(): Argument {
  return new Argument('<path...>', 'template files, folders of them, or the cdk.out of an app');
}

function formats(choices: readonly string[]): Option {
  return new Option('-f, --format <format>', 'what to print').choices(choices).default(choices[0]);
}

const OTHERS_CHECKED = 'all other files are checked';

/** The help text about readable templates and exit statuses. */
function help(unreadable: string, fine: string, wrong?: string): string {
  return [
    TEMPLATES,
    '',
    'Exit status:',
    `  ${STATUS.fine}  ${fine}`,
    ...(wrong === undefined ? [] : [`  ${STATUS.wrong}  ${wrong}`]),
    `  ${STATUS.unreadable}  an argument is wrong`,
    `  ${STATUS.unreadable}  a file can't be read or is not a template, or a folder has no template; ${unreadable}`,
    ...(wrong === undefined ? [] : [`  ${STATUS.wrongAndUnreadable}  both 1 and 2`]),
    `  ${STATUS.crashed}  the command itself has failed`,
  ].join('\n');
}
