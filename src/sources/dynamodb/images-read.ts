import { readPattern } from '../../filters/pattern';
import { readableText } from '../../filters/pattern-text';

/** The images of a changed item that a pattern needs: a stream may have none of them. */
export function imagesRead(pattern: string): ('NewImage' | 'OldImage')[] {
  const paths = readPattern(readableText(pattern)).branches.flatMap((branch) => [...branch.keys()]);
  return (['NewImage', 'OldImage'] as const).filter((image) =>
    paths.some((path) => `${path}.`.startsWith(`dynamodb.${image}.`)),
  );
}
