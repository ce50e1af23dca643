import { Title } from '@mantine/core';
import { ErrorNotice } from '../error-notice.tsx';
import { NoticeList } from './notice-list.tsx';
import { useNotices } from './use-notices.ts';

/** What the portal tells everybody (E7), until it is dismissed. Nothing where there is nothing to tell. */
export function HomeNotices() {
  const { notices, error, dismiss } = useNotices('home');
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="home-notices">
      <Title order={2} size="h4" mb="sm" id="home-notices">
        Portal updates
      </Title>
      {error !== null && <ErrorNotice error={error} />}
      <NoticeList notices={notices} onDismiss={dismiss} />
    </section>
  );
}
