import { Argument, Command, CommanderError, Option } from 'commander';
import { check, CHECK_FORMATS, CheckOptions } from './check';
import { Output, STATUS } from './output';
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
