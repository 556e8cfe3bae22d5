import { spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { builtinModules } from 'module';
import { join } from 'path';
import { DEPLOYED } from './drift.cases';
import { command, folderWith, MAPPING, templateOf } from './run';
import { bundle } from '../../projenrc/bundle-command';
import { CONTRACTS } from '../../src/sources/contracts';
import { Case, SOURCES } from '../cases';

/** The command as it is published, in a folder without any package beside it. */
const home = folderWith({ 'package.json': { version: '1.2.3' }, 'lib/cli/main.js': '' });
const main = join(home, 'lib/cli/main.js');
beforeAll(() => bundle(main));

function bundled(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: home,
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const ROLE = { Type: 'AWS::IAM::Role', Properties: { Policies: [] } };
const SOURCE_TYPES: { readonly [contract: string]: [type: string, properties?: object] } = {
  sqs: ['AWS::SQS::Queue'],
  'sqs-fifo': ['AWS::SQS::Queue', { FifoQueue: true }],
  kinesis: ['AWS::Kinesis::Stream'],
  'kinesis-consumer': ['AWS::Kinesis::StreamConsumer'],
  dynamodb: ['AWS::DynamoDB::Table', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }],
  msk: ['AWS::MSK::Cluster'],
  'active-mq': ['AWS::AmazonMQ::Broker', { EngineType: 'ACTIVEMQ' }],
  'rabbit-mq': ['AWS::AmazonMQ::Broker', { EngineType: 'RABBITMQ' }],
  documentdb: ['AWS::DocDB::DBCluster'],
};

/** A template in which the role of the function is allowed nothing. */
function templateWith(source: (typeof SOURCES)[number], one: Case): object {
  const [Type, Properties] = SOURCE_TYPES[source.contract.id] ?? [];
  const arn = source.contract.id === 'dynamodb' ? 'StreamArn' : 'Arn';
  const properties = { ...source.smallest.properties, FunctionName: { Ref: 'Handler' }, ...one.properties };
  return {
    Resources: {
      Role: ROLE,
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Literal: { Type: 'AWS::Lambda::EventSourceMapping', Properties: properties },
      ...(Type && {
        Source: { Type, Properties },
        Dead: { Type: 'AWS::SQS::Queue' },
        Referring: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
            ...properties,
            EventSourceArn: { 'Fn::GetAtt': ['Source', arn] },
          },
        },
      }),
    },
  };
}

describe('the bundled command', () => {
  // A sample of the cases: all of them take a minute.
  const folder = folderWith(
    Object.fromEntries(
      SOURCES.flatMap((source) =>
        source.cases
          .filter((_, index) => index % 10 === 0)
          .map((one, index) => [`${source.folder}-${index}.json`, templateWith(source, one)]),
      ),
    ),
  );

  test.each(['check', 'review'])('finds what the library finds: %s', (name) => {
    const args = [name, folder, '--format', 'json'];
    const { status, stdout, stderr } = command(...args);
    const same = bundled(args);
    expect(same.stderr).toBe(stderr);
    expect(JSON.parse(same.stdout)).toEqual(JSON.parse(stdout));
    expect(same.status).toBe(status);
  });

  test('finds what has drifted as the library does', () => {
    const [{ properties, listed }] = DEPLOYED;
    const told = {
      UUID: 'a',
      FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
      State: 'Disabled',
      StateTransitionReason: 'User action',
    };
    const own = folderWith({
      'template.json': templateOf({ ...properties, FunctionName: 'f' }, { Stream: { Type: 'AWS::Kinesis::Stream' } }),
      'resources.json': {
        StackResourceSummaries: [{ LogicalResourceId: 'Mapping', PhysicalResourceId: 'a', ResourceType: MAPPING }],
      },
      'mappings.json': { EventSourceMappings: [{ ...told, ...listed, BatchSize: 7 }] },
    });
    const deployed = ['mappings.json', 'resources.json'].map((name) => join(own, name));
    const args = ['drift', join(own, 'template.json'), '--format', 'json', '--deployed', ...deployed];
    const found = command(...args);
    expect(JSON.parse(found.stdout)).toMatchObject([{ outcome: 'changed' }, { outcome: 'disabled' }]);
    expect(bundled(args)).toEqual(found);
  });

  test('knows what the role of a function needs, for each source', () => {
    const findings = JSON.parse(bundled(['check', folder, '--format', 'json']).stdout) as {
      rule: string;
      source: string;
    }[];
    const sources = new Set(findings.filter(({ rule }) => rule === 'mapping-role-access').map(({ source }) => source));
    expect([...sources].sort()).toEqual(CONTRACTS.map(({ id }) => id).sort());
  });

  test('loads what Node.js has, and nothing else', () => {
    const loaded = [...readFileSync(main, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) =>
      name.replace(/^node:/, ''),
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((name) => !builtinModules.includes(name))).toEqual([]);
  });

  test('has the notices of the licenses of all packages inside', () => {
    const notices = readFileSync(main, 'utf8').slice(-10_000);
    expect(
      ['commander: ', 'js-yaml: ', 'picocolors: ', 'cli-table3: '].filter((name) => !notices.includes(`\n${name}`)),
    ).toEqual([]);
    expect(notices.match(/Permission /g)).toHaveLength(2);
  });

  test('tells the version of its package', () =>
    expect(bundled(['--version'])).toEqual({ status: 0, stdout: '1.2.3\n', stderr: '' }));
});

describe('standard input', () => {
  const template = (size: number) =>
    `Resources:\n  Queue: {Type: AWS::SQS::Queue}\n  Jobs: {Type: AWS::Lambda::EventSourceMapping, Properties: ` +
    `{EventSourceArn: !GetAtt Queue.Arn, FunctionName: handler, BatchSize: ${size}}}\n`;
  writeFileSync(join(home, 'new.yaml'), template(5));

  test('is checked', () => {
    const { status, stdout } = bundled(
      ['check', '-', '--format', 'github', '--ignore', 'sqs-dead-letter-queue'],
      template(11),
    );
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^::error file=<stdin>,line=3,title=sqs-large-batch-needs-window::/),
    });
  });

  test('is reviewed', () =>
    expect(bundled(['review', '-', '--format', 'markdown'], template(11)).stdout).toMatch(/^### &lt;stdin&gt;\n/));

  test.each([
    ['the old template', ['-', 'new.yaml'], 'BatchSize: 11 → 5'],
    ['the new template', ['new.yaml', '-'], 'BatchSize: 5 → 11'],
  ])('is %s', (_, paths, change) => expect(bundled(['diff', ...paths], template(11)).stdout).toContain(change));

  test('may be empty', () =>
    expect(bundled(['check', '-'], '')).toEqual({ status: 2, stdout: '', stderr: '<stdin>: is empty\n' }));
});
