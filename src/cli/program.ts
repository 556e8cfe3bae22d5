import { Argument, Command, CommanderError, Option } from 'commander';
import { check, CHECK_FORMATS, CheckOptions } from './check';
import { diff, DIFF_FORMATS } from './diff/diff';
import { Output, STATUS } from './output';
import { review, REVIEW_FORMATS } from './review/review';
import { version } from './version';

const STATUSES = `
Exit status:
  0  nothing is wrong
  1  something is an error
  2  a file can't be read, or is no template; the rest was looked at`;

/** Runs the command, and gives its exit status. */
export function run(args: readonly string[], output: Output): number {
  let status = STATUS.fine;
  const program = new Command('cdk-event-source-mappings')
    .description('Checks, reviews and compares the Lambda event source mappings of CloudFormation templates, AWS SAM templates and CDK apps')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ writeOut: (text) => void output.stdout.write(text), writeErr: (text) => void output.stderr.write(text) })
    .exitOverride()
    .showHelpAfterError('(add --help for what can be given)');

  program.command('check')
    .description('say what is wrong with the mappings of templates')
    .addArgument(paths())
    .addOption(new Option('-f, --format <format>', 'what to print').choices(CHECK_FORMATS).default('human'))
    .option('-r, --region <region>', 'the Region that the templates are for, where some options are not everywhere')
    .option('-i, --ignore <rules>', 'ids of rules to leave out, with commas between', (text: string) => text.split(/[, ]+/))
    .addHelpText('after', STATUSES)
    .action((files: string[], options: CheckOptions) => {
      status = check(files, options, output);
    });

  program.command('review')
    .description('show all mappings of templates beside each other, for a review')
    .addArgument(paths())
    .addOption(new Option('-f, --format <format>', 'what to print').choices(REVIEW_FORMATS).default('table'))
    .action((files: string[], options: { format: string }) => {
      status = review(files, options, output);
    });

  program.command('diff')
    .description('say what an update from one template to another does to each mapping')
    .argument('<old>', 'the template that is deployed, or a folder of templates')
    .argument('<new>', 'the template that is to be deployed, or a folder of templates')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(DIFF_FORMATS).default('human'))
    .addHelpText('after', `\n${STATUSES.replace('something is an error', 'something fails, or is silently ignored').trimStart()}`)
    .action((old: string, young: string, options: { format: string }) => {
      status = diff(old, young, options, output);
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
  return new Argument('<path...>', 'template files (JSON or YAML), folders of them, or the cdk.out of an app');
}
