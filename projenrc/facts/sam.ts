import { Fact, factOf, Facts } from './facts';
import { markdownSentences } from './sentences';

/** A class of the translator's Python code: its head and what is in it. */
const CLASS = /^class (\w+)\((\w+)[^)]*\):\n((?:[ \t].*\n|\n)*)/gm;
const PROPERTY = /^\s+"(\w+)": \w*Property\w*\(\s*(True|False)/gm;
/** Lists of names in capitals, such as the ways to sign in. */
const LIST = /^ {4}([A-Z_]+)(?::[^=\n]+)? = \[([^\]]*)\]/gm;
/** An error's message. */
const MESSAGE = /^\s+f?"([^"\n]*\s[^"\n]*)",?$/gm;

/** The facts of the translator's code about events that become mappings: their properties, and what it refuses. */
export function factsOfTranslator(code: string): Facts {
  const facts: { [place: string]: Fact } = {};
  const classes = [...code.matchAll(CLASS)].map(([, name, base, body]) => ({ name, base, body }));
  const common = classes.find(({ name }) => name === 'PullEventSource');
  if (common === undefined) {
    throw new Error('The translator has no class PullEventSource: see where its events are now');
  }
  for (const { name, body } of [common, ...classes.filter(({ base }) => base === 'PullEventSource')]) {
    const lists = [...body.matchAll(LIST)].map(([, list, items]) => [
      list,
      [...items.matchAll(/"(\w+)"/g)].map(([, item]) => item),
    ]);
    facts[name] = factOf(
      Object.fromEntries(lists) as { [list: string]: string[] },
      [...body.matchAll(MESSAGE)].map(([, message]) => message.replace(/\s+/g, ' ').trim()),
    );
    for (const [, property, isRequired] of body.matchAll(PROPERTY)) {
      facts[`${name}.${property}`] = factOf({ required: isRequired === 'True' });
    }
  }
  return facts;
}

export type SamDocs = { readonly properties: { readonly [docs: string]: { readonly [property: string]: string } } };

/** The pages of AWS SAM about these events. They tell of properties before the code knows them. */
export function factsOfSamDocs({ properties: pages }: SamDocs): Facts {
  const wanted = Object.entries(pages).filter(([docs]) =>
    /^sam-property-function-(documentdb|dynamodb|kinesis|mq|msk|selfmanagedkafka|sqs)$/.test(docs),
  );
  return Object.fromEntries(
    wanted.flatMap(([docs, properties]) =>
      Object.entries(properties).map(([name, text]) => [
        `${docs.replace('sam-property-function-', 'page ')}.${name}`,
        factOf(
          {},
          markdownSentences(text).filter((sentence) => !/CloudFormation compatibility/.test(sentence)),
        ),
      ]),
    ),
  );
}
