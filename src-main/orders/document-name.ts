import path from 'node:path';
import { documentNameSchema } from '../../src-shared/domain/order-document.ts';

const longest = 120;

/** How the portal is told that the file is called: its name without the folder, harmless whatever the file system allows. */
export function documentName(file: string): string {
  const { name, ext } = path.parse(file.replaceAll('\\', '/'));
  const clean = (text: string): string =>
    text
      .normalize('NFC')
      .replaceAll(/[\p{C}\u2028\u2029\\/:*?"<>|]/gu, '_')
      .replace(/^\.+/u, '');
  const ending = Array.from(clean(ext.slice(1)), String)
    .slice(0, 10)
    .join('');
  const room = longest - ending.length - 1;
  let stem = '';
  // whole characters only
  for (const character of clean(name)) if (stem.length + character.length <= room) stem += character;
  const whole = `${stem.trim() === '' ? 'document' : stem.trim()}${ending === '' ? '' : `.${ending}`}`;
  return documentNameSchema.safeParse(whole).data ?? 'document';
}
