import { join } from 'path';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { command, folderWith, QUEUE, templateOf, MAPPING } from './run';
import { REGION_PATTERN, REGIONS } from '../../src/cli/regions';

const VALID = templateOf(QUEUE);
const BROKEN = templateOf({ ...QUEUE, BatchSize: 11 });

describe('the exit status', () => {
  test.each<[string, object, number]>([
    ['0 where nothing is wrong', { 'a.json': VALID }, 0],
    ['0 for warnings', { 'a.json': templateOf({ ...QUEUE, ProvisionedPollerConfig: { MaximumPollers: 3000 } }) }, 0],
    ['1 for an error', { 'a.json': VALID, 'b.json': BROKEN }, 1],
    ['2 for a template that is not valid', { 'a.json': VALID, 'b.json': '{"Resources": {' }, 2],
    ['3 for a template that is not valid beside an error', { 'a.json': BROKEN, 'b.json': '{"Resources": {' }, 3],
    ['2 for a folder without templates', { 'a.txt': 'text', 'b.json': {} }, 2],
  ])('is %s', (_, files, status) => expect(command('check', folderWith({ ...files })).status).toBe(status));

  test.each<[string, object, number]>([
    ['0 where nothing is wrong', VALID, 0],
    [
      '1 for a warning',
      templateOf(
        { ...QUEUE, EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } },
        { Jobs: { Type: 'AWS::SQS::Queue' } },
      ),
      1,
    ],
    ['1 for an error', BROKEN, 1],
  ])('with --strict is %s', (_, template, status) =>
    expect(command('check', folderWith({ 'a.json': template }), '--strict').status).toBe(status),
  );
});

describe("a file that can't be read", () => {
  const deep = `{"Resources":{"Deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  const laughs = [
    'a: &a [x, x]',
    ...'bcdefghijklmnopqrstuvwxyz'
      .split('')
      .map((letter, index) => `${letter}: &${letter} [${`*${String.fromCharCode(97 + index)}, `.repeat(9)}]`),
    'Resources: {}',
  ].join('\n');
  test.each<[string, string | Buffer, RegExp]>([
    ['broken.json', '{"Resources": {', /is not valid JSON/],
    ['broken.yaml', 'Resources: [a, }', /is not valid YAML/],
    ['tabs.yaml', 'Resources:\n\t- a', /is not valid YAML/],
    ['empty.yaml', '', /is empty/],
    ['blank.yaml', ' \n', /is empty/],
    ['binary.json', Buffer.from([0, 1, 2, 255, 254]), /is not a text file/],
    ['list.json', '[]', /is not a CloudFormation template: it is not an object/],
    ['text.yaml', 'text', /is not a CloudFormation template: it is not an object/],
    ['other.json', '{"a": 1}', /is not a CloudFormation template: it has no Resources/],
    ['null.json', '{"Resources": null}', /is not a CloudFormation template: it has no Resources/],
    ['cycle.yaml', 'A: &a [*a]\nResources: {}', /is too large: its aliases/],
    ['laughs.yaml', laughs, /is too large: its aliases/],
    ['deep.json', deep, /^$/],
    [
      'deep-parameters.json',
      '{"Resources":{"Nested":{"Type":"AWS::CloudFormation::Stack","Properties":' +
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}}`,
      /^$/,
    ],
  ])('is told in one line: %s', (name, content, reason) => {
    const folder = folderWith({ [name]: content, 'broken-mapping.json': BROKEN });
    const { stderr, stdout, status } = command('check', join(folder, name), join(folder, 'broken-mapping.json'));
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr.replace(`${join(folder, name)}: `, '').trim()).toMatch(reason);
    expect(status).toBe(stderr === '' ? 1 : 3);
    expect(stdout).toContain('sqs-large-batch-needs-window');
  });

  test('is one that is not there', () => {
    expect(command('check', 'nowhere.yaml')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'nowhere.yaml: does not exist\n',
    });
  });

  const OTHER_FILES = {
    'package.json': { name: 'a' },
    'tsconfig.json': '{\n  // a comment\n  "strict": true\n}',
    'empty.yaml': '',
    'manifests.yaml': 'a: 1\n---\nb: 2\n',
    'documents.yaml': 'Resources: {}\n---\nResources: {}\n',
    'mkdocs.yml': 'emoji: !!python/name:materialx.emoji.twemoji\n',
    'site.yml': 'nav:\n  - Custom Resources: https://docs.aws.amazon.com/x\nslugify: !!python/object/apply:slugs {}\n',
    'tagged.yml': 'Resources:\n  Jobs: !!python/name:jobs\n',
    'part.template': 'Task:\n  Type: AWS::Events::Rule\n  Properties:\n    EventPattern: %%PATTERN%%\n',
    'chart.yaml': '{{- if .Values.enabled }}\nkind: Job\n{{- end }}\n',
    'cookiecutter.yaml': 'Resources:\n  Jobs:\n    Type: {{ cookiecutter.type }}\n    {%- if cookiecutter.name %}\n',
    'jinja.yaml': 'Resources:\n{% for name in names %}\n  {{ name }}: {Type: AWS::SQS::Queue}\n{% endfor %}\n',
    'binary.template': Buffer.from([0, 1, 2]),
    'node_modules/a/template.json': BROKEN,
  };
  test('in a folder, is no other kind of file', () => {
    expect(command('check', folderWith({ ...OTHER_FILES, 'a.json': VALID }))).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(['tsconfig.json', 'empty.yaml', 'manifests.yaml', 'mkdocs.yml'])('is %s, if the user names it', (name) => {
    expect(command('check', join(folderWith(OTHER_FILES), name))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(name),
    });
  });

  test('in a folder, is a template with a mistake', () => {
    const text = 'Resources:\n  Queue: {Type: AWS::SQS::Queue, }}';
    expect(command('check', folderWith({ 'broken.yaml': text, 'a.json': VALID }))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('broken.yaml: is not valid YAML'),
    });
  });

  test.each([['check'], ['review'], ['diff', folderWith({ 'a.json': VALID })]])(
    'is a folder without templates: %s',
    (...args) => {
      const folder = folderWith(OTHER_FILES);
      expect(command(...args, folder)).toMatchObject({
        status: 2,
        stderr: `${folder}: has no CloudFormation template with resources; for an AWS CDK app, run cdk synth first\n`,
      });
    },
  );
});

