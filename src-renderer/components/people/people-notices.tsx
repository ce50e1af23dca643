import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import classes from './people-notices.module.css';

export interface PeopleNoticesProps {
  /** `left` where the right is decided in. Default `right`. */
  readonly side?: 'left' | 'right';
}

/** Where decisions are told and can be taken back at once. What was told on one screen does not follow to the next. */
export function PeopleNotices({ side = 'right' }: PeopleNoticesProps) {
  useEffect(() => () => notifications.clean(), []);
  return <Notifications position={`bottom-${side}`} limit={3} className={classes['notices'] ?? ''} />;
}
