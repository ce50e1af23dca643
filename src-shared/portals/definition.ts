import type { DocumentType } from '../domain/order-document.ts';
import type { PasswordPolicy } from '../domain/password.ts';
import type { PasscodeMethod } from '../domain/passcode.ts';
import type { Permission } from '../domain/permissions.ts';

/** How a field's answer is read, checked and drawn. */
export type FieldKind =
  | 'person-name'
  | 'line'
  | 'email'
  | 'phone'
  | 'fax'
  | 'new-password'
  | 'password-again'
  | 'choice'
  | 'tax-id'
  | 'tax-ids'
  | 'npi'
  | 'provider-id'
  | 'npi-or-provider-id'
  | 'organization'
  | 'health-plans'
  | 'zip'
  | 'state'
  | 'date'
  | 'username'
  | 'security-answer'
  | 'association-route'
  | 'agreement';

/** Drawn, and its answers checked, only while another field has this answer. */
export interface Condition {
  readonly field: string;
  readonly equals: string;
}

export interface Field {
  /** The key of the answer, and the path of a problem with it. */
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** A sentence below the label. */
  readonly hint?: string;
  /** What the information circle beside the label says. */
  readonly help?: string;
  readonly options?: readonly Option[];
  readonly visibleWhen?: Condition;
  /** Fields of which none may have the same answer as this one. */
  readonly differsFrom?: readonly string[];
  /** With the kind `health-plans`: the field of tax IDs whose health plans are offered (A5). The answer is a list of plan ids. */
  readonly plansOf?: string;
  /**
   * With the kind `organization`: the NPI field whose answer, while it is typed, the portal's directory is searched with.
   * The answer is the chosen provider's ID.
   */
  readonly matchesOf?: string;
  /** Never kept in a draft, masked in a review (A7). */
  readonly secret?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** A sentence below the label. */
  readonly hint?: string;
}

export interface Step {
  readonly id: string;
  /** Letter for letter the portal's own title of the step. */
  readonly title: string;
  readonly section?: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly fields: readonly Field[];
  readonly visibleWhen?: Condition;
  readonly agreement?: Agreement;
  /** Names the administrators of the organization that was found (D6). */
  readonly showsAdministrators?: boolean;
  /** The portal is asked whether the answers of this step match a provider before the next step opens. */
  readonly checksEligibility?: boolean;
  /** The label of the button that leaves the step. */
  readonly action: string;
}

export interface Agreement {
  readonly id: string;
  readonly title: string;
  /** Kept with each acceptance. */
  readonly revision: string;
  readonly paragraphs: readonly string[];
  /** The step's button accepts it, and works only once the text has been scrolled to its end (D4). */
  readonly acceptedAtItsEnd?: boolean;
}

/** The labels of the page that shows a completed form before it is submitted (A7). */
export interface Review {
  readonly title: string;
  readonly edit: string;
  readonly print: string;
  readonly showAnswer: string;
  readonly submit: string;
}

/** How an account gets from a found organization to a membership in it (D6-D8). */
export const associationRoutes = ['administrator', 'claims', 'mailed-pin'] as const;
export type AssociationRoute = (typeof associationRoutes)[number];

/** How the first person of an organization proves to belong to it, where its portal asks for a proof. */
export interface Proofs {
  /** The field of kind `association-route`. */
  readonly field: string;
  /** D7: questions about claims, each of whose answers stands in a field `<claim><Fact>`: `claim1AdvisoryDate`. */
  readonly claims: { readonly count: number; readonly olderThanDays: number; readonly tries: number };
  /** D8 */
  readonly mailedPin: {
    readonly withinDays: number;
    readonly expiresAfterDays: number;
    readonly enterPin: string;
    readonly tries: number;
  };
}

/** What may not be done yet for a while after an account has become active for an organization (D2). */
export interface Wait {
  readonly id: 'approvals' | 'transactions' | 'claims';
  readonly minutes: number;
  readonly label: string;
}

/** The plans of an account, where a portal has them instead of organizations with people (A5, A11). Labels letter for letter. */
export interface HealthPlans {
  readonly disclaimer: Agreement;
  readonly agree: string;
  readonly profile: string;
  readonly heading: string;
  readonly addNew: string;
  readonly next: string;
  /** The plan that is flagged while it is not checked. */
  readonly expected: string;
}

/** A screen about one organization and what belongs to it (D9). Labels letter for letter. */
export interface OrganizationDetails {
  readonly title: string;
  /** Opens it, from the list of linked accounts. */
  readonly viewEdit: string;
  readonly introduction: string;
  readonly explanations: readonly { readonly term: string; readonly text: string }[];
  readonly back: string;
  readonly organizationName: string;
  readonly default: string;
  readonly nickname: string;
  readonly editNickname: string;
  readonly npi: string;
  readonly manageUsers: string;
}

/** Agencies that bill for an organization (D10). Labels letter for letter. */
export interface BillingAgencies {
  readonly manage: string;
  readonly add: string;
  readonly select: string;
  readonly name: string;
  readonly status: string;
  readonly actions: string;
  /** Before the day: `Active as of: 09/16/2020`. */
  readonly activeAsOf: string;
  readonly deny: string;
  /** What to do about an agency that a search does not find. */
  readonly notListed: string;
}

