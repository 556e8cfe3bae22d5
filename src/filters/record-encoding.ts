/** A payload as SQS sends it: text as it is, anything else as JSON. */
export function payloadText(payload: unknown, option: string): string {
  const text = typeof payload === 'string' ? payload : (JSON.stringify(payload ?? undefined) as string | undefined);
  if (text === undefined) throw new Error(`${option} must be a string or a JSON value, got ${String(payload)}`);
  return text;
}

/** A payload as the other sources send it: text and JSON in base64, and bytes too. */
export function base64Of(payload: unknown, option: string): string {
  return bytesOf(payload, option).toString('base64');
}

export function bytesOf(payload: unknown, option: string): Buffer {
  if (ArrayBuffer.isView(payload)) return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return Buffer.from(payloadText(payload, option));
}

/** A header as pollers send it: the bytes of Java, of which those above 127 are negative. */
export function signedBytesOf(text: string): number[] {
  return [...new Int8Array(Buffer.from(text))];
}
