import type { Generated } from 'kysely';

/** Everybody who signs in, once for each portal. */
export interface AccountTable {
  id: string;
  portal_id: string;
  email: string;
  first_name: string;
  last_name: string;
  phone: string | null;
  fax: string | null;
  password_hash: string | null;
  email_verified_at: Date | null;
  /** Encrypted with the service's own key. */
  authenticator_secret: string | null;
  authenticator_since: Date | null;
  /** The last TOTP time step that was used, so that a code serves once. */
  authenticator_last_step: number | null;
  created_at: Date;
  last_sign_in_at: Date | null;
  /** In small letters; unique in a portal. */
  username: string | null;
  /** When the portal's staff verified it, at portals that do (A8). */
  verified_at: Date | null;
  /** Null once it has been signed in with (A9), and where nothing expires. */
  expires_at: Date | null;
  /** How many days before that the owner was warned last. */
  expiry_warned_days: number | null;
  expired_at: Date | null;
  /** Since when signing in takes more than a password (E1); null for those who have yet to move (E2). */
  mfa_since: Date | null;
  migration_announced_at: Date | null;
  migration_due_at: Date | null;
  /** Counts the secret questions that were answered rightly: it says whose turn is next (E1). */
  secret_question_turn: Generated<number>;
  /** What the registration asked about the person and their office (A2, D4). */
  role: string | null;
  provider_number: string | null;
  agency_name: string | null;
  organization_name: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
}
