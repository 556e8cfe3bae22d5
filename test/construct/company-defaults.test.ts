import { InjectionContext, IPropertyInjector, PropertyInjectors } from 'aws-cdk-lib';
import * as cdkLambda from 'aws-cdk-lib/aws-lambda';
import { AS_EVENT_SOURCE, MAKE, propertiesIn, SOURCES as KINDS } from './world';
import { SOURCES } from '../cases';
import { make } from '../doors';
import { Fixtures } from '../fixtures';

/** A company's default for one class: what the caller writes comes over it. */
function defaultOf(constructUniqueId: string, defaults: object): IPropertyInjector {
  return { constructUniqueId, inject: (props: object, _: InjectionContext) => ({ ...defaults, ...props }) };
}

type Injectable = { readonly name: string; readonly PROPERTY_INJECTION_ID: string };

describe.each(SOURCES)('$folder', (source) => {
  const { name, PROPERTY_INJECTION_ID: id } = source.Mapping as unknown as Injectable;
  const withDefaults = (defaults: object, props: object = {}) => {
    const f = new Fixtures();
    PropertyInjectors.of(f.stack.node.root).add(defaultOf(id, defaults));
    make(source, { name: '', props: () => props, problems: [] }, f);
    return propertiesIn(f.stack);
  };

  test('has the id that its name says', () => {
    expect(id).toBe(`cdk-event-source-mappings.${name}`);
    expect(new Set(SOURCES.map(({ Mapping }) => (Mapping as unknown as Injectable).PROPERTY_INJECTION_ID)).size).toBe(
      SOURCES.length,
    );
  });

  test('takes a default', () => expect(withDefaults({ enabled: false })).toMatchObject({ Enabled: false }));

  test('takes what the caller writes over a default', () => {
    expect(withDefaults({ enabled: false }, { enabled: true })).toMatchObject({ Enabled: true });
  });

  test('checks a default as any other option', () => {
    expect(() => withDefaults({ tags: { team: 'a'.repeat(257) } })).toThrow('[mapping-tags-value-length]');
    expect(() => withDefaults({ enabled: 'no' })).toThrow('[mapping-option-type]');
  });
});

test.each(SOURCES.filter(({ contract }) => 'batchSize' in contract.options))(
  '$folder takes a batch size, and checks it',
  (source) => {
    const inject = (batchSize: number) => {
      const f = new Fixtures();
      const { PROPERTY_INJECTION_ID: id } = source.Mapping as unknown as Injectable;
      PropertyInjectors.of(f.stack).add(defaultOf(id, { batchSize }));
      make(source, { name: '', problems: [] }, f);
      return propertiesIn(f.stack);
    };
    expect(inject(7)).toMatchObject({ BatchSize: 7 });
    expect(() => inject(0)).toThrow('batch-size-range]');
  },
);

test.each(KINDS)('%s takes a default in its form for addEventSource', (kind) => {
  const f = new Fixtures();
  const { PROPERTY_INJECTION_ID: id } = MAKE[kind](new Fixtures()).constructor as unknown as Injectable;
  PropertyInjectors.of(f.stack).add(defaultOf(id, { enabled: false }));
  (f.target as cdkLambda.Function).addEventSource(AS_EVENT_SOURCE[kind](f));
  expect(propertiesIn(f.stack)).toMatchObject({ Enabled: false });
});
