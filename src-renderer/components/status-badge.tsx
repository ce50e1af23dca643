import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

/** `good` in order · `waiting` somebody else's turn · `attention` yours · `bad` taken away or failed · `neutral` over */
export type StatusTone = 'good' | 'waiting' | 'attention' | 'bad' | 'neutral';

const colors: Readonly<Record<StatusTone, string>> = {
  good: 'teal.7',
  waiting: 'indigo.5',
  attention: 'orange.7',
  bad: 'red.7',
  neutral: 'gray.6',
};

/** A status in words; the coloured dot only repeats them. */
export const StatusBadge = ({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) => (
  <Badge variant="dot" color={colors[tone]} size="lg" tt="none" fw={500} classNames={{ root: classes['badge'] ?? '' }}>
    {children}
  </Badge>
);
