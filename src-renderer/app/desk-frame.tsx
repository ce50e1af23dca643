import { Suspense } from 'react';
import { LoadingRows } from '../components/loading-rows.tsx';
import { usePlace } from '../lib/navigation.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../lib/use-active-organization.ts';
import { DemoBanner } from './demo-banner.tsx';
import classes from './desk-frame.module.css';
import { DeskHeader } from './desk-header.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { NoOrganization } from './no-organization.tsx';
import { needsOrganization, ScreenAt } from './screens.tsx';
import { shownPlace } from './shown-place.ts';
import { SessionEndedBanner } from './session-ended-banner.tsx';
import { SkipLink } from './skip-link.tsx';

/** Around the screens of a signed-in person: header with the ribbon, left navigation, content. */
export function DeskFrame() {
  const account = useActiveAccount();
  const place = shownPlace(usePlace(), account);
  const active = useActiveOrganizationIfAny();
  // a switch to another linked account starts its screens afresh: no search or selection crosses over
  const identity = `${place.screen} ${active?.linkedAccount.id ?? account?.desk.account.id ?? ''}`;
  return (
    <div className={classes['frame']}>
      <SkipLink />
      <div className={classes['top']}>
        <DeskHeader />
        <SessionEndedBanner />
      </div>
      <MainNavigation />
      <main id="content" tabIndex={-1} className={classes['main']}>
        <div className={classes['content']}>
          <ErrorBoundary key={identity}>
            <Suspense fallback={<LoadingRows label="Loading the screen" />}>
              {needsOrganization(place) && active === null ? (
                <NoOrganization />
              ) : (
                <ScreenAt key={identity} place={place} />
              )}
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <DemoBanner />
    </div>
  );
}
