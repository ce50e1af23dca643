import fs from 'node:fs';

/** A row of the outbox as it lies on the disk when a child has opened the file. */
export interface FoundCommand {
  readonly id: string;
  readonly organizationId: string;
  readonly state: 'waiting' | 'sending' | 'acknowledged' | 'refused';
  readonly mayHaveBeenSent: boolean;
  /** The refusal's. */
  readonly code: string | null;
}

/** People as the screens would show them, without what lies over them: kind, id, and the whole record. */
export type ShownRecords = Readonly<Record<string, unknown>>;

/** What a child says. The parent takes for true what has arrived as a whole line, whatever became of the child since. */
export type ChildEvent =
  | {
      readonly at: 'opened';
      readonly integrity: string;
      readonly isEncrypted: boolean;
      readonly outbox: readonly FoundCommand[];
      /** By organization: how far its feed was followed. */
      readonly positions: Readonly<Record<string, number>>;
    }
  | { readonly at: 'not-opened' | 'failed'; readonly code: string }
  | { readonly at: 'deciding'; readonly ids: readonly string[] }
  | { readonly at: 'kept' }
  | { readonly at: 'declined'; readonly code: string }
  | { readonly at: 'taking-back'; readonly ids: readonly string[] }
  | { readonly at: 'taken-back'; readonly left: readonly string[] }
  | { readonly at: 'dismissing'; readonly id: string }
  | { readonly at: 'dismissed' }
  | { readonly at: 'drained'; readonly records: ShownRecords };

/** Written before this returns: a kill right after it takes nothing of it back. */
export function tell(event: object): void {
  fs.writeSync(1, `${JSON.stringify(event)}\n`);
}
