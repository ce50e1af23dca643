import { importedUserSchema, mostImported, type ImportedUser } from '../../../src-shared/domain/kept-by-hand.ts';
import { permissions, type Permission, type Role } from '../../../src-shared/domain/permissions.ts';
import type { UserStatus } from '../../../src-shared/domain/statuses.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { permissionTexts } from '../../lib/access-texts.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { formatCount } from '../../lib/format.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';

export interface CsvProblem {
  readonly line: number;
  readonly reason: string;
}

export interface CsvUsers {
  readonly users: readonly { readonly line: number; readonly user: ImportedUser }[];
  readonly problems: readonly CsvProblem[];
}

export interface CsvTask {
  /** The permissions of the portal, and what a user has where the file does not say. */
  readonly offered: readonly Permission[];
  readonly standard: readonly Permission[];
}

const columns = ['email', 'name', 'first name', 'last name', 'role', 'permissions', 'status'] as const;
type Column = (typeof columns)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

/** More letters than the most rows of a sensible length have. */
const longestText = 10_000_000;

/**
 * Reads the columns of C13: Email, Name (or First Name and Last Name), Role, Permissions, Status, in any order and any
 * capitals; others are passed over. Every row that cannot be taken is told with its line and the reason.
 */
export function readUsersCsv(text: string, task: CsvTask): CsvUsers {
  if (text.length > longestText) return onlyProblem('The file is too large.');
  const [header, ...rows] = csvRows(text, mostImported + 2);
  if (header === undefined) return onlyProblem('The file is empty.');
  const names = header.cells.map(columnOf);
  const missing = missingColumn(names);
  if (missing !== null) return onlyProblem(missing, header.line);
  if (rows.length > mostImported) return onlyProblem(`The file has more than ${formatCount(mostImported)} rows.`);
  const users: { line: number; user: ImportedUser }[] = [];
  const problems: CsvProblem[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, names, task);
    const earlier = read.ok ? lines.get(read.value.email) : undefined;
    if (!read.ok) problems.push({ line: row.line, reason: read.error });
    else if (earlier === undefined) {
      lines.set(read.value.email, row.line);
      users.push({ line: row.line, user: read.value });
    } else problems.push({ line: row.line, reason: `Email: the same as in line ${String(earlier)}.` });
  }
  return { users, problems };
}

const onlyProblem = (reason: string, line = 1): CsvUsers => ({ users: [], problems: [{ line, reason }] });

const folded = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\s_-]+/gu, ' ')
    .toLowerCase();

const columnOf = (name: string): Column | null => columns.find((column) => column === folded(name)) ?? null;

function missingColumn(names: readonly (Column | null)[]): string | null {
  if (!names.includes('email')) return 'There is no column “Email”.';
  const isNamed = names.includes('name') || (names.includes('first name') && names.includes('last name'));
  if (!isNamed) return 'There is no column “Name”, nor “First Name” and “Last Name”.';
  const twice = names.find((name, place) => name !== null && names.indexOf(name) !== place);
  return twice === undefined || twice === null ? null : `The column “${twice}” is there twice.`;
}

function readRow(
  { cells, isBroken }: CsvRow,
  names: readonly (Column | null)[],
  task: CsvTask,
): Result<ImportedUser, string> {
  if (isBroken) return fail('The quotation marks do not match.');
  if (cells.length > names.length)
    return fail('There are more fields than columns. Put a field with a comma in quotation marks.');
  const at: Cells = Object.fromEntries(
    names.flatMap((name, place) => (name === null ? [] : [[name, cells[place] ?? '']])),
  );
  const name = nameIn(at);
  if (!name.ok) return name;
  const role = roleIn(at.role ?? '');
  if (!role.ok) return role;
  const status = statusIn(at.status ?? '');
  if (!status.ok) return status;
  const held = permissionsIn(at.permissions, task);
  if (!held.ok) return held;
  const parsed = importedUserSchema.safeParse({
    email: at.email ?? '',
    ...name.value,
    role: role.value,
    permissions: held.value,
    status: status.value,
  });
  if (parsed.success) return ok(parsed.data);
  return fail(
    fieldProblems(parsed.error)
      .map(({ path, code }) => `${labels[path.split('.')[0] ?? ''] ?? 'Row'}: ${fieldText(code)}`)
      .join(' '),
  );
}

const labels: Readonly<Record<string, string>> = {
  email: 'Email',
  firstName: 'First Name',
  lastName: 'Last Name',
  role: 'Role',
  permissions: 'Permissions',
  status: 'Status',
};

type Name = Pick<ImportedUser, 'firstName' | 'lastName'>;

/** `Anna Berg`, or `Berg, Anna`; of several words the last is the last name. */
function nameIn(at: Cells): Result<Name, string> {
  const [first = '', last = ''] = [at['first name'], at['last name']];
  if (first.trim() !== '' || last.trim() !== '') return ok({ firstName: first, lastName: last });
  const whole = (at.name ?? '').trim();
  const [before = '', after] = whole.split(',', 2);
  if (after !== undefined) return ok({ firstName: after, lastName: before });
  const words = whole.split(/\s+/u);
  const lastWord = words.pop() ?? '';
  return words.length === 0
    ? fail('Name: write the first name and the last name.')
    : ok({ firstName: words.join(' '), lastName: lastWord });
}

const roles: Readonly<Record<string, Role>> = {
  administrator: 'administrator',
  admin: 'administrator',
  user: 'user',
  '': 'user',
};

function roleIn(cell: string): Result<Role, string> {
  const role = Object.hasOwn(roles, folded(cell)) ? roles[folded(cell)] : undefined;
  return role === undefined ? fail('Role: write Administrator or User.') : ok(role);
}

const statuses: Readonly<Record<string, UserStatus>> = {
  active: 'active',
  pending: 'pending',
  revoked: 'revoked',
  '': 'active',
};

function statusIn(cell: string): Result<UserStatus, string> {
  const status = Object.hasOwn(statuses, folded(cell)) ? statuses[folded(cell)] : undefined;
  return status === undefined ? fail('Status: write Active, Pending or Revoked.') : ok(status);
}

/** Names of permissions between commas, semicolons or bars; `All`, `All permissions`, or `None`. */
function permissionsIn(cell: string | undefined, { offered, standard }: CsvTask): Result<Permission[], string> {
  const text = folded(cell ?? '');
  if (text === '') return ok([...standard]);
  if (text === 'none') return ok([]);
  if (text === 'all' || text === 'all permissions') return ok([...offered]);
  const named = text
    .split(/[,;|/]/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const unknown = named.find((name) => permissionOf(name) === undefined);
  if (unknown !== undefined) return fail(`Permissions: there is none called “${unknown.slice(0, 40)}”.`);
  const held = named.flatMap((name) => permissionOf(name) ?? []);
  const foreign = held.find((permission) => !offered.includes(permission));
  return foreign === undefined ? ok(held) : fail(`Permissions: this portal has no “${permissionTexts[foreign]}”.`);
}

const permissionOf = (name: string): Permission | undefined =>
  permissions.find((permission) => folded(permissionTexts[permission]) === name || folded(permission) === name);
