import { z } from 'zod';

const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

/** One line of human text: trimmed, NFC, no control, direction-override or halved characters, 1 to `max` of them. */
export const lineOfText = (max: number) =>
  z
    .string({ error: 'required' })
    .trim()
    .normalize('NFC')
    .min(1, 'required')
    .max(max, 'too_long')
    .refine((text) => !controlCharacters.test(text), 'forbidden_characters');

/** Several lines of human text: like `lineOfText`, but line breaks and tabs are welcome. */
export const paragraphOfText = (max: number) =>
  z
    .string({ error: 'required' })
    .trim()
    .normalize('NFC')
    .min(1, 'required')
    .max(max, 'too_long')
    .refine((text) => !controlCharacters.test(text.replaceAll(/[\n\r\t]/gu, ' ')), 'forbidden_characters');

export const personNameSchema = lineOfText(80);
