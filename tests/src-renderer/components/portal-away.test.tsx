import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PortalAway } from '../../../src-renderer/components/portal-away.tsx';
import { createFakeDesk } from '../fake-desk.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

describe('what needs the portal', () => {
  it('says nothing while the portal answers', async () => {
    const { desk, container } = await renderScreen(<PortalAway what="Signing in" />);
    await waitFor(() => expect(desk.inputsOf('app.reachPortal')).toHaveLength(1));
    expect(container.textContent).not.toContain('needs the portal');
  });

  it('says at once that it cannot be reached, and looks again when somebody asks', async () => {
    const desk = createFakeDesk({ isReachable: false });
    const { person, container } = await renderScreen(<PortalAway what="Signing in" />, { desk });
    expect((await screen.findByText(/Signing in needs the portal/u)).textContent).toContain(
      'What you have entered stays here.',
    );
    expect(container.querySelector('[aria-live="polite"]')?.textContent).toContain('cannot be reached');
    desk.world.isReachable = true;
    await person.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(screen.queryByText(/needs the portal/u)).toBeNull());
  });
});
