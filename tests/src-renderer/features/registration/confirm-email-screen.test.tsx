import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmEmailScreen } from '../../../../src-renderer/features/registration/confirm-email-screen.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

const email = 'nora.quist@harborview.example';
let now = fixtureNow;
const open = (portalId: string, useBy: string | null = null) =>
  renderScreen(<ConfirmEmailScreen />, {
    desk: createFakeDesk({ accounts: [], activeAccountId: null }),
    place: { screen: 'confirm-email', portalId, email, hasAdministrator: false, registeredAt: fixtureNow, useBy },
    surroundings: { now: () => now, newId: () => fixtureId(1) },
  });
const pass = (minutes: number) =>
  act(async () => {
    now = new Date(fixtureNow.getTime() + minutes * 60_000);
    await vi.advanceTimersByTimeAsync(1_000);
  });

beforeEach(() => {
  now = fixtureNow;
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('A8: Registration Confirmation', () => {
  it('says what was submitted, where the access key went, and what comes after it', async () => {
    await open('carelon-mbm');
    await screen.findByRole('heading', { name: 'Registration Confirmation' });
    expect(screen.getByText(/Your Portal registration has been submitted/u).textContent).toContain(email);
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(steps).toEqual([
      expect.stringContaining('access key'),
      expect.stringContaining('A second email tells you when it is active.'),
      'Sign in here with your username and password.',
    ]);
  });

  it('A9: says until when username and password have to be used', async () => {
    await open('aim', '2026-05-03T12:00:00.000Z');
    expect((await screen.findByText(/Your username and password expire/u)).textContent).toBe(
      'Your username and password expire if not used by May 3, 2026.',
    );
  });
});

describe('A10: no email', () => {
  it.each([
    ['carelon-mbm', 'Carelon Web Customer Service at 1-800-252-2021.'],
    ['aim', 'AIM Specialty Health Web Customer Service at 1-800-252-2021.'],
  ])('at %s counts down from the registration, then says to call', async (portalId, call) => {
    await open(portalId);
    expect((await screen.findByText(/within 30 minutes/u)).textContent).toContain(`please contact ${call}`);
    await pass(29.5);
    expect(screen.getByText(/within 1 minute,/u)).toBeTruthy();
    await pass(30);
    expect(screen.getByText('No email after 30 minutes?')).toBeTruthy();
    expect(screen.getByText(`Please contact ${call}`)).toBeTruthy();
  });

  it('is no matter of portals that do not say how long it takes', async () => {
    await open('cca');
    await screen.findByRole('heading', { name: 'Confirm your email address' });
    await pass(31);
    expect(screen.queryByText(/Please contact/u)).toBeNull();
  });
});

describe('D1: after a personal profile', () => {
  it('the organization is added next', async () => {
    await open('provider-central');
    expect(await screen.findByText(/Then choose Add an organization/u)).toBeTruthy();
  });
});
