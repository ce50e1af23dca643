import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import type { Caller } from '../../../src-portal/handler.ts';
import { runOperator } from '../../../src-portal/operator/run-operator.ts';
import { wachusettPediatricGroup } from '../../../src-portal/seeds/provider-central-directory.ts';
import { associationsOf, numbersOf, type Associations } from '../features/associations.ts';
import { pdfText } from '../pdf-text.ts';
import { seededService, type SeededService } from '../seeded-service.ts';
import { openTestDatabase } from '../test-database.ts';

let opened: OpenDatabase;
let service: SeededService;
let associations: Associations;
let noor: Caller;
let linkedId: string;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
  associations = associationsOf(service);
  noor = await associations.addCaller();
  const linked = await associations.link(noor, {
    ...numbersOf(wachusettPediatricGroup),
    associationRoute: 'mailed-pin',
  });
  if (!linked.ok) throw new Error(linked.error.code);
  linkedId = linked.value.id;
});
afterAll(() => opened.close());

async function run(...line: string[]) {
  const said: string[] = [];
  const files = new Map<string, Uint8Array>();
  const code = await runOperator([...line, '--portal', 'provider-central'], {
    open: () => Promise.resolve({ ok: true, value: { context: service.context, close: () => Promise.resolve() } }),
    writeFile: (path, content) => files.set(path, content),
    out: (text) => said.push(text),
    complain: (text) => said.push(text),
  });
  return { code, said: said.join('\n'), files };
}

const letters = async () =>
  (JSON.parse((await run('list-waiting', '--json')).said) as { pinLetters: { linkedAccountId: string }[] }).pinLetters;

describe('PIN letters (D8)', () => {
  it('are listed as long as nobody has printed them', async () => {
    expect(await letters()).toEqual([
      {
        linkedAccountId: linkedId,
        name: 'Noor Haddad',
        email: noor.email,
        provider: 'M40349 Wachusett Pediatric Group',
        address: '15 Highland Street, Worcester, MA',
        requestedAt: service.chance.now().toISOString(),
      },
    ]);
    await run('print-pin-letter', linkedId, '--out', 'letter.pdf');
    expect(await letters()).toEqual([]);
    await associations.requestPin(noor, linkedId);
    expect(await letters()).toHaveLength(1);
  });

  it('hold the PIN that the person enters, and the report does not', async () => {
    const { code, said, files } = await run('print-pin-letter', linkedId, '--out', 'letter.pdf', '--json');
    expect(code).toBe(0);
    const text = pdfText(files.get('letter.pdf') ?? new Uint8Array());
    expect(text).toContain('Attention: Noor Haddad');
    expect(text).toContain('Worcester, MA 01609');
    const pin = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/mu.exec(text)?.[0] ?? '';
    expect(said).not.toContain(pin);
    expect(await associations.enterPin(noor, linkedId, pin.replace('-', ''))).toMatchObject({ ok: true });
  });

  it('leave an audit row that names who printed, and no PIN', async () => {
    await run('print-pin-letter', linkedId, '--out', 'letter.pdf');
    const row = await service.context.database
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'print-pin-letter')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actor: 'Provider Central support', subject_id: linkedId });
    expect(JSON.stringify(row)).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}"/u);
  });

  it.each([
    [['print-pin-letter', 'x', '--out', 'a.pdf'], 1, 'x is no linked account'],
    [['print-pin-letter', '01950000-0000-7000-8000-000000000009', '--out', 'a.pdf'], 1, 'that waits for a PIN'],
    [['print-pin-letter', '01950000-0000-7000-8000-000000000009'], 2, 'print-pin-letter wants --out FILE.pdf'],
    [['list-waiting', '--out', 'a.pdf'], 2, 'list-waiting makes no file'],
  ])('%j is refused', async (line, exit, complaint) => {
    const { code, said, files } = await run(...line);
    expect([code, files.size]).toEqual([exit, 0]);
    expect(said).toContain(complaint);
  });
});
