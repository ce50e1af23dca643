import type { StatusTone } from '../status-badge.tsx';
import classes from './cells.module.css';

/** A status in a table cell: the words say it, the dot repeats it. Lighter than `StatusBadge`. */
export const StatusMark = ({ tone, children }: { readonly tone: StatusTone; readonly children: string }) => (
  <span className={classes['status']}>
    <span className={classes['dot']} data-tone={tone} aria-hidden />
    {children}
  </span>
);
