import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManualStepsScreen } from '../../../../src-renderer/features/manual-steps/manual-steps-screen.tsx';
import { outboxItem, renderPeople } from '../../components/people/render-people.tsx';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { deskAccount, fixtureId } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const revoke = { kind: 'revoke-user', subjectId: fixtureId(1001), payload: { reason: 'Left' } } as const;
const makeAdmin = { kind: 'make-admin', subjectId: fixtureId(1001), payload: {} } as const;

const guidedDesk = (...intents: (typeof revoke | typeof makeAdmin)[]): FakeDesk =>
  createFakeDesk({
    accounts: [deskAccount({ mode: 'guided' })],
    outbox: intents.map((intent, n) => ({ ...outboxItem(n + 1, intent), byHand: true })),
  });

const draw = async (desk: FakeDesk) => {
  const drawn = await renderPeople(<ManualStepsScreen />, { desk });
  await screen.findByRole('heading', { name: /^To do/u });
  return drawn;
};

describe('Manual steps', () => {
  it('say what to do there, with the values to copy and the portal’s page', async () => {
    const { desk, person } = await draw(guidedDesk(revoke));
    const step = within(await screen.findByRole('article', { name: /^Revoke User: / }));
    expect(screen.getByText('You do this on the portal’s web site; Portal Desk keeps the record.')).toBeTruthy();
    await person.click(step.getByRole('button', { name: 'Copy Reason' }));
    expect(desk.inputsOf('guided.copy')).toEqual([{ text: 'Left', isSecret: false }]);
    await person.click(step.getByRole('button', { name: 'Open Provider Portal' }));
    expect(desk.inputsOf('app.openLink')).toMatchObject([
      { portalId: 'cca', url: expect.stringMatching(/^https:/u) as string },
    ]);
  });

  it('are recorded with day, number and note, and then stand among the records', async () => {
    const { desk, person } = await draw(guidedDesk(revoke));
    await person.click(await screen.findByRole('button', { name: 'Record what was done' }));
    await person.type(screen.getByLabelText('Reference number'), ' A-7 ');
    await person.click(screen.getByRole('button', { name: 'Keep the record' }));
    await waitFor(() =>
      expect(desk.inputsOf('guided.recordStep')).toMatchObject([
        { result: { outcome: 'done', reference: 'A-7', note: null } },
      ]),
    );
    expect(within(await screen.findByRole('table', { name: 'Records' })).getByText('A-7')).toBeTruthy();
    expect(await screen.findByText('Nothing to do on the web site')).toBeTruthy();
  });

  it('are not recorded for a day that has not come, nor as impossible without a reason', async () => {
    const { desk, person } = await draw(guidedDesk(revoke));
    await person.click(await screen.findByRole('button', { name: 'Record what was done' }));
    const day = screen.getByLabelText(/^Done on/u);
    await person.clear(day);
    await person.type(day, '2199-01-01');
    await person.click(screen.getByRole('button', { name: 'Keep the record' }));
    expect(await screen.findByText('This day has not come yet.')).toBeTruthy();
    await person.click(screen.getByRole('radio', { name: 'It could not be done' }));
    await person.click(screen.getByRole('button', { name: 'Keep the record' }));
    expect(await screen.findByText('This field is required.')).toBeTruthy();
    expect(desk.inputsOf('guided.recordStep')).toEqual([]);
    await person.type(screen.getByLabelText(/^Reason/u), 'The page was down');
    await person.click(screen.getByRole('button', { name: 'Keep the record' }));
    await waitFor(() =>
      expect(desk.inputsOf('guided.recordStep')).toMatchObject([
        { result: { outcome: 'not-done', reason: 'The page was down' } },
      ]),
    );
  });

  it('about one person are done in their order', async () => {
    await draw(guidedDesk(makeAdmin, revoke));
    const later = within(await screen.findByRole('article', { name: /^Revoke User: / }));
    expect(later.getByRole('button', { name: 'Record what was done' }).hasAttribute('disabled')).toBe(true);
    expect(later.getByText(/^Something else about .+ is to be done first\.$/u)).toBeTruthy();
  });

  it('tell what went wrong, and keep what was typed', async () => {
    const desk = guidedDesk(revoke);
    desk.failWith('guided.recordStep', { code: 'disk_full' });
    const { person } = await draw(desk);
    await person.click(await screen.findByRole('button', { name: 'Record what was done' }));
    await person.type(screen.getByLabelText('Note'), 'By phone');
    await person.click(screen.getByRole('button', { name: 'Keep the record' }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    expect(screen.getByDisplayValue('By phone')).toBeTruthy();
  });

  it('take a note, and none that is empty', async () => {
    const { desk, person } = await draw(guidedDesk());
    await person.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(await screen.findByText('This field is required.')).toBeTruthy();
    await person.type(screen.getByRole('textbox', { name: 'Add a note' }), 'Called them');
    await person.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(await screen.findByRole('table', { name: 'Records' })).toBeTruthy();
    expect(desk.inputsOf('guided.keepNote')).toMatchObject([{ note: 'Called them' }]);
  });

  it('are none where the portal has a service', async () => {
    await renderPeople(<ManualStepsScreen />);
    expect(await screen.findByText('Nothing to do by hand')).toBeTruthy();
  });
});