test('odd templates do not stop it', () => {
  const odd = {
    Resources: {
      A: null,
      B: 1,
      C: { Type: 1 },
      D: { Type: 'AWS::Serverless::Function' },
      E: { Type: 'AWS::Serverless::Function', Properties: { Events: [1] } },
    },
  };
  const odder = { Resources: [], Parameters: 1, Globals: null };
  expect(command('check', folderWith({ 'a.json': odd, 'b.json': odder })).stderr).toBe('');
});

describe('output', () => {
  const folder = folderWith({
    'one.yaml': `
Resources:
  Queue:
    Type: AWS::SQS::Queue
  Jobs:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Queue.Arn
      FunctionName: handler
      BatchSize: 11
`,
    'two.json': VALID,
  });
  const withoutFolder = (text: string) => text.replaceAll(folder, 'folder');

  test('for people', () => expect(withoutFolder(command('check', folder).stdout)).toMatchSnapshot());
  test('as workflow commands of GitHub', () =>
    expect(withoutFolder(command('check', folder, '--format', 'github').stdout)).toMatchSnapshot());

  test('as JSON', () => {
    const [finding] = JSON.parse(command('check', folder, '--format', 'json').stdout) as object[];
    expect(finding).toEqual({
      file: join(folder, 'one.yaml'),
      logicalId: 'Jobs',
      source: 'sqs',
      rule: 'sqs-large-batch-needs-window',
      severity: 'error',
      path: 'Resources.Jobs.Properties.BatchSize',
      message: expect.stringContaining('BatchSize: 11 needs MaximumBatchingWindowInSeconds'),
      page: expect.stringContaining('https://docs.aws.amazon.com/'),
    });
  });

  test('with the number of mappings, however many', () => {
    const mapping = (index: number) => [
      `Mapping${index}`,
      { Type: MAPPING, Properties: { ...QUEUE, FunctionName: `f${index}` } },
    ];
    const Resources = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => mapping(index)));
    expect(command('check', folderWith({ 'many.json': { Resources } })).stdout).toContain(
      '1,000 mappings in 1 template: ',
    );
  });

  test('as JSON, where nothing is wrong', () =>
    expect(command('check', join(folder, 'two.json'), '--format', 'json').stdout).toBe('[]\n'));

  test('as SARIF', () => {
    const {
      version,
      runs: [run],
    } = JSON.parse(command('check', folder, '--format', 'sarif').stdout) as any; // the shape is what is tested
    expect(version).toBe('2.1.0');
    expect(run.tool.driver.rules[run.results[0].ruleIndex]).toEqual({
      id: 'sqs-large-batch-needs-window',
      shortDescription: {
        text:
          'BatchSize needs MaximumBatchingWindowInSeconds of at least 1 second: Lambda refuses batches of more ' +
          'than 10 messages without one',
      },
      helpUri: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
      defaultConfiguration: { level: 'error' },
    });
    // as above
    const isIdOnly = ({ id, shortDescription }: any) => shortDescription.text === id;
    expect(run.tool.driver.rules.filter(isIdOnly)).toEqual([]);
    expect(run.results[0]).toMatchObject({
      ruleId: 'sqs-large-batch-needs-window',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 5 } } }],
    });
  });

  test('leaves rules out', () => {
    const { stdout, status } = command(
      'check',
      folder,
      '--ignore',
      'sqs-large-batch-needs-window,sqs-dead-letter-queue',
    );
    expect([stdout, status]).toEqual([
      '2 mappings in 2 templates: nothing else is wrong; 2 findings ignored: sqs-dead-letter-queue, ' +
        'sqs-large-batch-needs-window\n',
      0,
    ]);
  });
});

