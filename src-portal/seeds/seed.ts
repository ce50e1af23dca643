/** What a service starts with: its directory alone, the demonstration, or one practice of any size. */
export type Seed =
  { readonly kind: 'empty' } | { readonly kind: 'demo' } | { readonly kind: 'users'; readonly count: number };

/** More than any practice has, and as many as the service and desktop are measured with. */
const mostUsers = 1_000_000;

/** Reads `empty`, `demo` or `N-users`; null for anything else. */
export function parseSeed(text: string): Seed | null {
  if (text === 'empty' || text === 'demo') return { kind: text };
  const count = Number(/^([1-9]\d{0,6})-users$/u.exec(text)?.[1]);
  return Number.isInteger(count) && count <= mostUsers ? { kind: 'users', count } : null;
}
