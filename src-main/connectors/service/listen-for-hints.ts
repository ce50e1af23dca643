import { changeRoutes, hintSchema, type Hint } from '../../../src-shared/portal-api/changes.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Schedule } from '../../schedule.ts';
import { createDeadline } from './deadline.ts';
import { createEventReader } from './event-stream.ts';
import type { PortalClient } from './portal-client.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** The portal says something every 15 s; after three times that a silent line is a broken one. */
export const silenceMs = 45_000;

export interface HintLine {
  readonly client: PortalClient;
  readonly keeper: SessionKeeper;
  readonly schedule: Schedule;
  readonly portalId: string;
  readonly silenceMs: number;
}

/** `Connector.listen` over server-sent events. Events that are not hints are passed over. */
export async function listenForHints(
  { client, keeper, schedule, portalId, silenceMs: silence }: HintLine,
  onHint: (hint: Hint) => void,
  signal: AbortSignal,
  onOpen?: () => void,
): Promise<Result<void>> {
  const watchdog = createDeadline(schedule, silence, signal);
  try {
    const input = { params: { portalId }, query: {}, body: {} };
    const opened = await keeper.withAccess((accessToken) =>
      client.openStream(changeRoutes.hints, input, { accessToken, signal: watchdog.signal }),
    );
    if (!opened.ok) return signal.aborted ? ok(undefined) : opened;
    onOpen?.();
    await readHints(opened.value, onHint, watchdog.extend);
    return signal.aborted ? ok(undefined) : fail({ code: 'offline' });
  } catch {
    return signal.aborted ? ok(undefined) : fail({ code: 'offline' });
  } finally {
    watchdog.release();
  }
}

async function readHints(
  stream: ReadableStream<Uint8Array>,
  onHint: (hint: Hint) => void,
  onData: () => void,
): Promise<void> {
  const read = createEventReader();
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onData();
    for (const event of read(decoder.decode(value, { stream: true }))) {
      const hint = parseHint(event);
      if (hint !== null) onHint(hint);
    }
  }
}

function parseHint(event: string): Hint | null {
  try {
    return hintSchema.safeParse(JSON.parse(event)).data ?? null;
  } catch {
    return null;
  }
}
