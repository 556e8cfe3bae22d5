import { factsOfAssembly } from '../../projenrc/facts/cdk';
import { changesBetween } from '../../projenrc/facts/changes';
import { factsOfSchema } from '../../projenrc/facts/cloudformation';
import { factOf, land } from '../../projenrc/facts/facts';
import { changesReport } from '../../projenrc/facts/report';
import { restingOn } from '../../projenrc/facts/rests-on';
import { factsOfSamDocs, factsOfTranslator } from '../../projenrc/facts/sam';
import { htmlSentences, markdownSentences } from '../../projenrc/facts/sentences';
import { factsOfServiceModel } from '../../projenrc/facts/service-model';
import { traceReport } from '../../projenrc/facts/trace';
import { CONTRACTS } from '../../src/sources/contracts';

/** Two operations of mappings, and one of something else, as a service model has them. */
const MODEL = {
  operations: {
    CreateEventSourceMapping: {
      input: { shape: 'CreateRequest' },
      documentation: '<p>Makes a mapping of a function.</p>',
    },
    UpdateEventSourceMapping: { input: { shape: 'UpdateRequest' } },
    CreateFunction: { input: { shape: 'FunctionRequest' } },
    CreateAlias: { input: { shape: 'AliasRequest' }, documentation: '<p>At most 10.</p>' },
  },
  shapes: {
    CreateRequest: {
      type: 'structure',
      required: ['FunctionName', 'Position'],
      members: {
        BatchSize: {
          shape: 'Size',
          documentation:
            '<p>How many records a batch has. The default is 100.</p> <p>For more information, see <a ' +
            'href="https://example.com/a">Batches</a>.</p>',
        },
        Position: { shape: 'Position' },
        Filters: { shape: 'Filters' },
      },
    },
    UpdateRequest: { type: 'structure', members: { BatchSize: { shape: 'Size' } } },
    FunctionRequest: {
      type: 'structure',
      members: {
        Timeout: { shape: 'Timeout', documentation: '<p>At most 900 seconds.</p>' },
        MemorySize: { shape: 'Size' },
      },
    },
    AliasRequest: { type: 'structure', members: { Name: { shape: 'Name' } } },
    Size: { type: 'integer', box: true, min: 1, max: 10_000 },
    Position: { type: 'string', enum: ['LATEST', 'TRIM_HORIZON'] },
    Filters: { type: 'list', member: { shape: 'Filter' }, max: 5 },
    Filter: { type: 'structure', members: { Pattern: { shape: 'Name' }, Nested: { shape: 'Filter' } } },
    Timeout: { type: 'integer', min: 1 },
    Name: { type: 'string', pattern: '[a-z]*' },
  },
};

/** A recording, with some of its text changed. */
function edited<T>(recorded: T, ...edits: readonly [from: string, to: string][]): T {
  return JSON.parse(
    edits.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`There is no ${from} to change`);
      return text.replaceAll(from, to);
    }, JSON.stringify(recorded)),
  ) as T;
}

