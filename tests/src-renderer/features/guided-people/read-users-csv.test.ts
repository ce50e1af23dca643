import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../../src-renderer/features/guided-people/decode-file.ts';
import { readUsersCsv, type CsvTask } from '../../../../src-renderer/features/guided-people/read-users-csv.ts';

const task: CsvTask = {
  offered: ['eligibility', 'claims-status', 'manage-users'],
  standard: ['eligibility'],
};
const read = (text: string) => readUsersCsv(text, task);
const header = 'Email,Name,Role,Permissions,Status';
const good = { email: 'ana@example.com', firstName: 'Ana', lastName: 'Berg', role: 'user', status: 'active' };

describe('a file of users', () => {
  it.each([
    ['commas', `${header}\nana@example.com,Ana Berg,User,Eligibility,Active`],
    ['semicolons', 'Email;Name;Role;Permissions;Status\nana@example.com;Ana Berg;User;Eligibility;Active'],
    ['tabs', 'Email\tName\tRole\tPermissions\tStatus\nana@example.com\tAna Berg\tUser\tEligibility\tActive'],
    ['a byte order mark', `\uFEFF${header}\nana@example.com,Ana Berg,User,Eligibility,Active`],
    ['Windows’ line ends', `${header}\r\nana@example.com,Ana Berg,User,Eligibility,Active\r\n`],
    ['an old Mac’s line ends', `${header}\rana@example.com,Ana Berg,User,Eligibility,Active\r`],
    [
      'quoted fields',
      `"Email","Name","Role","Permissions","Status"\n"ana@example.com","Berg, Ana","User","Eligibility","Active"`,
    ],
    [
      'capitals and another order',
      'STATUS,pErMissions,ROLE,NAME,e-mail,EMAIL\nACTIVE,ELIGIBILITY,USER,Ana Berg,x,Ana@Example.com',
    ],
    [
      'first and last names',
      'Email,First Name,Last_Name,Role,Permissions,Status\nana@example.com,Ana,Berg,user,eligibility,active',
    ],
    ['columns of its own', 'Nr,Email,Name,Shoe size\n1,ana@example.com,Ana Berg,39'],
    ['empty lines', `\n\n${header}\n\n,,,,\nana@example.com,Ana Berg,,,\n\n`],
    ['short rows', `${header}\nana@example.com,Ana Berg`],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({ users: [{ user: { ...good, permissions: ['eligibility'] } }], problems: [] });
  });

  it.each([
    ['Claims status; eligibility', ['eligibility', 'claims-status']],
    ['claims-status|ELIGIBILITY', ['eligibility', 'claims-status']],
    ['All permissions', ['eligibility', 'claims-status', 'manage-users']],
    ['none', []],
    ['', ['eligibility']],
  ])('understands the permissions %j', (cell, permissions) => {
    expect(read(`${header}\na@example.com,Ana Berg,User,"${cell}",Active`).users[0]?.user.permissions).toEqual(
      permissions,
    );
  });

  it.each([
    ['no address', ',Ana Berg,User,,Active', /Email: This field is required/u],
    ['no email address', 'ana,Ana Berg,User,,Active', /Email: Enter an email address/u],
    ['one word for a name', 'a@example.com,Ana,User,,Active', /Name: write the first name and the last name/u],
    ['a name that is too long', `a@example.com,${'x'.repeat(81)} Berg,User,,Active`, /First Name: This is too long/u],
    ['characters that turn a text round', 'a@example.com,Ana\u202E Berg,User,,Active', /First Name: This contains/u],
    ['an unknown role', 'a@example.com,Ana Berg,Chief,,Active', /Role: write Administrator or User/u],
    ['the name of a method for a role', 'a@example.com,Ana Berg,constructor,,Active', /Role: write/u],
    ['an unknown status', 'a@example.com,Ana Berg,User,,Gone', /Status: write Active, Pending or Revoked/u],
    ['an unknown permission', 'a@example.com,Ana Berg,User,Fly,Active', /there is none called “fly”/u],
    [
      'a permission that the portal lacks',
      'a@example.com,Ana Berg,User,Remittances,Active',
      /this portal has no “Remittances”/u,
    ],
    ['too many fields', 'a@example.com,Berg, Ana,User,,Active', /more fields than columns/u],
    ['quotation marks that do not end', 'a@example.com,"Ana Berg,User,,Active', /quotation marks do not match/u],
  ])('tells line and reason of a row with %s, and takes the others before it', (_, row, reason) => {
    const { users, problems } = read(`${header}\nok@example.com,Olga King,User,,Active\n${row}`);
    expect(users.map(({ line }) => line)).toEqual([2]);
    expect(problems).toEqual([{ line: 3, reason: expect.stringMatching(reason) as string }]);
  });

  it('counts lines as an editor does, also behind a field of several lines', () => {
    const { users, problems } = read(`${header}\n"a@example.com","Ana\nBerg",User,,Active\n\nbad,B C,User,,Active\n`);
    expect([...users, ...problems].map(({ line }) => line)).toEqual([2, 5]);
  });

  it('tells an address that is there twice, whatever its capitals', () => {
    const { users, problems } = read(`${header}\na@example.com,A B,,,\nA@EXAMPLE.com,C D,,,`);
    expect(users).toHaveLength(1);
    expect(problems).toEqual([{ line: 3, reason: 'Email: the same as in line 2.' }]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n\n', 'The file is empty.'],
    ['Name,Role\nAna Berg,User', 'There is no column “Email”.'],
    ['Email,First Name\na@example.com,Ana', 'There is no column “Name”, nor “First Name” and “Last Name”.'],
    ['Email,Name,EMAIL\na,b,c', 'The column “email” is there twice.'],
    ['x'.repeat(10_000_001), 'The file is too large.'],
  ])('that is none is told as a whole: %#', (text, reason) => {
    expect(read(text)).toEqual({ users: [], problems: [{ line: expect.any(Number) as number, reason }] });
  });

  it('takes formulas and markup for what they are: text that is checked and shown as text', () => {
    const { users, problems } = read(
      `${header}\n=1+1@example.com,<b>Ana</b> Berg,User,,Active\n=cmd|' /C calc'!A0,A B,,,`,
    );
    expect(users[0]?.user.firstName ?? problems[0]?.reason).toBeDefined();
    expect(users.length + problems.length).toBe(2);
  });

  it('is read in bounded time: 10,000 rows, and 20,000 are the most', () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `user${String(n)}@example.com,Uma User${String(n)},User,Eligibility,Active`,
      );
    const began = performance.now();
    expect(read([header, ...rows(10_000)].join('\n')).users).toHaveLength(10_000);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(read([header, ...rows(20_001)].join('\n')).problems[0]?.reason).toBe('The file has more than 20,000 rows.');
  });

  it('survives a megabyte of quotation marks', () => {
    const began = performance.now();
    const { users, problems } = read(`${header}\n${'"'.repeat(1_000_001)}`);
    expect(users).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the letters of a file', () => {
  const inès = 'Inès';
  const letters = Array.from(inès, (letter) => letter.charCodeAt(0));
  it.each([
    ['UTF-8', new TextEncoder().encode(inès)],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, ...letters.flatMap((letter) => [letter, 0])])],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, ...letters.flatMap((letter) => [0, letter])])],
    ['Windows’ Western letters', new Uint8Array(letters)],
  ])('are understood in %s', (_, bytes) => {
    expect(decodeFile(bytes)).toBe(inès);
  });
});
