import { pinAlphabet, pinLength } from '../../../src-shared/domain/mailed-pin.ts';
import type { Chance, PortalContext } from '../../context.ts';
import { keyedHash } from '../../seal.ts';

/** Eight characters, each as likely as another: draws that would favor the first ones are drawn again. */
export function newPin(chance: Pick<Chance, 'randomBytes'>): string {
  const fair = Math.floor(256 / pinAlphabet.length) * pinAlphabet.length;
  let pin = '';
  while (pin.length < pinLength) {
    for (const draw of chance.randomBytes(pinLength))
      if (draw < fair && pin.length < pinLength) pin += pinAlphabet.charAt(draw % pinAlphabet.length);
  }
  return pin;
}

/** Keyed, and bound to its membership: a row that leaks is no PIN, and serves nowhere else. */
export const hashPin = (context: Pick<PortalContext, 'settings'>, membershipId: string, pin: string): string =>
  keyedHash(context, 'mailed-pin', membershipId, pin);
