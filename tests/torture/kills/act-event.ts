import type { Command } from '../../../src-shared/domain/command.ts';

export const acts = ['enqueue', 'send', 'acknowledge', 'migrate'] as const;
export type Act = (typeof acts)[number];

/** What a child is told to do with a file, and how often: once under the fault, once after it. */
export interface ActOrder {
  readonly act: Act;
  readonly file: string;
  readonly key: string;
}

/** What a child says of its act, as it happens. */
export type ActEvent =
  | { readonly at: 'opened' | 'kept' | 'synced' }
  | { readonly at: 'not-opened' | 'declined' | 'not-synced'; readonly code: string }
  | { readonly at: 'deciding'; readonly ids: readonly string[] }
  | { readonly at: 'arrived'; readonly command: Command }
  /** Something came out that is not an answer. */
  | { readonly at: 'threw'; readonly message: string };

/** Two files that are not there: a look for one of them marks in the record of calls where the act begins, and where it has said something. */
export const marksOf = (file: string) => ({ begin: `${file}.begin`, said: `${file}.said` });
