import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import { balancedUrl, openDeskLine } from './desk-line.ts';
import type { DeskPeople } from './practice.ts';

/** The same session's line to one instance alone. */
export async function lineTo(url: string, { session }: DeskPeople): Promise<Connector> {
  const toInstance = (target: string, init: RequestInit) => fetch(target.replace(balancedUrl, url), init);
  const { connector } = await openDeskLine(session, toInstance, () => {
    throw new Error('The session has ended');
  });
  return connector;
}

export function invitation({ organizationId }: DeskPeople, email: string): Command {
  const person = { email, firstName: 'Ina', lastName: 'Vited' };
  const intent: Intent = {
    kind: 'invite-user',
    subjectId: v7(),
    payload: { ...person, role: 'user', permissions: ['eligibility'] },
  };
  return { id: v7(), organizationId, baseVersion: 0, decidedAt: new Date().toISOString(), intent };
}

/** Sends each command to both instances at once, and answers how often they said the same. */
export async function sendToBoth(
  first: Connector,
  second: Connector,
  commands: readonly Command[],
): Promise<{ readonly same: number; readonly applied: number }> {
  let same = 0;
  let applied = 0;
  for (const command of commands) {
    const [one, other] = await Promise.all([first.submit(command), second.submit(command)]);
    if (isDeepStrictEqual(one, other)) same += 1;
    if (one.ok && one.value.status === 'applied') applied += 1;
  }
  return { same, applied };
}

/** Listens until the signal; `position` tells how far hints have said that the organization's feed has grown. */
export async function listenTo(
  connector: Connector,
  { organizationId }: DeskPeople,
  signal: AbortSignal,
): Promise<{ position(): number; ended: Promise<unknown> }> {
  let position = -1;
  const onHint = (hint: Hint): void => {
    if (hint.about === 'organization' && hint.organizationId === organizationId) position = hint.position;
  };
  let noteOpen = (): void => undefined;
  const open = new Promise<void>((resolve) => (noteOpen = resolve));
  const ended = connector.listen(onHint, signal, () => noteOpen());
  await open;
  return { position: () => position, ended };
}

/** Whether somebody new is let in. */
export const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
