import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig, usage } from '../../src-portal/config.ts';
import { operatorCommands } from '../../src-portal/operator/operator-commands.ts';

const page = readFileSync(new URL('../../docs/service.md', import.meta.url), 'utf8');
/** What the page's tables explain: the code that a row begins with. */
const documented = Array.from(page.matchAll(/^\| `([^`]+)` \|/gmu), ([, code]) => code ?? '');
const documentedVariables = documented.filter((code) => /^[A-Z_]+$/u.test(code)).toSorted();

const [usageOfFlags = '', usageOfVariables = ''] = usage.split('Environment: ');
const variables = Array.from(usageOfVariables.matchAll(/\b[A-Z][A-Z_]+\b(?=[ ,])/gu), ([name]) => name).toSorted();

test('every flag of the service is explained, and no other', () => {
  const flags = Array.from(usageOfFlags.matchAll(/^ {2}(--\S+(?: [A-Z]+)?) /gmu), ([, flag]) => flag);
  expect(flags).toHaveLength(4);
  expect(documented.filter((code) => code.startsWith('--'))).toEqual(flags);
});

test('each explained flag is taken', () => {
  const values: Readonly<Record<string, string>> = { N: '0', DIR: '/srv/portal', NAME: 'demo' };
  for (const flag of documented.filter((code) => code.startsWith('--'))) {
    const [name = '', value] = flag.split(' ');
    expect(readConfig(value === undefined ? [name] : [name, values[value] ?? ''], {})).toMatchObject({ ok: true });
  }
});

test('every variable of the help is explained, and no other', () => {
  expect(documentedVariables).toEqual(variables);
});

test('every variable that is read is explained', () => {
  const read = new Set(['LOG_LEVEL']);
  readConfig(
    [],
    new Proxy<Record<string, string | undefined>>(
      {},
      {
        get(_environment, name) {
          read.add(String(name));
          return undefined;
        },
      },
    ),
  );
  expect(documentedVariables).toEqual([...read].toSorted());
});

test('every command of the operator is explained, and no other', () => {
  const commands = operatorCommands.map(({ name, subject, makes }) =>
    [name, subject, makes === undefined ? null : `--out ${makes}`].filter((part) => part !== null).join(' '),
  );
  expect(documented.filter((code) => /^[a-z]/u.test(code))).toEqual(commands);
});