describe('a cdk.out', () => {
  const broken = templateOf({ ...QUEUE, BatchSize: 11 });
  const document = templateOf({
    EventSourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:docs',
    FunctionName: 'handler',
    StartingPosition: 'LATEST',
    DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
  });
  const manifest = {
    artifacts: {
      Docs: { environment: 'aws://unknown-account/us-east-1', properties: { templateFile: 'Docs.template.json' } },
      'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
    },
  };
  const folder = folderWith({
    'cdk.out': '{}',
    'manifest.json': manifest,
    'tree.json': broken,
    'Docs.template.json': document,
    'LeftByAnEarlierSynthesis.template.json': broken,
    'asset.1/template.json': broken,
    'assembly-Prod/cdk.out': '{}',
    'assembly-Prod/manifest.json': '{',
    'assembly-Prod/Jobs.template.json': broken,
  });

  test('is its templates, with those of its stages', () => {
    const findings = JSON.parse(command('check', folder, '--format', 'json').stdout) as {
      file: string;
      rule: string;
    }[];
    expect(findings.map(({ file, rule }) => [file.slice(folder.length + 1), rule])).toEqual([
      ['Docs.template.json', 'documentdb-cluster-in-region'],
      ['assembly-Prod/Jobs.template.json', 'sqs-large-batch-needs-window'],
    ]);
  });

  test('of a stack whose Region is not known says nothing of it', () => {
    const artifact = {
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: 'Jobs.template.json' },
    };
    const jobs = { ...QUEUE, FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:handler' };
    const anywhere = folderWith({
      'cdk.out': '{}',
      'manifest.json': { artifacts: { Jobs: artifact } },
      'Jobs.template.json': templateOf(jobs),
    });
    expect(command('check', anywhere).stdout).toContain('nothing is wrong');
  });

  test('may be for another Region', () => {
    expect(command('check', join(folder, 'Docs.template.json'), '--region', 'eu-west-1').stdout).toContain(
      'nothing is wrong',
    );
  });
});

test('an import from a template of the same folder tells the source', () => {
  const queue = {
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'queue' } } },
  };
  const mapping = templateOf({
    EventSourceArn: { 'Fn::ImportValue': 'queue' },
    FunctionName: 'handler',
    BatchSize: 11,
  });
  const rules = (files: object) =>
    (JSON.parse(command('check', folderWith({ ...files }), '--format', 'json').stdout) as { rule: string }[]).map(
      ({ rule }) => rule,
    );
  expect(rules({ 'queue.json': queue, 'mapping.json': mapping })).toEqual([
    'sqs-fifo-batch-size-range',
    'sqs-fifo-dead-letter-queue',
  ]);
  expect(rules({ 'other/queue.json': queue, 'mapping.json': mapping })).toEqual(['mapping-fits-no-source']);
  expect(rules({ 'queue.json': queue, 'again.json': queue, 'mapping.json': mapping })).toEqual([
    'mapping-fits-no-source',
  ]);
});

