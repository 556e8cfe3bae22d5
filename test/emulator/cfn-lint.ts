import { basename, join } from 'path';
import { spawned } from '../languages/commands';

interface Finding {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
}

/** The findings of cfn-lint that are not for this library to fix, and the reasons. */
const EXCEPTIONS: readonly { readonly rule: string; readonly where: RegExp; readonly why: string }[] = [
  {
    rule: 'W3005',
    where:
      /\/Resources\/(BookOrder|CheckOrder|FollowCustomer|MakeThumbnail|TakePayment|CountClicks|KeepAudit|AnswerTicket|SendMail|IndexProduct)[0-9A-F]{8}\/DependsOn\//,
    why: 'aws-cdk-lib makes each function depend on its role, which the function refers to anyway',
  },
];

/** Throws with what cfn-lint has to say of the templates, exceptions apart. */
export function lintTemplates(tools: string, files: readonly string[]): string {
  const { stdout } = spawned('.', [
    join(tools, 'cfn-lint'),
    '--format',
    'json',
    '--regions',
    'us-east-1',
    '--',
    ...files,
  ]);
  const findings = (JSON.parse(stdout) as Finding[]).map(
    ({ Filename: file, Rule: { Id: rule }, Message: message, Location: { Path: path } }) => ({
      rule,
      message,
      where: [basename(file), ...path].join('/'),
    }),
  );
  const isException = ({ rule, where }: { rule: string; where: string }) =>
    EXCEPTIONS.some((one) => one.rule === rule && one.where.test(where));
  const ours = findings.filter((finding) => !isException(finding));
  if (ours.length > 0) {
    throw new Error(ours.map(({ rule, where, message }) => `${rule} ${where}: ${message}`).join('\n'));
  }
  const unused = EXCEPTIONS.filter(
    (one) => !findings.some(({ rule, where }) => one.rule === rule && one.where.test(where)),
  );
  if (unused.length > 0) {
    throw new Error(`nothing is an exception for ${unused.map(({ rule, where }) => `${rule} ${where}`).join(', ')}`);
  }
  return `${files.length} templates, ${findings.length} exceptions`;
}
