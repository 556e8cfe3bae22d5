/** The mappings that constructs of this library have checked already, by the template that they stand in. */
const CHECKED = new Set<string>();

function keyOf(templatePath: string, logicalId: string): string {
  return `${templatePath}#${logicalId}`;
}

export function noteChecked(templatePath: string, logicalId: string): void {
  CHECKED.add(keyOf(templatePath, logicalId));
}

export function isChecked(templatePath: string, logicalId: string): boolean {
  return CHECKED.has(keyOf(templatePath, logicalId));
}
