import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';

/** Where decisions are told and can be taken back at once. What was told on one screen does not follow to the next. */
export function PeopleNotices() {
  useEffect(() => () => notifications.clean(), []);
  return <Notifications position="bottom-right" limit={3} />;
}
