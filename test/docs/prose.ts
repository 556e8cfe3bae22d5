import * as ts from 'typescript';
import { FENCE } from './blocks';

/** A sentence, or a part of a text that a reader takes for one: a cell of a table, an item of a list, a heading. */
export interface Sentence {
  /** The file, and the name of what is documented. */
  readonly where: string;
  readonly line: number;
  readonly text: string;
}

interface ProseRule {
  readonly pattern: RegExp;
  /** The words to write instead. */
  readonly instead: string;
}

/** The words of docs/style.md. Each pattern is matched with text without code, links and names of files. */
export const PROSE_RULES: readonly ProseRule[] = [
  { pattern: /^(?:What|As) (?!.*\?$)(?!if\b)\w+ (?!to\b)\w+ .*(?<!:)$/, instead: 'the subject first' },
  { pattern: /\bas \w+ says\b/i, instead: 'a link, or the fact alone' },
  { pattern: /\bfor ever\b/i, instead: 'forever, or until the record expires' },
  {
    pattern: /\b(?:give|gives|gave|given|giving) (?:it |them )?up\b/i,
    instead: 'discard, stop retrying, or no longer retried',
  },
  { pattern: /\bof (?:its|their) own\b/i, instead: 'its own ..., or separate' },
  { pattern: /\b(?:stands|stood)\b|\bstand (?!for\b)/i, instead: 'is, or is in' },
  { pattern: /\b(?:ask|asks|asked)\b/i, instead: 'need, require, request' },
  { pattern: /\btold\b/i, instead: 'reported, known' },
  {
    pattern: /\b(?:mend|mended|likewise|whatsoever|thereof|now and then|without a word|nowhere else|beforehand)\b/i,
    instead: 'a plain word',
  },
  { pattern: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b|different\b)/i, instead: 'is not a' },
  { pattern: /\bthat is none\b|\bone that is\b.*\bone that is\b/i, instead: 'the noun' },
  { pattern: /\b(?:e\.g\.|i\.e\.|etc\.|via)(?!\w)/i, instead: 'for example, that is, and so on, through' },
  { pattern: /\b(?:please|simply|obviously|easily|leverage|utilize)\b/i, instead: 'nothing' },
  { pattern: /\b(?:in order to|due to the fact that|at this point in time)\b/i, instead: 'to, because, now' },
  { pattern: /\b(?:sign|signs|signed) in\b/i, instead: 'authenticate' },
  { pattern: /\b1 (?:seconds|messages|records|minutes|hours|mappings)\b/, instead: 'the singular' },
  // Terms as AWS and others write them.
  {
    pattern:
      /\bAWS (?:SQS|SNS|S3|MSK|MQ|Kinesis|DynamoDB|DocumentDB)\b|\bAmazon (?:Lambda|CloudFormation|STS|KMS|Glue|Secrets Manager)\b/,
    instead: 'Amazon SQS, AWS Lambda',
  },
  { pattern: /\bDynamo DB\b|\bDynamoDb\b|\bDocument DB\b|\bDocumentDb\b/, instead: 'DynamoDB, DocumentDB' },
  {
    pattern:
      /\b(?:Cloudformation|cloudformation|Cloud Formation|Cloudwatch|cloudwatch|Cloud Watch|Event Bridge|Eventbridge)\b/,
    instead: 'CloudFormation, CloudWatch, EventBridge',
  },
  { pattern: /\b(?:SecretsManager|Secret Manager|secrets manager)\b/, instead: 'AWS Secrets Manager' },
  { pattern: /\b(?:RabbitMq|Rabbit MQ|rabbitmq|ActiveMq|Active MQ|activemq)\b/, instead: 'RabbitMQ, ActiveMQ' },
  {
    pattern: /\b(?:NodeJS|Nodejs|node\.js|Typescript|typescript|Javascript|javascript|Github|github)\b/,
    instead: 'Node.js, TypeScript, JavaScript, GitHub',
  },
  { pattern: /\b(?:region|regions|availability zones?)\b/, instead: 'Region, Availability Zone' },
  { pattern: /\b(?:dead letter|deadletter|dlq)\b/i, instead: 'dead-letter queue (DLQ)' },
];
/** `DLQ` itself is right: a pattern that ignores capitals can't tell. */
const RIGHT = /\bDLQs?\b/g;

