/** The article of a noun at the beginning of a sentence. */
export function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'An' : 'A';
}
