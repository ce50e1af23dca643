/** Letters that carry their accent inside, so that Unicode does not take it off. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * The form in which names are compared: letters and digits only, without case, accents, punctuation and spaces.
 * People type what stands on a letter (C3, C4), and letters are not printed in one way. [ours]
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[øłđðþßæœı]/gu, (letter) => plainLetters[letter] ?? letter);

/** Whether two names are the same to a reader; a name without any letter or digit is like no other. */
export function sameName(entered: string, listed: string): boolean {
  const folded = foldName(entered);
  return folded !== '' && folded === foldName(listed);
}
