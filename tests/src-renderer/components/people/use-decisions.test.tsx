import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import { useDecisions, type Reverse } from '../../../../src-renderer/components/people/use-decisions.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, harborview } from '../../fixtures.ts';
import { renderPeople, submitted } from './render-people.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => {
  notifications.clean();
  cleanup();
});

const revoke = (n: number): Intent => ({ kind: 'revoke-user', subjectId: fixtureId(n), payload: { reason: null } });
const restore: Intent = { kind: 'restore-user', subjectId: fixtureId(1001), payload: {} };
const reverse: Reverse = { label: 'Restore', intents: [restore], told: 'Restore: Ben' };

function Deciding({ count, way }: { readonly count: number; readonly way?: Reverse }) {
  const { decide } = useDecisions(harborview.id);
  const intents = Array.from({ length: count }, (_, n) => revoke(1001 + n));
  return (
    <>
      <button type="button" onClick={() => void decide(intents, 'Revoke', way)}>
        Decide
      </button>
      <Notifications />
    </>
  );
}

async function decide(count: number, way?: Reverse) {
  const rendered = await renderPeople(<Deciding count={count} {...(way === undefined ? {} : { way })} />, {
    desk: createFakeDesk(),
  });
  await rendered.person.click(await screen.findByRole('button', { name: 'Decide' }));
  const notice = (await screen.findByText('Revoke. Waiting to be sent.')).closest<HTMLElement>('[role="alert"]');
  if (notice === null) throw new Error('The notice is not announced');
  return { ...rendered, undo: within(notice).getByRole('button', { name: 'Undo' }) };
}

describe('a decision', () => {
  it('of several parts is taken back as a whole, the last part first', async () => {
    const { desk, person, undo } = await decide(3);
    const ids = desk.world.outbox.map(({ id }) => id);
    await person.click(undo);
    expect(await screen.findByText('Taken back. Nothing was sent.')).toBeTruthy();
    expect(desk.inputsOf('commands.undo').map(({ commandId }) => commandId)).toEqual(ids.toReversed());
    await waitFor(() => expect(screen.queryByText(/^Revoke\./u)).toBeNull());
  });

  it('that was sent in part tells so, and offers no way back for the whole', async () => {
    const { desk, person, undo } = await decide(2, reverse);
    desk.world.outbox = desk.world.outbox.map((item, at) => (at === 0 ? { ...item, state: 'sending' } : item));
    await person.click(undo);
    expect(await screen.findByText('It is being sent right now')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
    expect(desk.world.outbox).toHaveLength(1);
  });

  it('that was sent is reversed by another one where there is one', async () => {
    const { desk, person, undo } = await decide(1, reverse);
    desk.world.outbox = desk.world.outbox.map((item) => ({ ...item, state: 'sending' }));
    await person.click(undo);
    await person.click(await screen.findByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(submitted(desk)).toEqual([revoke(1001), restore]));
    expect(await screen.findByText('Restore: Ben. Waiting to be sent.')).toBeTruthy();
  });

  it('is followed by its notice: sent, carried out, and then only reversed', async () => {
    const { desk, person } = await decide(1, reverse);
    const [item] = desk.world.outbox;
    if (item === undefined) throw new Error('Nothing is in the outbox');
    const changed = () => act(() => desk.emit('people.changed', { organizationId: harborview.id }));
    desk.world.outbox = [{ ...item, state: 'sending' }];
    changed();
    expect(await screen.findByText('Revoke. Being sent to the portal.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    desk.world.outbox = [];
    changed();
    expect(await screen.findByText('Revoke. The portal has carried it out.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(submitted(desk)).toEqual([revoke(1001), restore]));
  });

  it.each([
    [1, 'Revoke. Refused: Somebody has to stay administrator. See Waiting & attention.'],
    [3, 'Revoke. 1 of 3 were refused. See Waiting & attention.'],
  ])('of %i that was refused says where to look', async (count, told) => {
    const { desk } = await decide(count);
    desk.world.outbox = desk.world.outbox
      .slice(0, 1)
      .map((item) => ({ ...item, state: 'refused', error: { code: 'last_administrator' } }));
    act(() => desk.emit('people.changed', { organizationId: harborview.id }));
    expect(await screen.findByText(told)).toBeTruthy();
  });
});
