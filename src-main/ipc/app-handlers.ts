import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { AppFrame } from '../windows/app-frame.ts';
import type { AppHandlers } from './handlers.ts';

export const appHandlers = (frame: AppFrame): AppHandlers => ({
  'app.state': () => ok(frame.state()),

  'app.setColorScheme'({ colorScheme }) {
    frame.setColorScheme(colorScheme);
    return ok({});
  },

  async 'app.reachPortal'() {
    return ok({ isReachable: await frame.reachesPortal() });
  },

  'app.openMailbox'() {
    const { demo } = frame.state();
    if (demo === null) return fail({ code: 'not_found' });
    frame.openMailbox(demo.mailboxUrl);
    return ok({});
  },

  async 'app.openLink'({ portalId, url }) {
    const published = findPortal(portalId)?.links.some((link) => link.url === url) === true;
    if (!published || !url.startsWith('https://')) return fail({ code: 'not_found' });
    await frame.openInBrowser(url);
    return ok({});
  },

  'forms.print': (form) => frame.printForm(form),
});