/** A reader loses the thread of a longer sentence. */
export const MOST_WORDS = 38;

/** The words that must not begin the summary of an option: a noun phrase or an imperative says sooner what it is. */
export const SUMMARY = /^(?:How|What|Where|Which|If|When|Where|Who)\b/;

export function complaintsOf(sentence: Sentence): string[] {
  const prose = proseOf(sentence.text);
  const words = prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
  return [
    ...PROSE_RULES.filter(({ pattern }) => pattern.test(prose)).map(
      ({ pattern, instead }) => `"${pattern.exec(prose)![0].slice(0, 40)}": write ${instead}`,
    ),
    ...(words > MOST_WORDS ? [`${words} words: make two sentences of it`] : []),
  ].map((complaint) => `${sentence.where}:${sentence.line} ${complaint}\n    ${sentence.text}`);
}

/** The text without what is no prose: code, addresses, and the targets of links. */
function proseOf(text: string): string {
  return text
    .replace(/`[^`]*`/g, 'x')
    .replace(/<code>.*?<\/code>/g, 'x')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, 'x')
    .replace(/<[^>]*>/g, ' ')
    .replace(RIGHT, 'x')
    .replace(/[*[\]]/g, '')
    .trim();
}

/** The end of a sentence: not after an abbreviation or within a number. */
const END = /(?<=[.!?])\s+(?=[A-Z`[(])/;

/** The sentences of a page in Markdown. */
export function sentencesOf(page: string, text: string): Sentence[] {
  const withoutCode = text
    .replace(FENCE, (block) => block.replace(/[^\n]/g, ''))
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--.*?-->/g, '');
  return paragraphsOf(withoutCode).flatMap(({ line, text: paragraph }) => {
    return paragraph
      .split(END)
      .map((sentence) => ({ where: page, line, text: sentence.trim() }))
      .filter((one) => one.text !== '');
  });
}

/** Lines that belong together: an item of a list with those that follow it, a cell, a heading. */
function paragraphsOf(text: string): { line: number; text: string }[] {
  const paragraphs: { line: number; text: string }[] = [];
  let continues = false;
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line.startsWith('|')) {
      line
        .split(/(?<!\\)\|/)
        .flatMap((cell) => cell.split('<br>'))
        .forEach((cell) => paragraphs.push({ line: index + 1, text: cell.trim() }));
      continues = false;
      return;
    }
    const starts = /^(?:[-*]|\d+\.|#+)\s+/;
    if (line !== '' && continues && !starts.test(line)) {
      paragraphs[paragraphs.length - 1].text += ` ${line}`;
      return;
    }
    if (line !== '') paragraphs.push({ line: index + 1, text: line.replace(starts, '') });
    continues = line !== '' && !line.startsWith('#');
  });
  return paragraphs;
}

export interface Documented extends Sentence {
  /** Whether it is an option: a property of a struct. */
  readonly isOption: boolean;
}

/** The doc comments of what a file exports, and of its public members. */
export function docCommentsOf(file: string, text: string): Documented[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(isExported).flatMap((statement) => {
    return [statement, ...membersOf(statement)].flatMap((node) =>
      documented(source, file, node, ts.isPropertySignature(node)),
    );
  });
}

function membersOf(statement: ts.Statement): ts.Node[] {
  const hasMembers =
    ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement);
  return hasMembers ? [...statement.members] : [];
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function documented(source: ts.SourceFile, file: string, node: ts.Node, isOption: boolean): Documented[] {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return docs
    .filter(({ tags = [] }) => !tags.some(({ tagName }) => tagName.text === 'internal'))
    .flatMap((doc) => {
      const line = source.getLineAndCharacterOfPosition(doc.pos).line + 1;
      const told = (doc.tags ?? []).filter(({ tagName }) => ['param', 'returns', 'default'].includes(tagName.text));
      const summary = ts.getTextOfJSDocComment(doc.comment) ?? '';
      const texts = [
        summary,
        ...told.map(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/^- /, '')),
      ];
      return texts
        .flatMap((text) => sentencesOf(file, text))
        .map((sentence, index) => ({ ...sentence, line, isOption: isOption && index === 0 }));
    });
}
