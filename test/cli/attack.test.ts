import { join } from 'path';
import { command, folderWith, MAPPING } from './run';

/**
 * Templates are written by others, and read where texts can act: in terminals, logs of CI systems, pages and comments.
 * Each of these does something there when it is printed as it is.
 */
const PAYLOADS: readonly (readonly [what: string, text: string])[] = [
  ['a workflow command of GitHub in a line of its own', 'Jobs\n::error title=x::all is lost'],
  ['a workflow command at the start', '::add-mask::e'],
  ['a workflow command after blanks', '  ::stop-commands::x'],
  ['a workflow command of the old form, anywhere in a line', 'Jobs ##[add-mask]e'],
  ['a command of Azure Pipelines', 'Jobs ##vso[task.setvariable variable=x]y'],
  ['a command of TeamCity', "Jobs\r##teamcity[buildStatus text='x']"],
  ['colours of a terminal', '\u001b[31mJobs\u001b[0m'],
  ['a title of a terminal', '\u001b]0;owned\u0007Jobs'],
  ['a cursor that goes back', 'Jobs\r\u001b[2KnothingIsWrong'],
  ['backspaces', 'Jobs\b\b\b\bgood'],
  ['a control character of eight bits', 'Jobs\u009b31m'],
  ['text that runs backwards', 'Jobs\u202egnorw\u202c'],
  ['text that is not seen', 'Jo\u200bbs\u2060\ufeff'],
  ['line breaks of Unicode', 'Jobs\u2028::error::x\u2029::error::y\u0085::error::z'],
  ['a script', '</script><script>alert(1)</script>'],
  ['an image', '"><img src=x onerror=alert(1)>'],
  ['an attribute', "' onmouseover='alert(1)"],
  ['a comment of HTML', '--><svg onload=alert(1)><!--'],
  ['a cell of a table', 'Jobs | x |\n| --- | --- |'],
  ['a link', '[click](javascript:alert(1))'],
  ['an image of Markdown', '![x](https://example.com/track.png)'],
  ['an address', 'https://example.com/phish www.example.com'],
  ['a mention', '@octo-org/everyone @octocat'],
  ['an issue', 'octo/repo#1 #2 GH-3'],
  ['a fence', '```\n# Title\n```'],
  ['mathematics', '$\\href{https://example.com}{x}$'],
  ['the end of a label of Mermaid', 'Jobs"]; click n0 "https://example.com"; x["'],
  ['a directive of Mermaid', '%%{init: {"securityLevel": "loose"}}%%'],
  ['Markdown in Mermaid', '`**x**`'],
  ['the end of a text in code', "', ...evil(), '"],
];

/** A mapping and all that it names have the text in them. */
function templateWith(text: string, batch = 10): object {
  return {
    Resources: {
      [`Queue${text}`]: {
        Type: 'AWS::SQS::Queue',
        Metadata: { 'aws:cdk:path': `Stack/${text}/Resource` },
        Properties: { VisibilityTimeout: 1 },
      },
      [`Handler${text}`]: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 900 } },
      [text]: {
        Type: MAPPING,
        Metadata: { 'aws:cdk:path': text },
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': [`Queue${text}`, 'Arn'] },
          FunctionName: { Ref: `Handler${text}` },
          BatchSize: batch,
          FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ body: { [text]: [text] } }) }, { Pattern: text }] },
          StartingPosition: text,
          KmsKeyArn: text,
          [`Unknown${text}`]: text,
        },
      },
      Literal: {
        Type: MAPPING,
        Properties: {
          SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [text] } },
          FunctionName: text,
          Topics: [text],
          StartingPosition: 'LATEST',
          DestinationConfig: { OnFailure: { Destination: text } },
          BatchSize: { 'Fn::Sub': text },
        },
      },
    },
  };
}

/** The output of the AWS CLI for these mappings, with the text wherever others can put one. */
function deployedWith(text: string): object {
  const arnOf = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
  const mapping = {
    EventSourceArn: text,
    State: text,
    StateTransitionReason: text,
    LastProcessingResult: `PROBLEM: ${text}`,
  };
  return {
    EventSourceMappings: [
      { ...mapping, UUID: 'a1', FunctionArn: arnOf(text), BatchSize: 7, Topics: [text] },
      { ...mapping, UUID: text, FunctionArn: arnOf('other'), FilterCriteria: { Filters: [{ Pattern: text }] } },
    ],
  };
}