/** Everything in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, child]) => [name, reversed(child)]),
      )
    : value;
}

const modelChanges = (model: typeof MODEL) =>
  changesBetween(factsOfServiceModel(MODEL), factsOfServiceModel(model)).filter(({ isReworded }) => !isReworded);

describe('a service model has not changed', () => {
  const EDITS: readonly [string, ...[string, string][]][] = [
    ['where a shape has another name', ['"Size"', '"NumberOfRecords"']],
    ['where white space differs', ['How many records', 'How  many\\n records'], ['</p> <p>', '</p>\\n\\n<p>']],
    ['where a link leads elsewhere', ['https://example.com/a', 'https://example.com/b'], ['>Batches<', '>Batching<']],
    ['where markup differs', ['The default is 100', 'The <b>default</b> is <code>100</code>']],
    [
      'where a sentence has other words for the same',
      ['How many records a batch has', 'The number of records in a batch'],
    ],
    ['where a number is written in another way', ['The default is 100.', 'It defaults to 100.']],
    [
      'where another operation has',
      ['At most 10.', 'At most 20.'],
      ['"AliasRequest":{"type":"structure"', '"AliasRequest":{"type":"structure","required":["Name"]'],
    ],
    ['where another member of a function has', ['"MemorySize"', '"Memory"']],
    ['where it only travels in another way', ['"box":true', '"box":false,"locationName":"size"']],
  ];

  test.each(EDITS)('%s', (_, ...edits) => expect(modelChanges(edited(MODEL, ...edits))).toEqual([]));

  test('where everything stands in another order', () =>
    expect(modelChanges(reversed(MODEL) as typeof MODEL)).toEqual([]));
});

describe('a service model has changed', () => {
  const EDITS: readonly [string, [string, string], object[]][] = [
    [
      'by a limit, which is told once of all operations',
      ['10000', '5000'],
      [
        {
          places: ['CreateEventSourceMapping.BatchSize', 'UpdateEventSourceMapping.BatchSize'],
          what: 'max',
          before: 10_000,
          after: 5000,
        },
      ],
    ],
    [
      'by a value',
      ['"LATEST"', '"LATEST","AT_TIMESTAMP"'],
      [{ places: ['CreateEventSourceMapping.Position'], what: 'enum', before: [], after: ['AT_TIMESTAMP'] }],
    ],
    [
      'by what is required',
      ['["FunctionName","Position"]', '["FunctionName"]'],
      [{ places: ['CreateEventSourceMapping input'], what: 'required', before: ['Position'], after: [] }],
    ],
    [
      'by a pattern',
      ['[a-z]*', '[a-z ]*'],
      [{ places: ['CreateEventSourceMapping.Filters[].Pattern'], what: 'pattern', before: '[a-z]*', after: '[a-z ]*' }],
    ],
    [
      'by a member',
      ['"Position":{"shape":"Position"}', '"Position":{"shape":"Position"},"Mode":{"shape":"Name"}'],
      [{ places: ['CreateEventSourceMapping.Mode'], what: 'place', after: ['pattern [a-z]*', 'type string'] }],
    ],
    [
      'by one sentence of two',
      ['The default is 100', 'The default is 200'],
      [
        {
          places: ['CreateEventSourceMapping.BatchSize'],
          what: 'sentence',
          before: 'The default is 100',
          after: 'The default is 200',
        },
      ],
    ],
    [
      'by the name of what is invoked',
      ['of a function', 'of an Event Function'],
      [
        {
          places: ['CreateEventSourceMapping'],
          what: 'sentence',
          before: 'Makes a mapping of a function',
          after: 'Makes a mapping of an Event Function',
        },
      ],
    ],
    [
      'by how long a function can run',
      ['900 seconds', '1,800 seconds'],
      [
        {
          places: ['CreateFunction.Timeout'],
          what: 'sentence',
          before: 'At most 900 seconds',
          after: 'At most 1,800 seconds',
        },
      ],
    ],
  ];

  test.each(EDITS)('%s', (_, edit, changes) => {
    const found = modelChanges(edited(MODEL, edit)).map(
      ({ isReworded, ...change }) => JSON.parse(JSON.stringify(change)) as object,
    );
    expect(found).toEqual(changes);
  });
});

describe('a sentence that says something else', () => {
  const OTHERS: readonly [before: string, after: string][] = [
    ['Queue mode is supported for Kafka', 'Queue mode is not supported for Kafka'],
    ['This is supported for Kinesis, and not for Kafka', 'This is supported for Kafka, and not for Kinesis'],
    ['The minimum is 1 and the maximum is 10', 'The minimum is 10 and the maximum is 1'],
    ['You can set a window', 'You must set a window'],
    ['Set it to at most 5', 'Set it to at least 5'],
    ['The default is 5 seconds', 'The default is 5 minutes'],
    ['Kinesis and DynamoDB only', 'Kinesis only'],
    ['The value is ignored', 'The value is read'],
    ['Use the Stream mode', 'Use the Queue mode'],
  ];
  const SAME: readonly [before: string, after: string][] = [
    ['The maximum is 10,000 records', 'Records are limited to 10000'],
    ['You cannot change it', "You can't change it"],
    ['You can have up to 5 topics', 'The maximum number of topics is 5'],
    ['A batch has no more than 5 records', 'A batch cannot exceed 5 records'],
    ['Kinesis and DynamoDB have it', 'DynamoDB and Kinesis have it'],
    ['A value of `Queue` needs Kafka', '"Queue" requires Apache Kafka'],
    ['The function reads records. It filters them', 'It reads and filters records'],
  ];
  const changesOf = (before: string, after: string) => {
    const facts = (text: string) => ({
      place: factOf({}, htmlSentences(`<p>${text}.</p><p>Use Stream or Queue.</p>`)),
    });
    return changesBetween(facts(before), facts(after)).filter(({ isReworded }) => !isReworded);
  };

  test.each(OTHERS)('is told: %s -> %s', (before, after) =>
    expect(changesOf(before, after)).toEqual([expect.objectContaining({ before, after })]),
  );

  test.each(SAME)('in other words is not: %s -> %s', (before, after) => expect(changesOf(before, after)).toEqual([]));
});

describe('sentences', () => {
  test('of HTML', () => {
    const html =
      '<p>A batch of <code>X</code> &#8211; at &lt; 5. Max 10.</p><ul><li><p><a href="https://example.com">A ' +
      'page</a></p></li><li>One item.</li></ul>';
    expect(htmlSentences(html)).toEqual(['A batch of X - at < 5. Max 10', 'One item']);
  });

  test('of Markdown', () => {
    const markdown =
      'A batch of ``X``, which\nis *long*.\n  +  [A page](https://example.com) \n  +  ``Y`` \u2013 one ' +
      '[item](https://example.com).\n\nSee [it](https://example.com).';
    expect(markdownSentences(markdown)).toEqual(['A batch of X, which is long', 'Y - one item']);
  });
});

describe('a schema of CloudFormation', () => {
  const SCHEMA = {
    typeName: 'AWS::Lambda::EventSourceMapping',
    description: 'A mapping.',
    additionalProperties: false,
    properties: {
      Topics: { type: 'array', minItems: 1, maxItems: 1, uniqueItems: true, items: { type: 'string', maxLength: 249 } },
      Config: { $ref: '#/definitions/Config', description: 'How it is read.' },
      Id: { type: 'string' },
    },
    definitions: {
      Config: {
        type: 'object',
        required: ['Mode'],
        properties: { Mode: { enum: ['Stream', 'Queue'], type: 'string' } },
      },
    },
    createOnlyProperties: ['/properties/Config/Mode', '/properties/Topics'],
    readOnlyProperties: ['/properties/Id'],
    required: ['Topics'],
    handlers: { create: { permissions: ['lambda:B', 'lambda:A'] } },
  };
  const facts = factsOfSchema(SCHEMA);

  test('is flat', () => {
    const place = 'AWS::Lambda::EventSourceMapping';
    expect(facts).toEqual({
      [place]: {
        limits: { 'create permissions': ['lambda:A', 'lambda:B'], required: ['Topics'] },
        sentences: ['A mapping'],
      },
      [`${place}.Config`]: { limits: { required: ['Mode'], type: 'object' }, sentences: ['How it is read'] },
      [`${place}.Config.Mode`]: {
        limits: { createOnly: true, enum: ['Queue', 'Stream'], type: 'string' },
        sentences: [],
      },
      [`${place}.Id`]: { limits: { readOnly: true, type: 'string' }, sentences: [] },
      [`${place}.Topics`]: {
        limits: { createOnly: true, maxItems: 1, minItems: 1, type: 'array', uniqueItems: true },
        sentences: [],
      },
      [`${place}.Topics[]`]: { limits: { maxLength: 249, type: 'string' }, sentences: [] },
    });
  });

  test('is the same in another order', () =>
    expect(changesBetween(facts, factsOfSchema(reversed(SCHEMA) as typeof SCHEMA))).toEqual([]));

  test('is read in part', () => {
    expect(Object.keys(factsOfSchema({ ...SCHEMA, typeName: 'AWS::Lambda::Function' }, ['Id']))).toEqual([
      'AWS::Lambda::Function.Id',
    ]);
  });

  test('has keywords that nobody knows yet', () => {
    const changed = factsOfSchema({ ...SCHEMA, dependentRequired: { Topics: ['Config'] } });
    expect(changesBetween(facts, changed)).toEqual([
      { places: ['AWS::Lambda::EventSourceMapping'], what: 'dependentRequired', after: '{"Topics":["Config"]}' },
    ]);
  });
});

describe('AWS SAM', () => {
  const CODE = `class PullEventSource(ResourceMacro, metaclass=ABCMeta):
    property_types: dict[str, PropertyType] = {
        "BatchSize": PropertyType(False, IS_INT),
    }

class SQS(PullEventSource):
    AUTH = [
        "B_AUTH",
        "A_AUTH",
    ]
    property_types = {
        **PullEventSource.property_types,
        "Queue": PassThroughProperty(
            True),
    }

    def check(self):
        raise InvalidEventException(
            self.relative_id,
            "Queues only supports one entry.",
        )

class Api(PushEventSource):
    property_types = {"Path": PropertyType(True, IS_STR)}
`;

  test('is read from its code', () => {
    expect(factsOfTranslator(CODE)).toEqual({
      PullEventSource: { limits: {}, sentences: [] },
      'PullEventSource.BatchSize': { limits: { required: false }, sentences: [] },
      SQS: { limits: { AUTH: ['A_AUTH', 'B_AUTH'] }, sentences: ['Queues only supports one entry.'] },
      'SQS.Queue': { limits: { required: true }, sentences: [] },
    });
  });

  test('is read from its pages', () => {
    const properties = {
      'sam-property-function-sqs': {
        Queue: 'The ARN.  \n*Type*: String  \n*CloudFormation compatibility*: This is passed on.',
      },
      'sam-property-function-api': { Path: 'A path.' },
    };
    expect(factsOfSamDocs({ properties })).toEqual({
      'page sqs.Queue': { limits: {}, sentences: ['The ARN', 'Type: String'] },
    });
  });

  test('has to have its events where they were', () => expect(() => factsOfTranslator('')).toThrow('PullEventSource'));
});

test('aws-cdk-lib is read from its assembly', () => {
  const property = (name: string, facts: object = {}) => ({ name, ...facts });
  const types = {
    'aws-cdk-lib.aws_lambda.CfnEventSourceMappingProps': {
      name: 'CfnEventSourceMappingProps',
      namespace: 'aws_lambda',
      properties: [property('topics', { optional: true })],
    },
    'aws-cdk-lib.aws_lambda.CfnEventSourceMapping.FilterProperty': {
      name: 'FilterProperty',
      namespace: 'aws_lambda.CfnEventSourceMapping',
      properties: [property('pattern')],
    },
    'aws-cdk-lib.aws_lambda.CfnFunctionProps': {
      name: 'CfnFunctionProps',
      namespace: 'aws_lambda',
      properties: [property('code')],
    },
  };
  expect(factsOfAssembly({ types })).toEqual({
    'CfnEventSourceMapping.FilterProperty.pattern': { limits: { optional: false }, sentences: [] },
    'CfnEventSourceMappingProps.topics': { limits: { optional: true }, sentences: [] },
  });
});

test('what has not changed keeps the release that it was seen in first', () => {
  const first = land('1.0', { a: factOf({ max: 1 }), b: factOf({ max: 1 }) });
  const second = land('2.0', { a: factOf({ max: 1 }), b: factOf({ max: 2 }), c: factOf({}) }, first);
  expect(Object.entries(second.facts).map(([place, { seen }]) => [place, seen])).toEqual([
    ['a', '1.0'],
    ['b', '2.0'],
    ['c', '2.0'],
  ]);
});

describe('what rests on a place', () => {
  test.each([
    [
      'CreateEventSourceMapping.ScalingConfig.MaximumConcurrency',
      'ScalingConfig.MaximumConcurrency: a whole number; 2 to 1,000 (sqs, sqs-fifo)',
      'sqs-one-way-to-scale',
    ],
    [
      'AWS::Lambda::EventSourceMapping.MaximumRetryAttempts',
      'MaximumRetryAttempts: a whole number; -1 to 10,000',
      'self-managed-kafka-queue-mode-without-endless-retries',
    ],
    [
      'MSK.ConsumerGroupId',
      'AmazonManagedKafkaEventSourceConfig.ConsumerGroupId: 1 to 200 characters',
      'msk-consumer-group-shared',
    ],
    [
      'CfnEventSourceMapping.FilterProperty.pattern',
      'FilterCriteria.Filters.Pattern: 0 to 4,096 characters',
      undefined,
    ],
    [
      'AWS::Lambda::EventSourceMapping.SourceAccessConfigurations[].Type',
      'SourceAccessConfigurations[VIRTUAL_HOST].URI: 1 to 200 characters',
      undefined,
    ],
    ['CreateFunction.Timeout', undefined, 'msk-function-timeout'],
    ['resource types', 'AWS::SQS::Queue (sqs)', undefined],
  ])('%s', (place, row, rule) => {
    const { rows, rules } = restingOn(place, CONTRACTS);
    if (row !== undefined) expect(rows).toContainEqual(expect.stringContaining(row));
    if (rule !== undefined) expect(rules).toContain(rule);
  });

  test('is nothing of the mapping, where it is about a function', () => {
    expect(restingOn('CreateFunction.Timeout', CONTRACTS).rows).toEqual([]);
  });
});

describe('the report', () => {
  const before = factsOfServiceModel(MODEL);
  const report = (...edits: [string, string][]) =>
    changesReport(
      'botocore 1 -> 2',
      changesBetween(before, factsOfServiceModel(edited(MODEL, ...edits))),
      CONTRACTS,
      false,
    );

  test('says that nothing changed', () => expect(report()).toBe('botocore 1 -> 2: no change'));

  test('counts sentences in other words', () => {
    expect(report(['How many records a batch has', 'The number of records in a batch'])).toBe(
      'botocore 1 -> 2: no change\n(1 sentence in other words with the same facts: --wording shows them)',
    );
  });

  test('shows a change beside what rests on it', () => {
    const text = report(['900 seconds', '1,800 seconds']);
    expect(text).toMatch(
      /^botocore 1 -> 2: 1 change\n\n {2}CreateFunction\.Timeout\n {4}sentence changed\n {6}- At most 900 seconds\n {6}\+ At most 1,800 seconds\n {4}rules: /,
    );
    expect(text).toContain('msk-function-timeout');
  });
});

test('a fact can be followed to where it was seen', () => {
  const baseline = { botocore: land('1.2.3', factsOfServiceModel(MODEL)) };
  const text = traceReport('BatchSize', baseline, CONTRACTS);
  expect(text).toContain(
    '  CreateEventSourceMapping.BatchSize [botocore 1.2.3]: max 10000, min 1, type integer\n    How many records a ' +
      'batch has\n    The default is 100',
  );
  expect(text).toMatch(/ {2}sqs: a whole number; 1 to 10,000 \[https:\/\/docs\.aws\.amazon\.com\//);
});
