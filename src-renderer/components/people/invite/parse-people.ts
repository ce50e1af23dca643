import { emailSchema } from '../../../../src-shared/domain/email.ts';
import { personNameSchema } from '../../../../src-shared/domain/text.ts';

export interface PastedPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface PastedPeople {
  readonly people: readonly PastedPerson[];
  /** As pasted, for those that name no address, or no first and last name. */
  readonly notUnderstood: readonly string[];
}

const bracketed = /^(?<name>.*?)<(?<email>[^<>]+)>$/u;

/**
 * People out of pasted text, one on a line or between semicolons: `Anna Berg <anna@example.com>`,
 * `Berg, Anna <anna@example.com>`, or `anna@example.com, Anna, Berg` with commas or tabs, in any order of email and names.
 */
export function parsePeople(text: string): PastedPeople {
  const people: PastedPerson[] = [];
  const notUnderstood: string[] = [];
  const entries = text.split(/[\r\n;]+/u).map((entry) => entry.trim());
  for (const entry of entries.filter((each) => each !== '')) {
    const person = parsePerson(entry);
    if (person === null) notUnderstood.push(entry);
    else people.push(person);
  }
  return { people, notUnderstood };
}

function parsePerson(entry: string): PastedPerson | null {
  const { name, email } = bracketed.exec(entry)?.groups ?? {};
  if (name !== undefined && email !== undefined) return checked(email, ...namesIn(name));
  const parts = entry.split(/[,\t]/u).map((part) => part.trim());
  const at = parts.findIndex((part) => part.includes('@'));
  const names = parts.filter((part, place) => place !== at && part !== '');
  return at === -1 ? null : checked(parts[at] ?? '', ...(names.length === 1 ? namesIn(names[0] ?? '') : pair(names)));
}

/** `Anna Maria Berg` is Anna Maria, Berg; `Berg, Anna` is Anna, Berg. */
function namesIn(text: string): readonly [first: string, last: string] {
  const name = text.trim().replaceAll(/^["']|["']$/gu, '');
  const [last, first] = name.split(',').map((part) => part.trim());
  if (last !== undefined && first !== undefined) return [first, last];
  const words = name.split(/\s+/u);
  return [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

const pair = (names: readonly string[]): readonly [string, string] =>
  names.length === 2 ? [names[0] ?? '', names[1] ?? ''] : ['', ''];

function checked(email: string, firstName: string, lastName: string): PastedPerson | null {
  const address = emailSchema.safeParse(email);
  const first = personNameSchema.safeParse(firstName);
  const last = personNameSchema.safeParse(lastName);
  return address.success && first.success && last.success
    ? { email: address.data, firstName: first.data, lastName: last.data }
    : null;
}
