/**
 * Throws unless the secret is one line of text with at least one character: some keychains lose a whole collection
 * over a line break. The message never carries the secret.
 */
export function assertSingleLine(secret: string): void {
  if (!/^[^\p{Cc}\u2028\u2029]+$/u.test(secret)) throw new Error('A secret must be one line of text');
}
