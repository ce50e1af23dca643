import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InviteButton } from '../../../../../src-renderer/components/people/invite/invite-button.tsx';
import { PeopleNotices } from '../../../../../src-renderer/components/people/people-notices.tsx';
import { useActiveOrganization } from '../../../../../src-renderer/lib/use-active-organization.ts';
import { createFakeDesk } from '../../../fake-desk.ts';
import { fixtureId, harborview, invitation } from '../../../fixtures.ts';
import { accountWith, dialog, renderPeople, submitted } from '../render-people.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const Invite = () => (
  <>
    <InviteButton organization={useActiveOrganization()} />
    <PeopleNotices />
  </>
);

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`, 'u') });
const press = async (person: { click(element: Element): Promise<void> }, name: string) =>
  person.click(await screen.findByRole('button', { name }));

async function open(options: Parameters<typeof renderPeople>[1] = {}) {
  const rendered = await renderPeople(<Invite />, options);
  await press(rendered.person, 'Invite New User');
  await dialog('Invite New User');
  return rendered;
}

async function fill(person: Awaited<ReturnType<typeof open>>['person'], email: string, first: string, last: string) {
  await person.type(await field('Email'), email);
  await person.type(await field('First Name'), first);
  await person.type(await field('Last Name'), last);
}

describe('Invite New User', () => {
  it('lists people, with Enter too, and invites each with an id of its own (C10)', async () => {
    const { desk, person } = await open();
    await fill(person, 'Ada@Example.com', 'Ada', 'Moss');
    await press(person, 'Add to List');
    expect(await screen.findByText('1 person in the list')).toBeTruthy();
    expect(document.activeElement).toBe(await field('Email'));
    await person.click(screen.getByRole('checkbox', { name: 'Remittances' }));
    await fill(person, 'bo@example.com', 'Bo', 'Lind{Enter}');
    expect(await screen.findByText('2 people in the list')).toBeTruthy();
    await press(person, 'Send Invitation');
    await screen.findByRole('list', { name: 'Results' });
    expect(submitted(desk)).toEqual([
      {
        kind: 'invite-user',
        subjectId: fixtureId(7001),
        payload: {
          email: 'ada@example.com',
          firstName: 'Ada',
          lastName: 'Moss',
          role: 'user',
          permissions: ['eligibility', 'claims-status'],
        },
      },
      {
        kind: 'invite-user',
        subjectId: fixtureId(7002),
        payload: {
          email: 'bo@example.com',
          firstName: 'Bo',
          lastName: 'Lind',
          role: 'user',
          permissions: ['eligibility', 'claims-status', 'remittances'],
        },
      },
    ]);
  });

  it('tells what is wrong beside the field, keeps what was typed, and knows who is in the list', async () => {
    const { person } = await open();
    await person.type(await field('Email'), 'ada at example');
    await press(person, 'Add to List');
    expect(await screen.findByText('Enter an email address, such as name@example.com.')).toBeTruthy();
    expect(screen.getAllByText('This field is required.')).toHaveLength(2);
    expect((await field('Email')).value).toBe('ada at example');
    await person.clear(await field('Email'));
    await fill(person, 'ada@example.com', 'Ada', 'Moss');
    await press(person, 'Add to List');
    await screen.findByText('1 person in the list');
    await fill(person, 'ADA@example.com', 'Another', 'Ada');
    await press(person, 'Add to List');
    expect(await screen.findByText('This address is in your list already.')).toBeTruthy();
    expect((await field('First Name')).value).toBe('Another');
  });

  it('sends what is typed but not yet in the list, and nothing while that has problems', async () => {
    const { desk, person } = await open();
    await person.type(await field('Email'), 'ada@example.com');
    await press(person, 'Send Invitation');
    expect(await screen.findAllByText('This field is required.')).toHaveLength(2);
    expect(submitted(desk)).toEqual([]);
    await person.type(await field('First Name'), 'Ada');
    await person.type(await field('Last Name'), 'Moss');
    await press(person, 'Send Invitation');
    await waitFor(() => expect(submitted(desk)).toHaveLength(1));
  });

  it('fills the list from pasted lines and tells which were not understood', async () => {
    const { person } = await open();
    await person.click(await field('Email'));
    await person.paste('Ada Moss <ada@example.com>\nbo@example.com, Bo, Lind\nsomebody else');
    expect(await screen.findByText('2 people in the list')).toBeTruthy();
    expect((await screen.findByRole('alert')).textContent).toContain('somebody else');
    await person.paste('Cy Roe <cy@example.com>');
    expect((await field('Last Name')).value).toBe('Roe');
    expect(screen.getByText('2 people in the list')).toBeTruthy();
  });

  it('takes somebody out of the list, or back into the fields', async () => {
    const { person } = await open();
    await person.click(await field('Email'));
    await person.paste('Ada Moss <ada@example.com>\nBo Lind <bo@example.com>');
    await press(person, 'Remove Ada Moss');
    expect(await screen.findByText('1 person in the list')).toBeTruthy();
    await press(person, 'Edit Bo Lind');
    expect(await screen.findByText('Nobody in the list yet')).toBeTruthy();
    expect((await field('Email')).value).toBe('bo@example.com');
  });

  it('keeps an unsent list and what is typed when it is closed', async () => {
    const { person } = await open();
    await person.click(await field('Email'));
    await person.paste('Ada Moss <ada@example.com>\nBo Lind <bo@example.com>');
    await person.type(await field('Email'), 'cy@');
    await person.keyboard('{Escape}');
    expect(await screen.findByText('2 people are kept in the list, not invited yet.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(person, 'Invite New User');
    expect(await screen.findByText('2 people in the list')).toBeTruthy();
    expect((await field('Email')).value).toBe('cy@');
  });

  it('keeps the list when the decision cannot be kept on this computer', async () => {
    const desk = createFakeDesk();
    desk.failWith('commands.submit', { code: 'disk_full' });
    const { person } = await open({ desk });
    await fill(person, 'ada@example.com', 'Ada', 'Moss');
    await press(person, 'Send Invitation');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(screen.getByText('1 person in the list')).toBeTruthy();
  });

  it('follows each invitation to its success or failure', async () => {
    const { desk, person } = await open();
    await person.click(await field('Email'));
    await person.paste('Ada Moss <ada@example.com>\nBo Lind <bo@example.com>\nCy Roe <cy@example.com>');
    await press(person, 'Send Invitation');
    const results = await screen.findByRole('list', { name: 'Results' });
    await waitFor(() => expect(within(results).getAllByText('Waiting to be sent to the portal')).toHaveLength(3));
    const [ada, bo, cy] = desk.world.outbox;
    if (ada === undefined || bo === undefined || cy === undefined) throw new Error('Three invitations were expected');
    const reported = desk.world.outbox;
    desk.world.invitations = [
      invitation(1, { id: ada.intent.subjectId, status: 'sent' }),
      invitation(2, {
        id: bo.intent.subjectId,
        status: 'failed',
        failure: 'mailbox_refused',
        failureDetail: '550 No such mailbox',
      }),
    ];
    desk.world.outbox = reported
      .slice(2)
      .map((item) => ({ ...item, state: 'refused', error: { code: 'already_a_user' } }));
    desk.emit('people.changed', { organizationId: harborview.id });
    expect(await within(results).findByText('Invitation sent')).toBeTruthy();
    expect(results.textContent).toContain('The mailbox does not accept it. Check the address. (550 No such mailbox)');
    expect(results.textContent).toContain('Already a user.');
    expect(screen.getByText('1 of 3 invitations sent, 2 failed.')).toBeTruthy();
    await press(person, 'Correct Cy Roe');
    expect((await field('Email')).value).toBe('cy@example.com');
    await waitFor(() => expect(desk.world.outbox).toEqual([]));
  });

  it('takes a waiting invitation back', async () => {
    const { desk, person } = await open();
    await fill(person, 'ada@example.com', 'Ada', 'Moss');
    await press(person, 'Send Invitation');
    await press(person, 'Undo Ada Moss');
    expect(await screen.findByText('Taken back')).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
  });

  it('is closed to who may not invite, and says why', async () => {
    const { person } = await renderPeople(<Invite />, {
      desk: createFakeDesk({ accounts: [accountWith(['eligibility'])] }),
    });
    const button = await screen.findByRole('button', { name: 'Invite New User' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await person.tab();
    expect((await screen.findByRole('tooltip')).textContent).toContain('permission “Manage users”');
    await person.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
