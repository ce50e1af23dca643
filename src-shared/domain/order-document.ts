import { z } from 'zod';
import { lineOfText } from './text.ts';

/** What an order's document may be (E8). */
export const documentTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** How each type's files begin, as bytes. A TIFF file says first in which order its bytes stand. */
const beginnings: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What the content is, whatever its file is called; null for anything else. */
export const documentTypeOf = (content: Uint8Array): DocumentType | null =>
  beginnings.find(([, bytes]) => bytes.every((byte, place) => content[place] === byte))?.[0] ?? null;

/** The name of a file without its folder: one line, and nothing that means something to a file system. */
export const documentNameSchema = lineOfText(120).refine(
  (name) => !/[\\/:*?"<>|]/u.test(name) && !name.startsWith('.'),
  'forbidden_characters',
);

/** A SHA-256 as 64 hex digits. */
export const sha256Schema = z.string({ error: 'required' }).regex(/^[0-9a-f]{64}$/u, 'invalid_format');

/** The bytes of one part of an upload: as base64 in a body of JSON they fit the service's limit of 1 MiB. */
export const partBytes = 512 * 1024;
