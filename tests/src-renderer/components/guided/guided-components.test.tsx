import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyList } from '../../../../src-renderer/components/guided/copy-list.tsx';
import { DeadlinesSection } from '../../../../src-renderer/components/guided/deadlines-section.tsx';
import { PortalPages } from '../../../../src-renderer/components/guided/portal-pages.tsx';
import { stepValues } from '../../../../src-renderer/components/guided/step-values.ts';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { deadlineText } from '../../../../src-renderer/lib/deadline-texts.ts';
import { addDays, dayOf, type GuidedDeadline } from '../../../../src-shared/domain/guided-deadline.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { guidedSteps } from '../../../../src-shared/portals/guided-steps.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { anna, fixtureId, fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const today = dayOf(fixtureNow);
const deadline = (over: Partial<GuidedDeadline> = {}): GuidedDeadline => ({
  id: fixtureId(9001),
  kind: 'unused-sign-in',
  label: 'Sign in once',
  dueOn: addDays(today, 41),
  endedOn: null,
  ...over,
});

describe('a deadline', () => {
  it.each([
    [41, '41 days left'],
    [1, '1 day left'],
    [0, 'Due today'],
    [-1, 'Overdue by 1 day'],
    [-3, 'Overdue by 3 days'],
  ])('%i days from now reads %j', (days, text) => {
    expect(deadlineText(deadline({ dueOn: addDays(today, days) }), fixtureNow).text).toBe(text);
  });

  it('A9: ends with a sign-in there, and one can be added', async () => {
    const desk = createFakeDesk();
    desk.world.guided.deadlines = [deadline()];
    const { person } = await renderScreen(<DeadlinesSection accountId={anna.id} />, { desk });
    expect(await screen.findByText('41 days left')).toBeTruthy();
    desk.failWith('guided.endDeadline', { code: 'disk_full' });
    await person.click(screen.getByRole('button', { name: 'Record a sign-in there: Sign in once' }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    desk.failWith('guided.endDeadline', null);
    await person.click(screen.getByRole('button', { name: 'Record a sign-in there: Sign in once' }));
    await waitFor(() => expect(desk.inputsOf('guided.endDeadline').at(-1)).toMatchObject({ doneOn: today }));
    await person.click(screen.getByRole('button', { name: 'Add a deadline' }));
    const form = within(screen.getByRole('form', { name: 'Add a deadline' }));
    await person.click(form.getByRole('button', { name: 'Add' }));
    expect(form.getByText('This field is required.')).toBeTruthy();
    await person.click(form.getByLabelText(/^What has to happen/u));
    await person.paste('x'.repeat(201));
    expect(form.getByText(fieldText('too_long'))).toBeTruthy();
    await person.clear(form.getByLabelText(/^What has to happen/u));
    await person.type(form.getByLabelText(/^What has to happen/u), 'Renew');
    await person.type(form.getByLabelText(/^By/u), '2026-12-01');
    await person.click(form.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(desk.inputsOf('guided.addDeadline')).toMatchObject([{ label: 'Renew' }]));
  });

  it('tells that there is none, and what went wrong', async () => {
    await renderScreen(<DeadlinesSection accountId={anna.id} />);
    expect(await screen.findByText('Nothing counts down.')).toBeTruthy();
    cleanup();
    const desk = createFakeDesk();
    desk.failWith('guided.deadlines', { code: 'internal' });
    await renderScreen(<DeadlinesSection accountId={anna.id} />, { desk });
    expect(await screen.findByText('Something went wrong')).toBeTruthy();
  });
});

describe('values to copy', () => {
  it('are a step’s answers in the portal’s words, secret ones hidden, the password once', async () => {
    const [account, eligibility] = guidedSteps(cca, 'registration');
    if (account === undefined || eligibility === undefined) throw new Error('CCA has two steps');
    const password = 'quiet maple lanterns';
    const answers = {
      firstName: ' Noor ',
      phone: '4135550123',
      password,
      passwordAgain: password,
      providerType: 'group',
    };
    const values = stepValues(account, answers);
    expect(values).toEqual([
      { label: 'First Name', value: 'Noor', isSecret: false },
      { label: 'Phone', value: '413-555-0123', isSecret: false },
      { label: 'Password', value: password, isSecret: true },
    ]);
    expect(stepValues(eligibility, answers)).toEqual([{ label: 'Provider Type', value: 'Group', isSecret: false }]);
    const { desk, person, container } = await renderScreen(<CopyList values={values} />);
    expect(container.textContent).not.toContain(password);
    await person.click(screen.getByRole('button', { name: 'Copy Password' }));
    expect(desk.inputsOf('guided.copy')).toEqual([{ text: password, isSecret: true }]);
    expect(await screen.findByText('It leaves the clipboard in 30 seconds.')).toBeTruthy();
  });
});

describe('the portal’s pages', () => {
  it('open only over https, and are told to be opened by hand where none is known', async () => {
    const links = [
      { label: 'Provider Portal', url: 'https://portal.example/' },
      { label: 'Old one', url: 'http://portal.example/' },
    ];
    await renderScreen(<PortalPages portal={{ ...cca, links }} />);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Open Provider Portal']);
    cleanup();
    await renderScreen(<PortalPages portal={{ ...cca, links: [] }} />);
    expect(screen.getByText(/Open CCA Provider Portal in your browser/u)).toBeTruthy();
  });
});
