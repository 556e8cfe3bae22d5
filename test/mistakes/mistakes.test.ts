import { App } from 'aws-cdk-lib';
import { MISTAKES } from './mistakes';
import { Fixtures } from '../fixtures';

/** All that a user reads of a mistake: the error, or else the warnings. */
function messagesOf(make: (f: Fixtures) => unknown): string {
  const f = new Fixtures('eu-west-1');
  try {
    make(f);
    (f.stack.node.root as App).synth();
  } catch (error) {
    return (error as Error).message;
  }
  return f.stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === 'aws:cdk:warning')
    .map(({ data }) => String(data))
    .join('\n');
}

/** To be read: the rating beside each message is what a reader in a hurry would give it. */
test.each(MISTAKES)('$name ($rating of 5)', ({ make }) => {
  const messages = messagesOf(make);
  expect(messages).not.toBe('');
  expect(messages).toMatchSnapshot();
});

test('each says what is wrong once, in plain words', () => {
  for (const { make } of MISTAKES) {
    const messages = messagesOf(make);
    expect(messages).not.toMatch(/\b1 seconds\b|Fn::|\$\{Token|TypeError|Cannot read/);
    expect(messages).not.toMatch(/\[MyStack\/[^\]]*\] Invalid [^\n]* at MyStack/);
  }
  expect(MISTAKES.length).toBeGreaterThanOrEqual(44);
});
