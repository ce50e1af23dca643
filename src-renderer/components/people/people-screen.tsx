import type { ReactNode } from 'react';
import { PeopleNotices } from './people-notices.tsx';
import classes from './person-list.module.css';

/** As high as the window leaves room for, so that only the table scrolls. */
export const PeopleScreen = ({
  children,
  notices = 'right',
}: {
  readonly children: ReactNode;
  readonly notices?: 'left' | 'right';
}) => (
  <div className={classes['screen']}>
    {children}
    <PeopleNotices side={notices} />
  </div>
);
