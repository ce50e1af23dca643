import { addAccessRequest, addPendingRequests } from './add-access-requests.ts';
import { danaName, reneeName, type Cast } from './add-cast.ts';
import { addInvitations } from './add-invitations.ts';
import { addMembership } from './add-membership.ts';
import { addUsers } from './add-users.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** Organization ids of the demonstration's smaller practices. */
interface OtherPractices {
  readonly pediatrics: string;
  readonly cardiology: string;
  readonly vasquez: string;
  readonly behavioral: string;
  readonly lakeside: string;
}

/**
 * Dana is administrator of two more practices, a user of Dr. Vásquez's, and waits for the administrator of the
 * behavioral health clinic; nobody of Lakeside knows her.
 */
export function addOtherPractices(seeding: Seeding, cast: Cast, practices: OtherPractices): void {
  const { pediatrics, cardiology, vasquez, behavioral, lakeside } = practices;
  const join = (organizationId: string, accountId: string, days: number, by: string | null): void =>
    addMembership(seeding, {
      organizationId,
      accountId,
      role: by === null ? 'administrator' : 'user',
      at: daysAgo(seeding, days),
      by,
    });
  join(pediatrics, cast.dana, 911.7, null);
  join(pediatrics, cast.tomas, 380.2, danaName);
  join(cardiology, cast.dana, 540.1, null);
  join(vasquez, cast.renee, 700.9, null);
  join(vasquez, cast.dana, 365.4, reneeName);
  join(behavioral, cast.renee, 630.8, null);
  join(lakeside, cast.renee, 588.2, null);
  addAccessRequest(seeding, behavioral, cast.dana, daysAgo(seeding, 1.05));

  const staff = (organizationId: string, administratorName: string, ageDays: number, count: number): void =>
    addUsers(
      seeding,
      { organizationId, administratorNames: [administratorName], ageDays },
      { count, administrators: count > 10 ? 1 : 0 },
    );
  staff(pediatrics, danaName, 911, 22);
  staff(cardiology, danaName, 540, 13);
  staff(vasquez, reneeName, 700, 3);
  staff(behavioral, reneeName, 630, 17);
  staff(lakeside, reneeName, 588, 8);
  addInvitations(seeding, pediatrics, danaName, 4);
  addPendingRequests(seeding, cardiology, 2, null);
}
