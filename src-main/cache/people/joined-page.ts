import type { NewInvitation } from '../outbox/new-invitations.ts';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import { fromCursor, isCursorOf, toCursor } from './page-cursor.ts';
import type { PageInput, PeoplePage } from './people-reader.ts';

const newOnes = 'new invitations';

/**
 * One list out of two: first the invitations that only the outbox knows, then those that the portal has told of, whose
 * pages `known` answers. A cursor says in which of the two a page ended.
 */
export function joinedPage(
  fresh: readonly NewInvitation[],
  known: (input: PageInput) => PeoplePage<Invitation>,
  input: PageInput,
): PeoplePage<Invitation> {
  if (input.after !== null && !isCursorOf(newOnes, input.after)) {
    const page = known(input);
    return { ...page, total: page.total + fresh.length };
  }
  const place = fromCursor(newOnes, input.after);
  const ahead = place === null ? fresh : fresh.filter(({ sequence }) => sequence < place.row);
  const shown = ahead.slice(input.skip, input.skip + input.limit);
  const room = input.limit - shown.length;
  const page = known({
    search: input.search,
    after: null,
    skip: Math.max(0, input.skip - ahead.length),
    // at least one, to learn the total
    limit: Math.max(1, room),
  });
  const entities = shown.map(({ invitation }) => invitation);
  const total = page.total + fresh.length;
  if (room > 0) return { entities: [...entities, ...page.entities], next: page.next, total };
  const last = shown.at(-1);
  const isMore = ahead.length > input.skip + input.limit || page.total > 0;
  return {
    entities,
    next: isMore && last !== undefined ? toCursor(newOnes, { key: 0, row: last.sequence }) : null,
    total,
  };
}
