import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ProviderType } from '../../src-shared/domain/organization.ts';
import type { Permission, Role } from '../../src-shared/domain/permissions.ts';
import type { AccessRequestStatus, InvitationStatus } from '../../src-shared/domain/statuses.ts';

/** The service's tables, as `migrations/` make them. Dates are read as `Date`. */
export interface Schema {
  organization: {
    id: string;
    portal_id: string;
    provider_type: ProviderType;
    name: string;
    first_name: string | null;
    last_name: string | null;
    provider_id: string;
    tax_id: string;
    npi: string | null;
    city: string;
    state: string;
    /** What it provides, as the portal's Provider Type names it; empty where the portal does not ask. */
    services: Generated<string[]>;
    version: Generated<number>;
    feed_position: Generated<number>;
    feed_floor: Generated<number>;
  };
  organization_zip: { organization_id: string; zip: string; purpose: 'remittance' | 'practice' | 'other' };
  account: {
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
  };
  link_token: {
    token_hash: string;
    purpose: 'verify-email' | 'accept-invitation' | 'reset-password';
    account_id: string | null;
    invitation_id: string | null;
    expires_at: Date;
    used_at: Date | null;
  };
  sign_in: {
    id: string;
    account_id: string;
    device: string;
    passcode_hash: string | null;
    passcode_expires_at: Date | null;
    passcode_sent_at: Date | null;
    wrong_tries: Generated<number>;
    expires_at: Date;
    completed_at: Date | null;
  };
  session: {
    id: string;
    account_id: string;
    device: string;
    created_at: Date;
    ended_at: Date | null;
    end_reason: string | null;
  };
  refresh_token: {
    token_hash: string;
    session_id: string;
    parent_hash: string | null;
    created_at: Date;
    expires_at: Date;
    /** Set when this token, or an access token that came with it, was first used. */
    used_at: Date | null;
    replaced_at: Date | null;
  };
  access_token: { token_hash: string; session_id: string; refresh_token_hash: string; expires_at: Date };
  rate_limit: { key: string; window_started_at: Date; attempts: number };
  membership: {
    id: string;
    organization_id: string;
    account_id: string;
    role: Role;
    permissions: Permission[];
    status: 'pending' | 'active' | 'denied' | 'revoked';
    status_reason: string | null;
    version: Generated<number>;
    /** Where the account's view of the people began or ended: an older position in the feed takes a fresh snapshot. */
    feed_floor: Generated<number>;
    created_at: Date;
    changed_at: Date;
    changed_by: string | null;
  };
  access_request: {
    id: string;
    organization_id: string;
    membership_id: string;
    status: AccessRequestStatus;
    reason: string | null;
    matched_on: string[];
    version: Generated<number>;
    requested_at: Date;
    changed_at: Date;
    changed_by: string | null;
  };
  invitation: {
    id: string;
    organization_id: string;
    email: string;
    first_name: string;
    last_name: string;
    role: Role;
    permissions: Permission[];
    status: InvitationStatus;
    failure: 'mailbox_refused' | 'mail_server_unreachable' | null;
    failure_detail: string | null;
    invited_by: string;
    version: Generated<number>;
    /** The version that a person made last, and that person's account; deliveries and expiries leave both alone. */
    decision_version: Generated<number>;
    decided_by: string | null;
    created_at: Date;
    expires_at: Date;
    changed_at: Date;
    changed_by: string | null;
  };
  association: {
    id: string;
    account_id: string;
    organization_id: string;
    matched_on: string[];
    body_hash: string;
    has_administrator: boolean;
    created_at: Date;
    completed_at: Date | null;
  };
  agreement_acceptance: {
    id: string;
    account_id: string;
    organization_id: string;
    agreement_id: string;
    revision: string;
    accepted_at: Date;
  };
  command: {
    id: string;
    organization_id: string;
    account_id: string;
    body_hash: string;
    kind: string;
    outcome: JSONColumnType<object>;
    decided_at: Date;
    handled_at: Date;
  };
  change: {
    organization_id: string;
    position: number;
    op: 'put' | 'delete';
    kind: string;
    entity_id: string;
    entity: ColumnType<object | null, string | null, string | null>;
    created_at: Date;
  };
  audit: {
    id: string;
    organization_id: string | null;
    account_id: string | null;
    actor: string;
    command_id: string | null;
    action: string;
    subject_kind: string;
    subject_id: string;
    before: ColumnType<object | null, string | null, string | null>;
    after: ColumnType<object | null, string | null, string | null>;
    at: Date;
  };
  job: {
    id: string;
    kind: string;
    payload: JSONColumnType<object>;
    status: Generated<'waiting' | 'running' | 'done' | 'failed'>;
    attempts: Generated<number>;
    run_at: Date;
    claimed_until: Date | null;
    last_error: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
}
