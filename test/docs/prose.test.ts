import { pagesIn, PUBLIC_FILES, read } from './blocks';
import { complaintsOf, docCommentsOf, PROSE_RULES, sentencesOf, SUMMARY } from './prose';
import { run } from '../../src/cli/program';

/** Decisions are history, and the style page names the words that it warns of. */
const NOT_READ = /^docs\/(?:decisions\/|style\.md)/;
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesIn('docs')].filter(
  (page) => !NOT_READ.test(page),
);

describe('plain English', () => {
  test.each(PAGES)('in %s', (page) => {
    const sentences = sentencesOf(page, read(page));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.flatMap(complaintsOf).join('\n')).toBe('');
  });

  test.each(PUBLIC_FILES)('in the doc comments of %s', (file) => {
    const sentences = docCommentsOf(file, read(file));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.flatMap(complaintsOf).join('\n')).toBe('');
  });

  test.each(PUBLIC_FILES)('in the first sentence of each option of %s', (file) => {
    const options = docCommentsOf(file, read(file)).filter(({ isOption }) => isOption);
    expect(
      options.filter(({ text }) => SUMMARY.test(text)).map(({ where, line, text }) => `${where}:${line} ${text}`),
    ).toEqual([]);
  });

  test.each([[[]], [['check']], [['review']], [['diff']], [['migrate']]])('in the help of %p', (command) => {
    let help = '';
    const stream = {
      write: (text: string) => {
        help += text;
        return true;
      },
      columns: 100,
      isTTY: false,
    };
    run([...command, '--help'], { stdout: stream, stderr: stream } as never);
    expect(help).toContain('Usage');
    // Each line is by itself, and arguments are no prose.
    const lines = help.replace(/"[^"]*"|<[^>]*>|-{1,2}[a-z]+/g, 'x').replace(/^ *(?=\S)/gm, '- ');
    expect(sentencesOf(`help of ${command.join()}`, lines).flatMap(complaintsOf).join('\n')).toBe('');
  });
});

describe('the prose linter', () => {
  const BAD: readonly (readonly [string, string])[] = [
    ['What only one mode offers is nested.', 'the subject first'],
    ['It is retried for ever.', 'forever'],
    ['Lambda gives up.', 'stop retrying'],
    ['It has a group of its own.', 'separate'],
    ['The rule stands in the contract.', 'is in'],
    ['The rule asks for a list.', 'require'],
    ['All problems are told.', 'reported'],
    ['The file is no template.', 'is not a'],
    ['The source is in another region.', 'Region'],
    ['An AWS SQS queue fails.', 'Amazon SQS'],
    ['It takes 1 seconds.', 'singular'],
    [`It ${'really '.repeat(40)}is long.`, 'two sentences'],
  ];

  test.each(BAD)('complains about %p', (text, instead) => {
    expect(complaintsOf({ where: 'page', line: 1, text }).join()).toContain(instead);
  });

  test.each([
    'There is no policy in the tree.',
    'The names stand for constructs of your app.',
    'The dead-letter queue (DLQ) keeps it.',
    'The option `asks` has no meaning.',
    'What is a trigger?',
  ])('accepts %p', (text) => expect(complaintsOf({ where: 'page', line: 1, text })).toEqual([]));

  test('reads paragraphs, lists, tables and headings, and no code', () => {
    const page = '# Title\n\nOne. Two\ncontinues.\n\n- item\n  goes on\n- other\n\n| a | b |\n\n```ts\nfor ever\n```\n';
    expect(sentencesOf('page', page).map(({ text }) => text)).toEqual([
      'Title',
      'One.',
      'Two continues.',
      'item goes on',
      'other',
      'a',
      'b',
    ]);
  });

  test('reads the comments of what is exported, and not what is internal', () => {
    const file =
      'export interface Options {\n  /** How many. */\n  readonly many: number;\n  /** @internal */\n  readonly ' +
      'other: number;\n}\n/** Not read. */\nconst x = 1;';
    expect(docCommentsOf('file', file).map(({ text, isOption }) => [text, isOption])).toEqual([['How many.', true]]);
    expect(SUMMARY.test('How many.')).toBe(true);
  });

  test('has a use for each of its rules', () => expect(PROSE_RULES.length).toBeGreaterThan(20));
});