describe('a source in another template', () => {
  const queue = {
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 10 } } },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
  };
  const reading = (StackName: string) =>
    templateOf(
      {
        EventSourceArn: { 'Fn::GetStackOutput': { StackName, OutputName: 'Arn', Region: { Ref: 'AWS::Region' } } },
        FunctionName: { Ref: 'Handler' },
      },
      { Handler: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 30 } } },
    );
  const errors = (files: object) => {
    const findings = JSON.parse(command('check', folderWith({ ...files }), '--format', 'json').stdout) as {
      severity: string;
      message: string;
    }[];
    return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.replace(/ \(.*$/, ''));
  };
  const said = (name: string) => [
    `queue Queue of stack ${name} has a visibility timeout of 10 seconds, less than the timeout of 30 seconds of ` +
      `function Handler`,
  ];
  const artifact = (templateFile: string, stackName?: string) => ({
    environment: 'aws://unknown-account/unknown-region',
    properties: { templateFile, stackName },
  });

  test('is known by the name of its file', () => {
    expect(errors({ 'queue.yaml': JSON.stringify(queue), 'mapping.json': reading('queue') })).toEqual(
      said('queue.yaml'),
    );
    expect(errors({ 'queue.template.json': queue, 'mapping.json': reading('queue') })).toEqual(
      said('queue.template.json'),
    );
    expect(
      errors({ 'queue.json': queue, 'queue.yaml': JSON.stringify(queue), 'mapping.json': reading('queue') }),
    ).toEqual([]);
    expect(errors({ 'other/queue.json': queue, 'mapping.json': reading('queue') })).toEqual([]);
  });

  test('is called as its file, where it is a nested stack', () => {
    const { Arn } = queue.Outputs;
    const exporting = { ...queue, Outputs: { Arn: { ...Arn, Export: { Name: 'jobs' } } } };
    const mapping = templateOf(
      { EventSourceArn: { 'Fn::ImportValue': 'jobs' }, FunctionName: { Ref: 'Handler' } },
      { Handler: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 30 } } },
    );
    expect(errors({ 'queue.nested.template.json': exporting, 'mapping.json': mapping })).toEqual(said('queue'));
  });

  test('is known by the name of its stack in a cdk.out, and in a stage of it', () => {
    const assembly = (folder: string, prefix: string, stages: object = {}) => ({
      [`${folder}cdk.out`]: '{}',
      [`${folder}manifest.json`]: {
        artifacts: {
          Queue123: artifact('Queue123.template.json', `${prefix}Queue`),
          Jobs: artifact('Jobs.template.json'),
          ...stages,
        },
      },
      [`${folder}Queue123.template.json`]: queue,
      [`${folder}Jobs.template.json`]: reading(`${prefix}Queue`),
    });
    const stage = { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } } };
    expect(errors({ ...assembly('', '', stage), ...assembly('assembly-Prod/', 'Prod-') })).toEqual([
      ...said('Queue'),
      ...said('Prod-Queue'),
    ]);
    expect(errors({ ...assembly('', ''), 'manifest.json': '{' })).toEqual([]);
  });

  test('is one in each template of many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`mapping${index}.json`, reading('queue')]),
    );
    expect(errors({ 'queue.json': queue, ...many })).toHaveLength(50);
  });
});

test('a lone hyphen in a list is read, and lines are those of the file', () => {
  const yaml = [
    'Resources:',
    '  Mapping:',
    `    Type: ${MAPPING}`,
    '    Properties:',
    `      EventSourceArn: ${QUEUE.EventSourceArn}`,
    '      FunctionName: !Join [ -, [a, b] ]',
    '      BatchSize: 20000',
  ].join('\n');
  const { stdout, status } = command('check', folderWith({ 'app.yaml': yaml }), '--format', 'github');
  expect(status).toBe(1);
  expect(stdout).toContain('line=2');
});

describe('YAML of CloudFormation', () => {
  test.each<[string, string]>([
    ['short functions', '{EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Handler, BatchSize: !If [A, 11, 12]}'],
    ['long functions', '{EventSourceArn: {Fn::GetAtt: [Queue, Arn]}, FunctionName: {Ref: Handler}, BatchSize: 11}'],
    [
      'keys that stand twice',
      '{EventSourceArn: !GetAtt Queue.Arn, FunctionName: handler, BatchSize: 1, BatchSize: 11}',
    ],
    ['merged keys', '{<<: {BatchSize: 11}, EventSourceArn: !GetAtt Queue.Arn, FunctionName: handler}'],
    ['numbers as texts', '{EventSourceArn: !GetAtt Queue.Arn, FunctionName: handler, BatchSize: "11"}'],
    ['other words for true', '{EventSourceArn: !GetAtt Queue.Arn, FunctionName: handler, BatchSize: 11, Enabled: yes}'],
  ])('%s', (_, properties) => {
    const text =
      `AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Queue: {Type: AWS::SQS::Queue}\n  Mapping: ` +
      `{Type: AWS::Lambda::EventSourceMapping, Properties: ${properties}}`;
    const findings = JSON.parse(command('check', folderWith({ 'a.yaml': text }), '--format', 'json').stdout) as {
      rule: string;
      severity: string;
    }[];
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'sqs-large-batch-needs-window',
    ]);
  });
});

