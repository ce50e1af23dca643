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
  | 'npi'
  | 'provider-id'
  | 'organization'
  | 'zip'
  | 'agreement';

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
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Shown, and checked, only while another field has this answer. */
  readonly visibleWhen?: { readonly field: string; readonly equals: string };
  /**
   * With the kind `organization`: the NPI field whose answer, while it is typed, the portal's directory is searched with.
   * The answer is the chosen provider's ID.
   */
  readonly matchesOf?: string;
  /** Never kept in a draft, masked in a review. */
  readonly secret?: boolean;
}

export interface Step {
  readonly id: string;
  /** Letter for letter the portal's own title of the step. */
  readonly title: string;
  readonly section?: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly fields: readonly Field[];
  readonly agreement?: Agreement;
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
}

/** What the portal's directory lists about a provider, as an answer can be compared with it. */
export type ListedFact =
  'name' | 'first-name' | 'last-name' | 'tax-id' | 'provider-id' | 'npi' | 'service' | 'postal-address';

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
  readonly registration: { readonly title: string; readonly steps: readonly Step[] };
  readonly association: Association;
  /** What a signed-in person answers to link one more provider ID. */
  readonly linkAccount: { readonly title: string; readonly steps: readonly Step[] };
  readonly permissions: readonly Permission[];
  /** What a newly invited or approved user is offered first. */
  readonly defaultPermissions: readonly Permission[];
  readonly labels: PortalLabels;
}
