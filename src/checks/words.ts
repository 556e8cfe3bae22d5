import { attributeOf, referencesIn, textOf } from '../template/references';

/** A value of a template as people read it: what it refers to, and both ways that a condition can turn out. */
export function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  if (typeof value !== 'object') return String(value);
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length > 0) return JSON.stringify(value);
  if ((value as { Ref?: unknown }).Ref === 'AWS::NoValue') return '';
  const reference = attributeOf(value);
  if (reference) return reference.id;
  if (name === 'Fn::If' && Array.isArray(argument)) return either(argument);
  if (name === 'Fn::ImportValue') return `import of ${wordsOf(argument)}`;
  return referencesIn(value)[0] ?? textOf(value) ?? JSON.stringify(value);
}

/** The same in a form that is another one for each other value. */
export function exactWordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const reference = attributeOf(value);
  if (reference) return reference.attribute === 'Ref' ? reference.id : `${reference.id}.${reference.attribute}`;
  const [name] = Object.keys(value);
  return ['Fn::Sub', 'Fn::Join'].includes(name) ? textOf(value, (id) => `\${${id}}`) ?? JSON.stringify(value) : JSON.stringify(value);
}

function either([condition, yes, no]: readonly unknown[]): string {
  return `${wordsOf(yes) || 'none'} if ${String(condition)}, else ${wordsOf(no) || 'none'}`;
}

/** The name in an ARN: what stands at its end. */
export function nameOf(value: unknown): string {
  const words = wordsOf(value).replace(/\$\{AWS::\w+\}/g, '');
  return /^arn:[^ ]+$/.test(words) ? words.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '') : words;
}
