import { z } from 'zod';

/** Capitals and digits of which none is taken for another one: no B and 8, I and 1, O and 0, S and 5, Z and 2. */
export const pinAlphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';
export const pinLength = 8;

/** A mailed PIN as somebody copies it from a letter (D8): spaces and dashes do not matter, nor do capitals. */
export const pinSchema = z
  .string({ error: 'required' })
  .max(64, 'too_long')
  .transform((typed) => typed.replaceAll(/[\s-]/gu, '').toUpperCase())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(new RegExp(`^[A-Z0-9]{${String(pinLength)}}$`, 'u'), 'pin_format'),
  );

/** As it is printed: `ACDE-FGHJ`. */
export const formatPin = (pin: string): string => `${pin.slice(0, pinLength / 2)}-${pin.slice(pinLength / 2)}`;
