import { configure, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { OutboxItem } from '../../../../src-shared/ipc/people.ts';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { createPeopleViews, PeopleViewsProvider } from '../../../../src-renderer/components/people/people-views.tsx';
import { useActiveOrganizationIfAny } from '../../../../src-renderer/lib/use-active-organization.ts';
import type { FakeDesk } from '../../fake-desk.ts';
import { deskAccount, fixtureId, fixtureNow, harborview, linkedAccounts } from '../../fixtures.ts';
import { renderScreen, type Screen } from '../../render-screen.tsx';

/** happy-dom lays nothing out: every element gets room for six rows of a table. Its style questions are slow: none are asked. */
export function giveElementsSize(): void {
  configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 300 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });
  Object.defineProperty(HTMLElement.prototype, 'scrollHeight', { configurable: true, get: () => 10_000_000 });
  Object.defineProperty(HTMLElement.prototype, 'scrollTo', {
    configurable: true,
    value(this: HTMLElement, { top = 0 }: ScrollToOptions) {
      this.scrollTop = top;
      queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
    },
  });
}

function Shell({ children }: { readonly children: ReactNode }) {
  useDeskEvents();
  return useActiveOrganizationIfAny() === null ? null : children;
}

/** Draws a people screen as the shell does: with an active linked account, and in step with the main process. */
export async function renderPeople(
  people: ReactNode,
  options: { desk?: FakeDesk; views?: ReturnType<typeof createPeopleViews> } = {},
): Promise<Screen> {
  giveElementsSize();
  const views: StoreApi<unknown> & ReturnType<typeof createPeopleViews> = options.views ?? createPeopleViews();
  return renderScreen(
    <PeopleViewsProvider store={views}>
      <Shell>{people}</Shell>
    </PeopleViewsProvider>,
    options.desk === undefined ? {} : { desk: options.desk },
  );
}

/** The first row that is about somebody of this name: by its name cell, as naming whole rows takes happy-dom seconds. */
export async function rowOf(name: string): Promise<HTMLElement> {
  const row = (await screen.findAllByTitle(name))[0]?.closest('tr');
  if (row === undefined || row === null) throw new Error(`${name} is not in a table`);
  return row;
}

/** A button in the row of this person. */
export const inRow = async (name: string, button: string): Promise<HTMLElement> =>
  within(await rowOf(name)).getByRole('button', { name: button });

export const dialog = (name?: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('dialog', name === undefined ? {} : { name });

/** The decisions that the screen has submitted, in order. */
export const submitted = (desk: FakeDesk): Intent[] =>
  desk.inputsOf('commands.submit').flatMap(({ intents }) => intents as Intent[]);

/** Something in the outbox of Harborview. */
export const outboxItem = (n: number, intent: Intent, over: Partial<OutboxItem> = {}): OutboxItem => ({
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

/** An account that runs the day-to-day of Harborview without being an administrator, or may do nothing there. */
export const accountWith = (permissions: ('eligibility' | 'manage-users')[]) =>
  deskAccount({
    linkedAccounts: linkedAccounts.map((linked, at) => (at === 0 ? { ...linked, role: 'user', permissions } : linked)),
  });
