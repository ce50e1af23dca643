import process from 'node:process';

/** What a run was asked for, by `npm run torture -- NAME --seed N --runs N`; `npm test` asks for nothing. */
export interface TortureSettings {
  readonly seed: number;
  /** How often the whole is done; what one run is, each test says. */
  readonly runs: number;
  readonly isLong: boolean;
}

/** `short` and `long` are the runs that are made when none are asked for. */
export function tortureSettings(standard: { readonly short: number; readonly long: number }): TortureSettings {
  const isLong = process.env['TORTURE_LENGTH'] === 'long';
  const { TORTURE_SEED: seed, TORTURE_RUNS: runs } = process.env;
  return {
    seed: Number(seed ?? 1),
    runs: runs === undefined ? (isLong ? standard.long : standard.short) : Number(runs),
    isLong,
  };
}