describe('what aws cloudformation get-template writes', () => {
  const yaml =
    'Resources:\n  Mapping:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties: {EventSourceArn: !GetAtt ' +
    'Queue.Arn, FunctionName: handler, BatchSize: 11}\n  Queue: {Type: AWS::SQS::Queue}';
  const written = (body: unknown) =>
    JSON.stringify({ StagesAvailable: ['Original', 'Processed'], TemplateBody: body }, undefined, 4);
  test.each<[string, string, number]>([
    ['with an object', written(BROKEN), 8],
    ['with YAML', written(yaml), 6],
    ['with JSON as text', written(JSON.stringify(BROKEN)), 6],
    ['as YAML', `StagesAvailable: [Original]\nTemplateBody: |\n${yaml.replace(/^/gm, '  ')}`, 2],
    ['as YAML, with an object', `StagesAvailable: [Original]\nTemplateBody:\n${yaml.replace(/^/gm, '  ')}`, 4],
    ['as its body alone', JSON.stringify(yaml), 1],
  ])('is a template: %s', (_, text, line) => {
    const { stdout } = command(
      'check',
      join(folderWith({ 'deployed.json': text }), 'deployed.json'),
      '--format',
      'github',
      '--ignore',
      'sqs-dead-letter-queue',
    );
    expect(stdout).toMatch(
      new RegExp(`^::error file=[^,]*deployed.json,line=${line},title=sqs-large-batch-needs-window::[^\\n]*\\n$`),
    );
  });

  test.each<[string, unknown, RegExp]>([
    ['a text that is none', 'text', /is not a CloudFormation template: it is not an object/],
    ['YAML that is not valid', 'Resources: [a, }', /is not valid YAML/],
    ['nothing', null, /is not a CloudFormation template: it is not an object/],
  ])('may hold %s', (_, body, reason) => {
    expect(command('check', join(folderWith({ 'deployed.json': written(body) }), 'deployed.json'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(reason),
    });
  });
});

describe('the line of a finding', () => {
  const linesOf = (text: string) => {
    const { stdout } = command('check', folderWith({ 'a.yaml': text }), '--format', 'github');
    return [...stdout.matchAll(/line=(\d+),title=sqs-large-batch/g)].map(([, line]) => Number(line));
  };
  const mapping = (size: number) =>
    `{Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: ` +
    `'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: handler, BatchSize: ${size}}}`;
  const event = (size: number) =>
    `{Type: SQS, Properties: {Queue: 'arn:aws:sqs:eu-west-1:123456789012:jobs', BatchSize: ${size}}}`;

  test.each<[string, string, number[]]>([
    [
      'the resource, where a parameter has its name',
      `Parameters:\n  Jobs: {Type: String}\nResources:\n  Jobs: ${mapping(11)}`,
      [4],
    ],
    [
      'the resource, where it has a name as properties have',
      `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n  Type: ${mapping(11)}`,
      [4],
    ],
    ['the last of two resources of one name', `Resources:\n  Jobs: ${mapping(1)}\n  Jobs: ${mapping(11)}`, [3]],
    ['the resource with an anchor, and its alias', `Resources:\n  Jobs: &jobs ${mapping(11)}\n  More: *jobs`, [2, 3]],
    [
      'the resource, after texts of several lines',
      `Description: |\n  Resources:\n    Jobs:\nResources:\n  Jobs: ${mapping(11)}`,
      [5],
    ],
    [
      'the resource, with other line ends',
      `Resources:\r\n  Other: {Type: AWS::SQS::Queue}\r\n  Jobs: ${mapping(11)}\r\n`,
      [3],
    ],
    [
      'the event',
      `
Resources:
  One:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Jobs: ${event(1)}
        Queue: ${event(11)}
  Two:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Jobs:
          ${event(11)}
`,
      [8, 13],
    ],
    [
      'the event in JSON',
      JSON.stringify(
        {
          Resources: {
            One: {
              Type: 'AWS::Serverless::Function',
              Properties: { Events: { Jobs: { Type: 'SQS', Properties: { Queue: QUEUE.EventSourceArn } } } },
            },
            Two: {
              Type: 'AWS::Serverless::Function',
              Properties: {
                Events: { Jobs: { Type: 'SQS', Properties: { Queue: QUEUE.EventSourceArn, BatchSize: 11 } } },
              },
            },
          },
        },
        undefined,
        '\t',
      ),
      [20],
    ],
    [
      'the resource in JSON that begins on the line of its brace',
      `{"Resources": {\n"Queue": {"Type": ` +
        `"AWS::SQS::Queue"},\n"Jobs":\n${JSON.stringify({ Type: MAPPING, Properties: { ...QUEUE, BatchSize: 11 } })}}}`,
      [3],
    ],
  ])('is that of %s', (_, text, lines) => expect(linesOf(text)).toEqual(lines));
});

describe('rules to leave out', () => {
  const unknown = {
    EventSourceArn: { Ref: 'Any' },
    FunctionName: 'handler',
    BatchSize: 20_000,
    StartingPosition: 'LATEST',
  };
  const file = folderWith({ 'a.json': templateOf(unknown, { Any: { Type: 'Custom::Any' } }) });

  test('can be given several times, and be of sources that are not known', () => {
    expect(command('check', file).stdout).toContain('[mapping-batch-size-range]');
    const { stdout, stderr } = command(
      'check',
      file,
      '--ignore',
      'mapping-batch-size-range,',
      '--ignore',
      'sqs-batch-size-range mapping-role-access',
    );
    expect({ stdout, stderr }).toEqual({
      stdout: '1 mapping in 1 template: nothing else is wrong; 1 finding ignored: mapping-batch-size-range\n',
      stderr: '',
    });
  });

  test.each([
    ['sqs-ded-letter-queue', 'There is no rule sqs-ded-letter-queue; did you mean sqs-dead-letter-queue?'],
    ['visibility-timeout', 'There is no rule visibility-timeout; did you mean sqs-visibility-timeout?'],
    ['SQS-dead-letter-queue', 'There is no rule SQS-dead-letter-queue; did you mean sqs-dead-letter-queue?'],
    ['sqs-dead-letter-queue,all-of-them', 'There is no rule all-of-them'],
  ])('are known: %s', (rules, message) => {
    const { status, stdout, stderr } = command('check', file, '--ignore', rules);
    expect({ status, stdout, stderr: stderr.split('\n')[0] }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`${message.replace('?', '\\?')}$`)),
    });
  });
});

