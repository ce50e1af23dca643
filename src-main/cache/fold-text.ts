/** Latin letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};

/** Lower case without accents, as people type a name that they look for: `Łukasz Ångström` as `lukasz angstrom`. */
export const foldText = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[ßæœøđðħıłþ]/gu, (letter) => plainLetters[letter] ?? letter);

// most text is, and most of the time would go into the normal form
const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/u.test(text);

/** Runs of letters and digits. Everything else separates. */
const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Each different word of the texts once. `O'Brien` is found as `o`, `brien` and `obrien`. */
export function searchableWords(texts: readonly string[]): string[] {
  const folded = foldText(texts.join(' '));
  const joined = /['’]/u.test(folded) ? ` ${folded.replaceAll(/['’]/gu, '')}` : '';
  return [...new Set(wordsIn(folded + joined))];
}

/** More words than anybody types; the rest of an endless text is not looked at. */
const maxTerms = 12;

/**
 * What a search text looks for: the starts of words, all of which must be there. Terms that another term implies are
 * left out. Consists of letters and digits alone, whatever was typed.
 */
export function searchTerms(search: string): string[] {
  const words = [...new Set(wordsIn(foldText(search)))];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word))).slice(0, maxTerms);
}

/** Whether every term starts one of the words. */
export const matchesTerms = (words: readonly string[], terms: readonly string[]): boolean =>
  terms.every((term) => words.some((word) => word.startsWith(term)));
