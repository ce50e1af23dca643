/** A person whose email address is confirmed and whose answers named an organization. */
export interface Newcomer {
  readonly accountId: string;
  readonly name: string;
  readonly organizationId: string;
  /** What agreed with the directory, for the administrator who decides. */
  readonly matchedOn: readonly string[];
}