describe('a Region', () => {
  const folder = folderWith({ 'a.json': VALID });

  test.each(['us-east-1', 'us-gov-west-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-isof-south-1'])(
    '%s is taken',
    (region) => {
      expect(command('check', folder, '--region', region).stderr).toBe('');
    },
  );

  test.each([
    ['eu-wset-1', 'warning: --region eu-wset-1 is unknown, and used all the same; did you mean eu-west-1?\n'],
    ['zz-fantasia-9', 'warning: --region zz-fantasia-9 is unknown, and used all the same\n'],
  ])('%s may be newer than this library', (region, stderr) => {
    expect(command('check', folder, '--region', region)).toMatchObject({
      stderr,
      stdout: expect.stringContaining('queue-in-region'),
    });
  });

  test.each(['eu-west1', 'eu-west-1a', 'Ireland', 'EU-WEST-1', ''])('"%s" is not written as one', (region) => {
    expect(command('check', folder, '--region', region)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('A Region is written as eu-west-1'),
    });
  });

  test('is known here if aws-cdk-lib knows it', () => {
    expect(
      RegionInfo.regions
        .map(({ name }) => name)
        .filter((name) => !REGIONS.includes(name) || !REGION_PATTERN.test(name)),
    ).toEqual([]);
  });
});

describe('the arguments', () => {
  test.each([['check'], ['check', '--format', 'xml', 'a'], ['chekc', 'a'], ['check', '--unknown', 'a'], ['diff', 'a']])(
    '%s %s are refused',
    (...args) => {
      const { status, stderr } = command(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^error: .*\n/);
    },
  );

  test.each([[[]], [['--help']], [['check', '--help']], [['review', '--help']], [['diff', '--help']]])(
    '%j',
    (args: string[]) => {
      const { stdout, stderr } = command(...args);
      expect(stdout + stderr).toMatchSnapshot();
    },
  );

  test('tell the version', () => expect(command('--version').stdout).toMatch(/^\d+\.\d+\.\d+/));
});
