/** The mappings that constructs of this library have checked already, by the template that they stand in. */
const CHECKED = new Set<string>();
let isWanted = false;

/** Whoever asks later says so before the app is synthesized: finding out a logical id takes its time. */
export function noteFromNowOn(): void {
  isWanted = true;
}

function keyOf(templatePath: string, logicalId: string): string {
  return `${templatePath}#${logicalId}`;
}

export function noteChecked(placeOf: () => { readonly templatePath: string; readonly logicalId: string }): void {
  if (!isWanted) return;
  const { templatePath, logicalId } = placeOf();
  CHECKED.add(keyOf(templatePath, logicalId));
}

export function isChecked(templatePath: string, logicalId: string): boolean {
  return CHECKED.has(keyOf(templatePath, logicalId));
}
