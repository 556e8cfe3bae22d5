/** The members of a JSON object. */
export type JsonMembers = { readonly [member: string]: unknown };

export function isJsonObject(value: unknown): value is JsonMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
