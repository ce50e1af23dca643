import type { FieldKind } from '../../../src-shared/portals/definition.ts';

interface InputTraits {
  readonly autoComplete: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly spellCheck: boolean;
}

/** What keyboards and password managers are told about a field. */
export function inputTraits(kind: FieldKind): InputTraits {
  switch (kind) {
    case 'email':
      return { autoComplete: 'email', inputMode: 'email', spellCheck: false };
    case 'phone':
      return { autoComplete: 'tel', inputMode: 'tel', spellCheck: false };
    case 'fax':
      return { autoComplete: 'fax tel', inputMode: 'tel', spellCheck: false };
    case 'new-password':
    case 'password-again':
      return { autoComplete: 'new-password', spellCheck: false };
    case 'username':
      return { autoComplete: 'username', spellCheck: false };
    case 'zip':
    case 'tax-id':
    case 'npi':
      return { autoComplete: 'off', inputMode: 'numeric', spellCheck: false };
    default:
      return { autoComplete: 'off', spellCheck: false };
  }
}
