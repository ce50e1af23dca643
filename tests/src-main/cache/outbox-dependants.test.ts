import { describe, expect, it } from 'vitest';
import { command, idOf, intents, organizationId, records, user } from './records.ts';
import { load, temporaryCache } from './temporary-cache.ts';

const me = idOf('account', 1);
const colleague = idOf('account', 2);

function practice() {
  const { cache } = temporaryCache();
  load(cache, [records.user(user(1)), records.user(user(2))], 10);
  return cache;
}

describe('commands that wait together', () => {
  it('hands each account its own commands: one that cannot send does not hold back another', () => {
    const { outbox } = practice();
    outbox.enqueue(colleague, organizationId, [command(1, intents.revoke(1))]);
    outbox.enqueue(me, organizationId, [command(2, intents.revoke(2))]);
    expect(outbox.next(me, organizationId)?.command.id).toBe(idOf('command', 2));
    expect(outbox.next(colleague, organizationId)?.command.id).toBe(idOf('command', 1));
  });

  it('refuses with a command what counted on its effect, and nothing else', () => {
    const { outbox } = practice();
    outbox.enqueue(me, organizationId, [
      command(1, intents.revoke(1)),
      command(2, intents.restore(1)),
      command(3, intents.revoke(2)),
    ]);
    outbox.markRefused(idOf('command', 1), { code: 'version_conflict', changedBy: 'Bo Lund' });
    expect(outbox.list(organizationId).map((item) => [item.id, item.state, item.error?.code])).toEqual([
      [idOf('command', 1), 'refused', 'version_conflict'],
      [idOf('command', 2), 'refused', 'earlier_refused'],
      [idOf('command', 3), 'waiting', undefined],
    ]);
    expect(outbox.next(me, organizationId)?.command.id).toBe(idOf('command', 3));
  });
});
