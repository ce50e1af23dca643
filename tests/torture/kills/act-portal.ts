import type { Connector } from '../../../src-main/connectors/connector.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { organizationId, user } from '../../src-main/support/fixtures.ts';
import { FakePortal } from '../../src-main/support/fake-portal.ts';

/** Whom the acts are about, and the file that they are carried out on. */
export const practiceId = organizationId(1);
export const actUsers: readonly FeedRecord[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  kind: 'user',
  entity: user(number),
}));

/** A user is revoked once the command has come: the portal of the acts says what a row becomes. */
const effectOf = ({ intent }: Command): FeedRecord[] =>
  actUsers.flatMap((record) =>
    record.kind === 'user' && record.entity.id === intent.subjectId
      ? [{ kind: 'user' as const, entity: { ...record.entity, version: 2, status: 'revoked' as const } }]
      : [],
  );

export interface ActPortal {
  readonly portal: FakePortal;
  readonly connector: Connector;
}

/** A portal in memory. What has come to it before is given again, in the same order: then it is the same portal. */
export async function actPortal(
  arrived: readonly Command[],
  onArrival: (command: Command) => void,
): Promise<ActPortal> {
  const portal = new FakePortal();
  portal.put(practiceId, ...actUsers);
  const inner = portal.connector();
  const seen = new Set<string>();
  const take = (command: Command): ReturnType<Connector['submit']> => {
    if (!seen.has(command.id)) portal.put(practiceId, ...effectOf(command));
    seen.add(command.id);
    return inner.submit(command);
  };
  for (const command of arrived) await take(command);
  return {
    portal,
    connector: {
      ...inner,
      submit(command) {
        onArrival(command);
        return take(command);
      },
    },
  };
}