/** Orders that the account may look up, and what may be sent with them (E6, E8). Labels letter for letter. */
export interface OrderSearch {
  readonly label: string;
  /** The module that Order Search took the place of. */
  readonly retired?: { readonly label: string; readonly notices: string };
  readonly searchBy: { readonly orderId: string; readonly member: string; readonly acmpNumber: string };
  readonly additionalInformation: {
    readonly label: string;
    /** Counted as Unicode code points. */
    readonly maxLength: number;
  };
  readonly documents: {
    readonly types: readonly DocumentType[];
    /** Of one document, as it is uploaded. */
    readonly maxBytes: number;
    /** Of one order. */
    readonly most: number;
    readonly advice: readonly string[];
    readonly clinicalQuestionsFirst: string;
  };
}

/** Something that the portal tells everybody (E7). */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The first day on which it is shown, as ISO 8601 writes it. */
  readonly from: string;
  /** The last day, if it ends. */
  readonly until?: string;
  /** `home`, or the place of the module that it is about. */
  readonly shownIn: string;
}

/** What the portal's directory lists about a provider, as an answer can be compared with it. */
export type ListedFact =
  | 'name'
  | 'first-name'
  | 'last-name'
  | 'tax-id'
  | 'provider-id'
  | 'npi'
  | 'npi-or-provider-id'
  | 'service'
  | 'postal-address';

/** How the answers of the eligibility steps name a provider of the portal's directory. */
export interface Association {
  /** The field whose answer is the provider ID that the directory is searched for; attempts are counted by it. */
  readonly foundBy: string;
  /**
   * The fields that only somebody of the provider can answer. Whoever does not answer all of them rightly learns nothing
   * else about the provider.
   */
  readonly keys: readonly string[];
  /** The field that says whether it is a practitioner or a group, where the portal asks: one is never taken for the other. */
  readonly providerType?: string;
  /** What is compared, in the order in which it is told. A field that is not asked is not compared. */
  readonly compared: readonly { readonly field: string; readonly with: ListedFact }[];
}

export interface SupportLine {
  readonly name: string;
  readonly phone: string;
  /** What to press after the call is answered. */
  readonly option?: string;
  readonly purpose: string;
}

/** E2: how those who have always signed in with a username move to multi-factor authentication. */
export interface Migration {
  /** How long after the notice it has to be completed. */
  readonly days: number;
  /** What the email notice says. */
  readonly notice: readonly string[];
}

/** How the people screens are called in this portal. */
export interface PortalLabels {
  readonly users: string;
  readonly manageUsers: string;
  readonly linkAccount: string;
  readonly manageLinkedAccounts: string;
  readonly inviteNewUser: string;
  readonly addToList: string;
  readonly sendInvitation: string;
  readonly editRoleAndPermissions: string;
  readonly makeAdmin: string;
  readonly revokeUser: string;
  readonly restoreUser: string;
  readonly providerId: string;
}

/** Everything that makes one portal itself. Data only: the wizard draws it, both sides validate with it. */
export interface PortalDefinition {
  readonly id: string;
  readonly name: string;
  readonly payer: string;
  readonly brand: { readonly color: string; readonly monogram: string };
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly support: readonly SupportLine[];
  readonly passwordPolicy: PasswordPolicy;
  readonly passcodeMethods: readonly PasscodeMethod[];
  /** Left out where every user has had a second factor from the start (E2). */
  readonly migration?: Migration;
  /** What people sign in with: their email address alone, or a username of their own too (A3, D4). */
  readonly signInWith: 'email' | 'username';
  readonly registration: { readonly title: string; readonly steps: readonly Step[]; readonly review?: Review };
  /** A8: the portal's staff verify an account after its email address has been confirmed. */
  readonly verifiesAccounts?: boolean;
  /** A9: a sign-in that is not used for so long after its registration expires. */
  readonly unusedSignInDays?: number;
  /** A10: whom no email has reached after so many minutes should call. */
  readonly emailWithinMinutes?: number;
  /** Left out where a registration is for plans, not for an organization (A). */
  readonly association?: Association;
  /** What a signed-in person answers to link one more provider ID; left out where there are none. */
  readonly linkAccount?: { readonly title: string; readonly steps: readonly Step[] };
  /** Left out where the first person of an organization needs no proof beside the match. */
  readonly proofs?: Proofs;
  readonly waits?: readonly Wait[];
  readonly healthPlans?: HealthPlans;
  /** Left out where the portal has no orders. */
  readonly orderSearch?: OrderSearch;
  readonly notices?: readonly Notice[];
  readonly organizationDetails?: OrganizationDetails;
  /** Shown in the organization's details. */
  readonly billingAgencies?: BillingAgencies;
  readonly permissions: readonly Permission[];
  /** What a newly invited or approved user is offered first. */
  readonly defaultPermissions: readonly Permission[];
  readonly labels: PortalLabels;
}

/** A portal whose accounts are linked to organizations. */
export type AssociatingPortal = PortalDefinition & Required<Pick<PortalDefinition, 'association' | 'linkAccount'>>;

export const associates = (portal: PortalDefinition): portal is AssociatingPortal =>
  portal.association !== undefined && portal.linkAccount !== undefined;
