/** The values of records for tests where a test does not care. Fixed, so that snapshots of them are. */
export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';
export const TIME = new Date('2026-01-01T00:00:00Z');
export const SEQUENCE_NUMBER = '49590338271490256608559692538361571095921575989136588898';
