import { configure, screen, within } from '@testing-library/dom';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import {
  accessRequest,
  deskAccount,
  fixtureId,
  fixtureNow,
  harborview,
  invitation,
  linkedAccounts,
  users,
} from '../fixtures.ts';
import type { Scene } from './scene.ts';

const shown = (text: string) => async () => void (await screen.findByText(text));
// naming every button of a table takes a while
configure({ asyncUtilTimeout: 10_000 });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

const decided = (n: number, intent: OutboxItem['intent'], over: Partial<OutboxItem> = {}): OutboxItem => ({
  id: fixtureId(8000 + n),
  kind: intent.kind,
  state: 'waiting',
  decidedAt: fixtureNow.toISOString(),
  error: null,
  organizationId: harborview.id,
  intent,
  subjectName: 'Ben Castillo',
  ...over,
});

const outbox: OutboxItem[] = [
  decided(1, { kind: 'revoke-user', subjectId: fixtureId(1012), payload: { reason: null } }),
  decided(
    2,
    { kind: 'make-admin', subjectId: fixtureId(1022), payload: {} },
    { state: 'sending', subjectName: 'Elena Kim' },
  ),
  decided(
    3,
    {
      kind: 'edit-role-and-permissions',
      subjectId: fixtureId(1033),
      payload: { role: 'user', permissions: ['remittances'] },
    },
    {
      state: 'refused',
      subjectName: 'Grace Lopez',
      error: {
        code: 'version_conflict',
        changedBy: 'Priya Raman',
        changedAt: fixtureNow.toISOString(),
        currentStatus: 'active',
      },
    },
  ),
  decided(
    4,
    { kind: 'revoke-user', subjectId: fixtureId(1000), payload: { reason: 'Left in February' } },
    { state: 'refused', error: { code: 'last_administrator' }, subjectName: 'Anna Berg' },
  ),
];

const many = users(100_000);
const requests = Array.from({ length: 30 }, (_, n) =>
  accessRequest(
    n + 1,
    n % 4 === 1
      ? {
          evidence: {
            emailVerifiedAt: null,
            matchedOn: [],
            otherOrganizations: 0,
            accountCreatedAt: fixtureNow.toISOString(),
          },
          phone: null,
        }
      : {},
  ),
);
const longNames = invitation(6, {
  email: 'maximiliana.featherstonehaugh-cholmondeley@department-of-cardiology.harborview.example',
  firstName: 'Maximiliana Alexandrina',
  lastName: 'Featherstonehaugh-Cholmondeley',
});

