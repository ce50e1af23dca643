/** What an answer is, for the test's name, and the answer. */
export type Named<Value = unknown> = readonly [what: string, value: Value];

/** Characters that hide, turn round or break a text: no field that is shown to people takes them. */
export const unreadable: readonly Named<string>[] = [
  ['a NUL', 'a\u0000b'],
  ['an escape sequence', 'a\u001b[31mb'],
  ['a line break', 'a\nb'],
  ['a C1 control', 'a\u0085b'],
  ['a right-to-left override', 'a\u202Eb'],
  ['a direction isolate', 'a\u2066b'],
  ['a line separator', 'a\u2028b'],
  ['half of a surrogate pair', 'a\uD83Db'],
  ['the other half alone', 'a\uDE00b'],
];

/** Unusual, and still text. */
export const freeText: readonly Named<string>[] = [
  ['markup', '<script>alert("1")</script>'],
  ['an attribute', '" onfocus="alert(1)" x="'],
  ['SQL', `Robert'); DROP TABLE account; --`],
  ['a template', '${7*7}{{7*7}}%s%n'],
  ['a path', '../../etc/passwd'],
  ['emoji', '👩🏽‍⚕️🏥'],
  ['a combining character', 'Zoe\u0308'],
  ['many combining characters', `Z${'\u0351\u0323'.repeat(20)}`],
  ['the name of a prototype', '__proto__'],
];