const COMMANDS: readonly (readonly [name: string, argumentsOf: (old: string, young: string) => string[]])[] = [
  ...['human', 'json', 'sarif', 'github'].map(
    (format) => [`check as ${format}`, (_: string, young: string) => ['check', young, '-f', format]] as const,
  ),
  ...['table', 'markdown', 'html', 'json'].flatMap((format) => [
    [`review as ${format}`, (_: string, young: string) => ['review', young, '-f', format, '--explain']] as const,
    [
      `review of a change as ${format}`,
      (old: string, young: string) => ['review', young, '--compare', old, '-f', format],
    ] as const,
  ]),
  ...['human', 'json', 'markdown', 'github'].map(
    (format) => [`diff as ${format}`, (old: string, young: string) => ['diff', old, young, '-f', format]] as const,
  ),
  ...['human', 'json'].map(
    (format) =>
      [`migrate as ${format}`, (old: string, young: string) => ['migrate', old, young, '-f', format]] as const,
  ),
  ...['human', 'json', 'markdown', 'github'].map(
    (format) =>
      [
        `drift as ${format}`,
        (old: string, young: string) => ['drift', young, '--deployed', join(old, '..', 'deployed.txt'), '-f', format],
      ] as const,
  ),
];

// eslint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const OWN_COMMAND = /^::(error|warning|notice) file=[^:]*::/;
/** All that a line of a drawing can be. */
const TEXT = '"[^"`<>{}[\\]%\\\\]*"';
const DRAWN = [
  '```mermaid',
  '```',
  'flowchart LR',
  `  [nm]\\d+(\\[\\(${TEXT}\\)\\]|\\[${TEXT}\\]|\\(\\[${TEXT}\\]\\))`,
  `  n\\d+ -->(\\|${TEXT}\\|)? m\\d+ --> n\\d+`,
  '  m\\d+ -\\. on failure \\.-> n\\d+',
  '  style m\\d+ [a-z0-9#,:\\- ]+',
].map((line) => new RegExp(`^${line}$`));

describe.each(PAYLOADS)('%s', (_, text) => {
  const folder = folderWith({
    'old/app.json': templateWith(text),
    'new/app.json': templateWith(text, 20),
    'deployed.txt': deployedWith(text),
  });

  test.each(COMMANDS)('%s', (name, argumentsOf) => {
    const { stdout, stderr } = command(...argumentsOf(join(folder, 'old'), join(folder, 'new')));
    const printed = `${stdout}${stderr}`;
    expect(printed).not.toMatch(ACTING);
    expect(printed.split('\n').filter((line) => /^\s*::/.test(line) && !OWN_COMMAND.test(line))).toEqual([]);
    expect(printed).not.toMatch(/##\w*\[/);
    if (name.endsWith('json') || name.endsWith('sarif')) {
      expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    }
    if (name.endsWith('html') || name.endsWith('markdown')) {
      const withoutOwnScript = stdout.replace(/<script>\n[\s\S]*?\n<\/script>/, '');
      expect(withoutOwnScript).not.toMatch(/<(script|img|svg on|!--)|<[^>]* on\w+=/i);
    }
    if (name.endsWith('markdown')) {
      const [drawing = ''] = /```mermaid[\s\S]*?\n```/.exec(stdout) ?? [];
      expect(drawing.split('\n').filter((line) => line !== '' && !DRAWN.some((known) => known.test(line)))).toEqual([]);
      const rest = stdout.replace(drawing, '');
      expect(rest).not.toMatch(
        /@oct|\w#\d|(^|\s)#\d|GH-\d|[^\\]\]\((?!https:\/\/(docs\.aws|example\.com\/express))|(^|[^;])https?:\/\/example|\bwww\./m,
      );
      expect(rest).not.toMatch(/^(```|# )/m);
      expect(rest).not.toMatch(/(^|[^\\])[$`]/m);
    }
  });
});

test('a file that is called so', () => {
  const folder = folderWith({ '::error::x\u001b[31m.json': '{"Resources": 1}', 'b\n::error::y.json': '{' });
  const { stderr, stdout } = command(
    'check',
    join(folder, '::error::x\u001b[31m.json'),
    join(folder, 'b\n::error::y.json'),
  );
  expect(stderr + stdout).not.toMatch(ACTING);
  expect((stderr + stdout).split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
});

test('JSON keeps what stands in the template', () => {
  const text = '\u001b[31mJobs ##[add-mask]e \u202e';
  const folder = folderWith({ 'app.json': templateWith(text) });
  const reviews = JSON.parse(command('review', folder, '-f', 'json').stdout) as { logicalId: string }[];
  expect(reviews[0].logicalId).toBe(text);
});

test('a text to copy into code stays one text', () => {
  const text = "a', ...evil(), 'b";
  const mapping = {
    Type: MAPPING,
    Properties: { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: 'handler' },
  };
  const folder = folderWith({
    'old/app.json': { Resources: { [text]: mapping } },
    'new/app.json': { Resources: { Jobs: mapping } },
  });
  const { stdout } = command('migrate', join(folder, 'old'), join(folder, 'new'));
  expect(stdout).toContain("adopts: 'a\\', ...evil(), \\'b',");
});
