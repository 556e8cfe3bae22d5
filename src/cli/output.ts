/** The streams that a command writes to. */
export interface CommandOutput {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

interface Stream {
  readonly isTTY?: boolean;
  /** The width of a terminal in characters. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Colours are for a terminal whose user has nothing against them. */
export function wantsColors({ isTTY = false }: Stream, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (environment.NO_COLOR) return false;
  return environment.FORCE_COLOR ? environment.FORCE_COLOR !== '0' : isTTY && environment.TERM !== 'dumb';
}

/** The exit statuses: something is wrong, or could not be read, or both; or the command itself has failed. */
export const STATUS = { fine: 0, wrong: 1, unreadable: 2, wrongAndUnreadable: 3, crashed: 70 };
