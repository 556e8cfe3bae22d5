import { dirname } from 'path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { PROPS } from './arbitraries';
import { Fixtures } from './fixtures';
import * as lib from '../src';
import { checkProperties } from '../src/analysis/check-properties';
import { cloudFormationPath } from '../src/graph/names';
import { problemText } from '../src/model/problem-text';
import { CONTRACTS } from '../src/sources/contracts';

const SEED = 20_261_122;
const MAPPINGS_OF_A_SOURCE = 120;

interface Diagnostic {
  readonly severity: string;
  readonly message: string;
  readonly propertyPath?: string;
  readonly entity?: { readonly logicalId: string };
}

interface Validator {
  readonly TemplateContent: new (content: string) => object;
  readonly CompositeEngine: new (config: object) => {
    validateTemplate(template: object, config: object): { readonly diagnostics: Diagnostic[] };
    free(): void;
  };
}

/** The validator that aws-cdk-lib itself runs at synthesis; only the newest has it. */
const validator = jest.requireActual<Validator>(
  require.resolve('@aws/cloudformation-validate', {
    paths: [dirname(require.resolve('aws-cdk-lib-newest/package.json'))],
  }),
);
const engine = new validator.CompositeEngine({});
afterAll(() => engine.free());

type Props = { readonly [name: string]: unknown };
type Class = new (scope: Construct, id: string, props: Props) => IConstruct;

/** The errors of the validator about the mappings of a template. */
function errorsIn(template: object, ids: ReadonlySet<string>): string[] {
  const report = engine.validateTemplate(new validator.TemplateContent(JSON.stringify(template)), {
    detailLevel: 'STANDARD',
    severityLevel: 'ERROR',
  });
  return report.diagnostics
    .filter(({ entity }) => ids.has(entity?.logicalId ?? ''))
    .map(
      ({ severity, propertyPath, message, entity }) => `${entity!.logicalId} ${severity} ${propertyPath}: ${message}`,
    );
}

describe(`with the seed ${SEED}`, () => {
  test.each(Object.keys(PROPS))('what %s accepts is a mapping that CloudFormation accepts', (name) => {
    const f = new Fixtures();
    const Mapping = (lib as unknown as Record<string, Class>)[name];
    const unsupported = fc
      .sample(PROPS[name](f), { numRuns: MAPPINGS_OF_A_SOURCE, seed: SEED })
      .flatMap((props, index) => {
        try {
          new Mapping(f.stack, `Mapping${index}`, { ...props, target: f.target });
          return [];
        } catch (error) {
          return [(error as Error).message];
        }
      });
    // Each is a mapping of its own, which the others are no neighbours of.
    const assembly = (f.stack.node.root as App).synth({ skipValidation: true });
    const template = Template.fromJSON(assembly.getStackByName(f.stack.stackName).template as object);
    const ids = new Set(Object.keys(template.findResources('AWS::Lambda::EventSourceMapping')));

    expect(ids.size + unsupported.length).toBe(MAPPINGS_OF_A_SOURCE);
    expect(ids.size).toBeGreaterThan(MAPPINGS_OF_A_SOURCE / 4);
    expect(unsupported.length).toBeGreaterThan(0);
    expect(unsupported.filter((message) => !message.startsWith('Invalid '))).toEqual([]);
    expect(errorsIn(template.toJSON(), ids)).toEqual([]);
  });

  test('the validator would tell of a mistake', () => {
    const f = new Fixtures();
    new lib.SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target });
    const template = Template.fromStack(f.stack).toJSON() as {
      Resources: Record<string, { Properties: Record<string, unknown> }>;
    };
    const [id] = Object.keys(Template.fromStack(f.stack).findResources('AWS::Lambda::EventSourceMapping'));
    template.Resources[id].Properties.BatchSize = 20_000;
    expect(errorsIn(template, new Set([id]))).toEqual([
      `${id} FATAL Properties.BatchSize: 20000 is greater than the maximum of 10000`,
    ]);
  });

  describe.each(CONTRACTS.map((contract) => [contract.id, contract] as const))('the check of %s', (_, contract) => {
    const names = [
      ...new Set(
        contract.properties.flatMap(({ property }) =>
          cloudFormationPath(property)
            .replace(/\[\w*\]/g, '')
            .split('.'),
        ),
      ),
    ];
    // Names that mean something, so that arbitrary values get to where they are looked at.
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(
          fc.oneof(fc.constantFrom(...names, 'Type', 'Ref', 'Fn::If', 'toString', '__proto__', ''), fc.string()),
          tie('tree'),
          { maxKeys: 5 },
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    const properties = fc
      .dictionary(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, fc.string()), tree, { maxKeys: 8 })
      .map((json) => JSON.parse(JSON.stringify(json)) as Props);

    test('answers whatever the JSON, each time the same, and leaves it as it was', () => {
      fc.assert(
        fc.property(properties, (json) => {
          const before = JSON.stringify(json);
          const answer = checkProperties(contract, json);
          expect(checkProperties(contract, json)).toEqual(answer);
          expect(JSON.stringify(json)).toBe(before);
          expect(
            answer.filter(
              (problem) => !/^[a-z0-9-]+$/.test(problem.rule) || problemText(problem, cloudFormationPath) === '',
            ),
          ).toEqual([]);
        }),
        { seed: SEED, numRuns: 200 },
      );
    });
  });
});
