import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OutboxScreen } from '../../../../src-renderer/features/outbox/outbox-screen.tsx';
import { canDecideAgain } from '../../../../src-renderer/features/outbox/outbox-rules.ts';
import { meanwhileText, wishTitle } from '../../../../src-renderer/features/outbox/outbox-texts.ts';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { WantedPreferences } from '../../../../src-shared/ipc/wanted-preferences.ts';
import { outboxItem, renderPeople, submitted } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow, lakeside, linkedAccounts } from '../../fixtures.ts';

afterEach(cleanup);

const later = new Date(fixtureNow.getTime() + 60_000).toISOString();
const earlier = new Date(fixtureNow.getTime() - 86_400_000).toISOString();
const revoke: Intent = { kind: 'revoke-user', subjectId: fixtureId(1001), payload: { reason: 'Left' } };
const conflict = outboxItem(1, revoke, {
  state: 'refused',
  error: { code: 'version_conflict', changedBy: 'Priya Raman', changedAt: later, currentStatus: 'revoked' },
});

describe('both sides of a refusal', () => {
  it('stand side by side: what I decided, and what happened meanwhile', async () => {
    const outbox = [{ ...conflict, present: { status: 'active', changedBy: 'Tom Albrecht', changedAt: later } }];
    const { desk, person } = await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox }) });
    const mine = await screen.findByRole('group', { name: 'You decided' });
    expect(mine.textContent).toContain('Revoke User');
    expect(mine.textContent).toContain('Reason: Left');
    expect(mine.textContent).toContain('Mar 4, 2026');
    const meanwhile = screen.getByRole('group', { name: 'Meanwhile' });
    // somebody has restored the person since the refusal: the present counts
    expect(meanwhile.textContent).toContain('Tom Albrecht changed Ben Castillo');
    expect(meanwhile.textContent).toContain('The status is now active.');
    await person.click(screen.getByRole('button', { name: /^Decide again/u }));
    await waitFor(() => expect(submitted(desk)).toEqual([revoke]));
  });

  it('tell the present where it is newer than the refusal, else the refusal', () => {
    const present = { status: 'active', changedBy: null, changedAt: earlier };
    expect(meanwhileText({ ...conflict, present })).toContain('Priya Raman changed Ben Castillo');
    const last = outboxItem(2, revoke, { state: 'refused', error: { code: 'last_administrator' }, present });
    expect(meanwhileText(last)).toBe('Nothing has changed. The status is still active.');
    expect(meanwhileText({ ...last, present: null })).toBe('Ben Castillo is no longer in the list.');
  });

  it('do not say of somebody that they changed themselves', () => {
    const by = 'Ben Castillo';
    const present = { status: 'accepted', changedBy: by, changedAt: later };
    expect(meanwhileText({ ...conflict, present })).toMatch(/^Ben Castillo accepted the invitation on [^.]+\.$/u);
    const other = { ...present, status: 'active' };
    expect(meanwhileText({ ...conflict, present: other })).toMatch(/^Ben Castillo changed it on .+ now active\.$/u);
  });

  it('lead to deciding again only where that is possible now', () => {
    const active = { status: 'active', changedBy: null, changedAt: later };
    const refused = (code: 'illegal_transition' | 'earlier_refused', present: typeof active | null) =>
      outboxItem(2, revoke, { state: 'refused', error: { code }, present });
    expect(canDecideAgain(refused('illegal_transition', active))).toBe(true);
    expect(canDecideAgain(refused('earlier_refused', active))).toBe(true);
    expect(canDecideAgain(refused('earlier_refused', { ...active, status: 'revoked' }))).toBe(false);
    expect(canDecideAgain(refused('illegal_transition', null))).toBe(false);
    expect(canDecideAgain({ ...conflict, present: null })).toBe(false);
  });
});

describe('the whole outbox', () => {
  it('lists what waits in every organization, names each, and opens the right one', async () => {
    const other = outboxItem(2, revoke, { organizationId: lakeside.id, subjectName: 'Carla Dubois' });
    const gone = outboxItem(3, revoke, {
      organizationId: fixtureId(77),
      state: 'refused',
      error: { code: 'not_found' },
    });
    const elsewhere = linkedAccounts.map((each) =>
      each.organization.id === lakeside.id ? { ...each, status: 'active' as const } : each,
    );
    const desk = createFakeDesk({
      outbox: [conflict, other, gone],
      accounts: [deskAccount({ linkedAccounts: elsewhere })],
    });
    const { person } = await renderPeople(<OutboxScreen />, { desk });
    const waiting = await screen.findByRole('region', { name: /Waiting \(1\)/u });
    expect(waiting.textContent).toContain(lakeside.name);
    const attention = screen.getByRole('region', { name: /Needs attention \(2\)/u });
    expect(attention.textContent).toContain('You are no longer linked to this organization.');
    // nothing to show where the organization cannot be opened
    expect(within(attention).getAllByRole('button', { name: 'Show users' })).toHaveLength(1);
    await person.click(within(attention).getAllByRole('button', { name: /^Dismiss/u })[0] ?? attention);
    await screen.findByRole('region', { name: /Needs attention \(1\)/u });
    // by keyboard one goes on from the heading
    expect(document.activeElement).not.toBe(document.body);
  });

  it('holds nicknames and defaults too', async () => {
    const [linked] = linkedAccounts;
    if (linked === undefined) throw new Error('unreachable');
    const wish: WantedPreferences = {
      sequence: 1,
      linkedAccountId: linked.id,
      organizationName: linked.organization.name,
      decidedAt: fixtureNow.toISOString(),
      nickname: 'Downtown',
      state: 'waiting',
      error: null,
    };
    const refused: WantedPreferences = {
      ...wish,
      sequence: 2,
      linkedAccountId: fixtureId(99),
      organizationName: 'Old Practice',
      isDefault: true,
      state: 'refused',
      error: { code: 'not_found' },
    };
    const desk = createFakeDesk({ preferences: [wish, refused] });
    const { person } = await renderPeople(<OutboxScreen />, { desk });
    const waiting = await screen.findByRole('region', { name: /Waiting \(1\)/u });
    await person.click(within(waiting).getByRole('button', { name: /^Undo: Nickname “Downtown”/u }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /Waiting/u })).toBeNull());
    const attention = screen.getByRole('region', { name: /Needs attention \(1\)/u });
    expect(within(attention).getByRole('group', { name: 'Meanwhile' }).textContent).toContain(
      'Old Practice is no longer among your linked accounts.',
    );
    await person.click(within(attention).getByRole('button', { name: /^Dismiss/u }));
    await screen.findByText('Nothing is waiting');
    expect(desk.inputsOf('linkedAccounts.forgetPreferences')).toEqual([
      { accountId: anna.id, linkedAccountId: linked.id },
      { accountId: anna.id, linkedAccountId: fixtureId(99) },
    ]);
  });

  it('words what is wanted', () => {
    expect(wishTitle({ nickname: null })).toBe('No nickname');
    expect(wishTitle({ nickname: 'A', isDefault: false })).toBe('Nickname “A”, Not the default');
    expect(wishTitle({ isDefault: true })).toBe('Default');
  });
});
