const locale = 'en-US';

const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
const usDay = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const counts = new Intl.NumberFormat(locale);

/** `2:14 PM`, in this computer's time zone. `moment` is ISO 8601. */
export const formatTime = (moment: string): string => time.format(new Date(moment)).replaceAll('\u202f', ' ');

/** `Mar 4, 2026` */
export const formatDate = (moment: string): string => day.format(new Date(moment));

/** `03/04/2026`, as American forms write a day. */
export const formatUsDate = (moment: string): string => usDay.format(new Date(moment));

/** `Mar 4, 2026, 2:14 PM` */
export const formatMoment = (moment: string): string => `${formatDate(moment)}, ${formatTime(moment)}`;

/** As short as it is clear on the day of `now`: `2:14 PM` today, `Mar 4, 2:14 PM` this year, else with the year. */
export function formatRecent(moment: string, now: Date): string {
  const date = new Date(moment);
  if (date.toDateString() === now.toDateString()) return formatTime(moment);
  if (date.getFullYear() === now.getFullYear()) return `${dayOfYear.format(date)}, ${formatTime(moment)}`;
  return formatMoment(moment);
}

/** `12,480` */
export const formatCount = (count: number): string => counts.format(count);

/** `1 user`, `12,480 users` */
export const formatQuantity = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** `25 seconds`, `2 minutes`, `1 hour`: rounded up, so that a promised wait is never too short. */
export function formatWait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return formatQuantity(seconds, 'second', 'seconds');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? formatQuantity(minutes, 'minute', 'minutes')
    : formatQuantity(Math.ceil(minutes / 60), 'hour', 'hours');
}

/** `12 min left`, `23 h left`: rounded up. */
export function formatTimeLeft(moment: string, now: Date): string {
  const minutes = Math.max(1, Math.ceil((new Date(moment).getTime() - now.getTime()) / 60_000));
  return minutes < 60 ? `${String(minutes)} min left` : `${String(Math.ceil(minutes / 60))} h left`;
}

/** `Ana, Ben and Cleo` */
export const formatList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
