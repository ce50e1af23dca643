import type { Notice } from './definition.ts';

/** Those that are shown in a place on a day (ISO 8601), the newest first. */
export const noticesOn = (notices: readonly Notice[], shownIn: string, day: string): Notice[] =>
  notices
    .filter((notice) => notice.shownIn === shownIn && notice.from <= day && (notice.until ?? day) >= day)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