/** What the people screens look like in each of their states. */
export const peopleScenes: readonly Scene[] = [
  { name: 'users-many', place: { screen: 'users' }, world: { users: many, outbox }, play: shown('100,000 users') },
  {
    name: 'users-selected',
    place: { screen: 'users' },
    world: { outbox },
    play: async (person) => {
      const boxes = await screen.findAllByRole('checkbox', { name: /^Select [A-Z]/u });
      for (const box of boxes.slice(0, 4)) await person.click(box);
    },
  },
  {
    name: 'users-revoke',
    place: { screen: 'users' },
    play: async (person) => {
      const boxes = await screen.findAllByRole('checkbox', { name: /^Select [A-Z]/u });
      for (const box of boxes.slice(0, 6)) await person.click(box);
      await person.click(within(screen.getByLabelText('Selected users')).getByRole('button', { name: 'Revoke User' }));
      await screen.findByRole('dialog');
    },
  },
  {
    name: 'users-edit',
    place: { screen: 'users' },
    play: async (person) => {
      const [, second] = await screen.findAllByRole('button', { name: 'Edit Role and Permissions' });
      if (second !== undefined) await person.click(second);
      await screen.findByRole('dialog');
    },
  },
  {
    name: 'users-menu',
    place: { screen: 'users' },
    play: async (person) => {
      const [, second] = await screen.findAllByRole('button', { name: /^More actions/u });
      if (second !== undefined) await person.click(second);
      await screen.findByRole('menu');
    },
  },
  {
    name: 'users-undo-notice',
    place: { screen: 'users' },
    play: async (person) => {
      const [, , third] = await screen.findAllByRole('button', { name: 'Make Admin' });
      if (third !== undefined) await person.click(third);
      const dialog = await screen.findByRole('dialog');
      await person.click(within(dialog).getByRole('button', { name: 'Make Admin' }));
      await screen.findByText(/Waiting to be sent\.$/u);
    },
  },
  {
    name: 'users-nothing-matches',
    place: { screen: 'users' },
    play: async (person) => {
      await person.type(await screen.findByRole('searchbox'), 'zzzz');
      await screen.findByText('No users match');
    },
  },
  {
    name: 'users-failed',
    place: { screen: 'users' },
    arrange: (desk) => desk.failWith('users.page', { code: 'cache_unreadable' }),
  },
  {
    name: 'users-loading',
    place: { screen: 'users' },
    arrange: (desk) => void desk.hold('users.page'),
    play: shown('Loading users'),
  },
  {
    name: 'users-seen-by-user',
    place: { screen: 'users' },
    world: {
      accounts: [
        deskAccount({
          linkedAccounts: linkedAccounts.map((linked, at) =>
            at === 0 ? { ...linked, role: 'user', permissions: ['eligibility', 'manage-users'] } : linked,
          ),
        }),
      ],
    },
    play: shown('40 users'),
  },
  {
    name: 'invite',
    place: { screen: 'users' },
    play: async (person) => {
      await person.click(await button('Invite New User'));
      const email = await screen.findByRole('textbox', { name: /Email/u });
      await person.click(email);
      await person.paste('Ada Moss <ada@harborview.example>\nBo Lind <bo@harborview.example>\nnot a person');
      await person.type(email, 'carol');
      await person.click(await button('Add to List'));
      await screen.findByText('2 people in the list');
    },
  },
  {
    name: 'invite-results',
    place: { screen: 'invitations' },
    play: async (person, desk) => {
      await person.click(await button('Invite New User'));
      await person.click(await screen.findByRole('textbox', { name: /Email/u }));
      await person.paste(
        'Ada Moss <ada@harborview.example>\nBo Lind <bo@harborview.example>\nCy Roe <cy@harborview.example>\nDi Fox <di@harborview.example>',
      );
      await person.click(await button('Send Invitation'));
      await screen.findByRole('list', { name: 'Results' });
      const [ada, bo, cy] = desk.world.outbox;
      if (ada === undefined || bo === undefined || cy === undefined) throw new Error('Nothing was submitted');
      const arrived = (item: OutboxItem, over: object) => invitation(50, { id: item.intent.subjectId, ...over });
      desk.world.invitations = [
        arrived(ada, { status: 'sent' }),
        arrived(bo, { status: 'failed', failure: 'mailbox_refused', failureDetail: '550 5.1.1 No such mailbox' }),
        ...desk.world.invitations,
      ];
      desk.world.outbox = desk.world.outbox
        .slice(2)
        .map((item) => (item.id === cy.id ? { ...item, state: 'refused', error: { code: 'already_a_user' } } : item));
      desk.emit('people.changed', { organizationId: harborview.id });
      await screen.findByText('Invitation sent');
    },
  },
  {
    name: 'invitations-all',
    place: { screen: 'invitations' },
    world: {
      invitations: [
        longNames,
        ...Array.from({ length: 12 }, (_, n) =>
          invitation(
            n,
            n % 3 === 1 ? { status: 'failed', failure: 'mail_server_unreachable', failureDetail: null } : {},
          ),
        ),
      ],
    },
  },
  {
    name: 'invitations-empty',
    place: { screen: 'invitations' },
    world: { invitations: [] },
    play: shown('No invitations yet'),
  },
  {
    name: 'access-requests-many',
    place: { screen: 'access-requests' },
    world: { accessRequests: requests },
    play: shown('30 requests'),
  },
  {
    name: 'access-requests-deny',
    place: { screen: 'access-requests' },
    world: { accessRequests: requests },
    play: async (person) => {
      await button('Approve');
      await person.keyboard('jd');
      await screen.findByRole('textbox', { name: /Reason/u });
    },
  },
  {
    name: 'access-requests-waiting',
    place: { screen: 'access-requests' },
    world: { accessRequests: requests },
    play: async (person) => {
      await button('Approve');
      await person.keyboard('a');
      await screen.findByText(/Approve — waiting/u);
      await person.keyboard('k');
    },
  },
  {
    name: 'access-requests-empty',
    place: { screen: 'access-requests' },
    world: { accessRequests: [] },
    play: async (person) => {
      await person.click(await button('Pending'));
      await screen.findByText('No requests match');
    },
  },
  { name: 'outbox-both', place: { screen: 'outbox' }, world: { outbox }, play: shown('Needs attention (2)') },
  { name: 'outbox-empty', place: { screen: 'outbox' }, play: shown('Nothing is waiting') },
];
