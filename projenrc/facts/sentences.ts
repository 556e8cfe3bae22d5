const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', apos: "'" };

/** The sentences of documentation in HTML, as service models have it. */
export function htmlSentences(html = ''): string[] {
  const text = html
    .replace(/\s+/g, ' ')
    // Lists of links to other pages.
    .replace(/<li>\s*(<p>\s*)?<a\b[^>]*>[^<]*<\/a>\s*(<\/p>\s*)?<\/li>/g, '')
    .replace(/<\/?(p|li|ul|ol|dl|dt|dd|note|important|h\d|div|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return sentencesIn(text.split('\n'));
}

/** The sentences of documentation in Markdown, as CloudFormation's schemas and AWS SAM have it. */
export function markdownSentences(markdown = ''): string[] {
  const text = markdown
    // Lists of links to other pages.
    .replace(/^\s*[-+*]\s+\[[^\]]*\]\([^)]*\)\s*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
  const blocks: string[] = [];
  for (const line of text.split('\n')) {
    const continues =
      blocks.length > 0 &&
      line.trim() !== '' &&
      !/^\s*([-+>#]|\*\s|\*\w[^*]*\*:)/.test(line) &&
      /[\w,;`]$/.test(blocks[blocks.length - 1].trim());
    if (continues) blocks[blocks.length - 1] += ` ${line}`;
    else blocks.push(line);
  }
  return sentencesIn(blocks.map((block) => block.replace(/^\s*([-+*>#]\s+)+/, '')));
}

function sentencesIn(blocks: readonly string[]): string[] {
  const sentences = blocks.map(plain).flatMap((block) => joined(block.split(/(?<=[.!?]\)?)\s+(?=[A-Z(])/)));
  return sentences
    .map((sentence) => sentence.replace(/[.\s]+$/, ''))
    .filter((sentence) => /\w/.test(sentence) && !isReference(sentence));
}

/** 'Max 10,000.' says nothing without the sentence before it. */
function joined(sentences: readonly string[]): string[] {
  const whole: string[] = [];
  for (const sentence of sentences) {
    if (whole.length > 0 && sentence.split(' ').length < 4) whole[whole.length - 1] += ` ${sentence}`;
    else whole.push(sentence);
  }
  return whole;
}

function plain(text: string): string {
  return text
    .replace(/[`*"\u201C\u201D]|\s'|'\s/g, (found) => (/\s/.test(found) ? ' ' : ''))
    .replace(/\u2019/g, "'")
    .replace(/[\u2013\u2014]-?/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A reference to another page is not a fact. */
function isReference(sentence: string): boolean {
  return /^(For|To)\b.*\b(see|read|refer to)\b|^(See|Learn more|To learn)\b/i.test(sentence);
}

/** Words that decide what a sentence allows; those that mean the same are one. */
const DECIDING: readonly (readonly [string, RegExp])[] = [
  ['not', /^(not|no|never|cannot|can't|isn't|aren't|doesn't|don't|won't|without|neither|nor|unsupported|invalid)$/],
  ['only', /^(only|exclusively|solely)$/],
  ['except', /^(except|excluding|unless|excluded)$/],
  ['must', /^(must|requires?|required|mandatory|needs?|needed)$/],
  ['default', /^defaults?$/],
  ['maximum', /^(maximum|max|largest|highest|limit|limited|exceeds?)$/],
  ['minimum', /^(minimum|min|smallest|lowest|least)$/],
  ['ignored', /^ignore[sd]?$/],
  ['deprecated', /^deprecated$/],
  ['after', /^after$/],
  ['before', /^before$/],
  ['infinite', /^(infinite|unlimited|forever|indefinitely)$/],
  ['true', /^true$/],
  ['false', /^false$/],
  ['second', /^seconds?$/],
  ['minute', /^minutes?$/],
  ['hour', /^hours?$/],
  ['day', /^days?$/],
  ['byte', /^bytes?$/],
];

const COUNTS: { readonly [word: string]: string } = { two: '2', three: '3', four: '4', five: '5', ten: '10' };
/** They stand in every other sentence. */
const EVERYWHERE = /^(Amazon|AWS|Lambda|Apache|Service|The|A|An|I|API)$/;
const WORD = /[A-Za-z][\w']*|-?\d[\d,.]*/g;

/** The words that are written as names in sentences; the first word of a sentence does not tell. */
export function namesIn(sentences: readonly string[]): ReadonlySet<string> {
  return new Set(
    sentences.flatMap((sentence) => (sentence.match(WORD) ?? []).filter((word, index) => isName(word, index))),
  );
}

function isName(word: string, index: number): boolean {
  return /[a-z][A-Z]|[A-Z].*[A-Z_\d]|_/.test(word) || (index > 0 && /^[A-Z]/.test(word));
}

/** The words of a sentence without which it would allow something else: numbers, names and conditions. */
export function decidingWords(sentence: string, names: ReadonlySet<string>): string[] {
  const words = spelled(sentence).match(WORD) ?? [];
  const deciding = words.map((word) => decidingWord(word, names)).filter((word) => word !== undefined);
  const depends =
    deciding.some((word) => ['not', 'only', 'except'].includes(word)) ||
    deciding.filter((word) => /\d/.test(word)).length > 1;
  return depends ? deciding : deciding.sort();
}

/** Several words for a bound are one. */
function spelled(sentence: string): string {
  return sentence
    .replace(/\b(at least|no (fewer|less) than)\b/gi, 'minimum')
    .replace(/\b(at most|up to|no more than|(cannot|can't|must not|may not|doesn't) exceed)\b/gi, 'maximum');
}

function decidingWord(word: string, names: ReadonlySet<string>): string | undefined {
  if (/^-?\d/.test(word)) return word.replace(/[,.]+$/, '').replaceAll(',', '');
  const lower = word.toLowerCase();
  const [meaning] = DECIDING.find(([, test]) => test.test(lower)) ?? [COUNTS[lower]];
  if (meaning !== undefined || EVERYWHERE.test(word)) return meaning;
  return names.has(word) ? word.replace(/s$/, '') : undefined;
}
