import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { OrderStatus, Solution } from '../../src-shared/domain/order.ts';
import type { DocumentType } from '../../src-shared/domain/order-document.ts';
import type { ProviderType } from '../../src-shared/domain/organization.ts';
import type { Permission, Role } from '../../src-shared/domain/permissions.ts';
import type { AccessRequestStatus, BillingAgencyStatus, InvitationStatus } from '../../src-shared/domain/statuses.ts';
import type { AccountTable } from './account-table.ts';

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
    street: string | null;
    city: string;
    state: string;
    /** What it provides, as the portal's Provider Type names it; empty where the portal does not ask. */
    services: Generated<string[]>;
    version: Generated<number>;
    feed_position: Generated<number>;
    feed_floor: Generated<number>;
  };
  organization_zip: { organization_id: string; zip: string; purpose: 'remittance' | 'practice' | 'other' };
  account: AccountTable;
  /** `answer_hash` is argon2id of a keyed hash of the folded answer. */
  security_answer: { account_id: string; place: number; question: string; answer_hash: string };
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
    /** The secret question that this sign-in asks, by its place (E1). */
    secret_question_place: number | null;
    /** What the account gets once the passcode that went to this address is entered (E2). */
    migration_email: string | null;
    migration_password_hash: string | null;
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
    status: 'awaiting-pin' | 'pending' | 'active' | 'denied' | 'revoked';
    /** The waits run from here (D2); null where there were none to run. */
    activated_at: Date | null;
    status_reason: string | null;
    version: Generated<number>;
    /** Where the account's view of the people began or ended: an older position in the feed takes a fresh snapshot. */
    feed_floor: Generated<number>;
    /** The account's own name for the organization (D9). */
    nickname: Generated<string | null>;
    /** At most one of an account's. */
    is_default: Generated<boolean>;
    created_at: Date;
    changed_at: Date;
    changed_by: string | null;
  };
  claim: {
    id: string;
    organization_id: string;
    /** The claim number in the form in which it is compared. */
    number_key: string;
    /** As ISO 8601 writes a day; read with a cast to text. */
    advisory_date: string;
    patient_last_name: string;
    first_date_of_service: string;
    /** Of the check, or of the electronic funds transfer. */
    payment_number: string;
    patient_account_number: string | null;
  };
  mailed_pin: {
    membership_id: string;
    matched_on: string[];
    requested_at: Date;
    mailed_at: Date | null;
    /** Keyed; null until a letter has been printed. */
    pin_hash: string | null;
    expires_at: Date | null;
    wrong_tries: Generated<number>;
  };
  billing_agency: {
    id: string;
    portal_id: string;
    name: string;
    /** As names are compared (directory/fold-name.ts). */
    folded_name: string;
    city: string | null;
    state: string | null;
    tax_id: string | null;
    npi: string | null;
    /** Since when somebody of the agency has a username and password. */
    registered_at: Date | null;
  };
  organization_billing_agency: {
    id: string;
    organization_id: string;
    agency_id: string;
    status: BillingAgencyStatus;
    reason: string | null;
    active_since: Date | null;
    version: Generated<number>;
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
    /** Null where the registration named no organization. */
    organization_id: string | null;
    matched_on: string[];
    body_hash: string;
    has_administrator: boolean;
    created_at: Date;
    completed_at: Date | null;
  };
  agreement_acceptance: {
    id: string;
    account_id: string;
    organization_id: string | null;
    agreement_id: string;
    revision: string;
    accepted_at: Date;
  };
  /** What the payer's utilization review program serves (A4, A5). */
  health_plan: { portal_id: string; id: string; name: string };
  health_plan_tax_id: { portal_id: string; plan_id: string; tax_id: string };
  /** The Tax IDs that somebody entered with a registration or a plan; null until the portal's staff verified one (A8). */
  account_tax_id: { account_id: string; tax_id: string; verified_at: ColumnType<Date | null, Date | null | undefined> };
  account_health_plan: { account_id: string; portal_id: string; plan_id: string; tax_ids: string[]; added_at: Date };
  /** A plan that was added under an id of its caller's making, so that a repeated call has the effect once. */
  plan_addition: { id: string; account_id: string; body_hash: string; created_at: Date };
  /** Agreed once in each session (A11); kept when the session is forgotten. */
  disclaimer_acceptance: {
    session_id: string;
    account_id: string;
    agreement_id: string;
    revision: string;
    accepted_at: Date;
  };
  member: {
    id: string;
    portal_id: string;
    first_name: string;
    last_name: string;
    /** Days are written, and read with a cast to text, as ISO 8601 has them. */
    birth_date: string;
    member_number: string;
  };
  health_order: {
    id: string;
    portal_id: string;
    /** What people call the order ID. */
    order_number: string;
    acmp_number: string | null;
    member_id: string;
    /** Of the provider who ordered: whoever acts for it may see the order. */
    tax_id: string;
    plan_name: string;
    solution: Solution;
    status: OrderStatus;
    requested_service: string;
    ordered_on: string;
    service_on: string;
    needs_documents: string | null;
    clinical_answered: boolean;
  };
  order_key: {
    portal_id: string;
    tax_id: string;
    kind: 'order-id' | 'acmp-number' | 'member-number' | 'member-name';
    /** Folded. */
    key: string;
    order_id: string;
    /** With the second form of a member's name, the first one. */
    first_key: string | null;
    birth_date: string;
  };
  letter: { id: string; order_id: string; title: string; written_on: string; body: string };
  document: {
    id: string;
    order_id: string;
    account_id: string;
    name: string;
    type: DocumentType;
    size: number;
    pages: string | null;
    sha256: string;
    /** Bytes that have arrived. */
    received: Generated<number>;
    created_at: Date;
    completed_at: Date | null;
  };
  /** `position` is the offset of its first byte. */
  document_part: { document_id: string; position: number; content: Uint8Array };
  additional_information: { order_id: string; text: string; account_id: string | null; saved_at: Date };
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
