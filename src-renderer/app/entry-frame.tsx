import { Button, Group, Loader } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useGo, usePlace } from '../lib/navigation.tsx';
import { DemoBanner } from './demo-banner.tsx';
import classes from './entry-frame.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { ProductMark } from './product-mark.tsx';
import { isEntryPlace, ScreenAt } from './screens.tsx';
import { SkipLink } from './skip-link.tsx';

/** Around the screens that lead into an account. `isNew`: there is no account on this computer yet. */
export function EntryFrame({ isNew }: { readonly isNew: boolean }) {
  const place = usePlace();
  const go = useGo();
  const shown = isEntryPlace(place) ? place : ({ screen: 'choose-portal' } as const);
  return (
    <div className={classes['frame']}>
      <SkipLink />
      <Group component="header" className={classes['header'] ?? ''} justify="space-between">
        <ProductMark />
        {!isNew && (
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => go({ screen: 'home' })}
          >
            Back to the desk
          </Button>
        )}
      </Group>
      <main id="content" tabIndex={-1} className={classes['main']}>
        <ErrorBoundary key={shown.screen}>
          <Suspense fallback={<Loader mx="auto" aria-label="Loading" />}>
            <ScreenAt place={shown} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <DemoBanner />
    </div>
  );
}
