/**
 * A number as it is compared: capitals, and neither spaces, punctuation nor leading zeros. `00-12 ab` and `12AB` are the
 * same; what is left of nothing but zeros is one zero. [ours]
 */
export const numberKey = (number: string): string => {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain.replace(/^0+(?=.)/u, '');
};

/** A number without any letter or digit is like no other. */
export const sameNumber = (entered: string, known: string): boolean => {
  const key = numberKey(entered);
  return key !== '' && key === numberKey(known);
};
