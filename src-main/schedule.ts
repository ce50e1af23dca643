/** Calls back once after a delay, unless the returned function is called before. */
export type Schedule = (delayMs: number, run: () => void) => () => void;
