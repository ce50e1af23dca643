import path from 'node:path';
import { parseSync, Visitor, type Directive, type Statement } from 'oxc-parser';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const emptyNames = /(^|-)(utils?|helpers?|manager)$|^common$/;
const switchedOff = new RegExp(`@ts-(${'ignore'}|nocheck|expect-error)|(es|ox)lint-${'disable'}|prettier-${'ignore'}`);

const longestFile = 350;
// a database attached in SQL is not encrypted with the cache's key
const attach = /\battach\s+(database\b|['"?:@]|\$\{)/i;

/** What is wrong with where a file lies and how it is called. */
export function complaintsAboutName(file: string): string[] {
  const [, ...folders] = path.posix.dirname(file).split('/');
  const [name = '', ...suffixes] = path.posix.basename(file).split('.');
  const complaints = [...folders, name]
    .filter((part) => !kebabCase.test(part) && !/^(README|LICENSE)$/.test(part))
    .map((part) => `${part} is not kebab-case`);
  if ([...folders, name].some((part) => emptyNames.test(part))) complaints.push('the name says nothing');
  if (name === 'index' && suffixes.at(-1) !== 'html') complaints.push('a barrel');
  return complaints;
}

/** What is wrong with the text of a script, beyond what its types and the linter say. */
export function complaintsAboutText(file: string, text: string): string[] {
  const complaints: string[] = [];
  const lines = text.split('\n').length - 1;
  if (lines > longestFile) complaints.push(`${lines} lines`);
  if (switchedOff.test(text)) complaints.push('a check is switched off');
  if (file.startsWith('src-main/') && attach.test(text)) complaints.push('ATTACH');
  const isConfig = file.endsWith('.config.ts');
  const { program, module } = parseSync(file, text);
  const exported = module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName));
  if (!isConfig && exported.some(({ kind, name }) => String(kind) === 'Default' || name === 'default')) {
    complaints.push('a default export');
  }
  if (file.startsWith('src-') && program.body.some(isMutableState)) complaints.push('module-level state that changes');
  new Visitor({
    TSAnyKeyword() {
      complaints.push('any');
    },
    TSEnumDeclaration() {
      complaints.push('an enum');
    },
  }).visit(program);
  return complaints;
}

function isMutableState(statement: Directive | Statement): boolean {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declared?.type === 'VariableDeclaration' && (declared.kind === 'let' || declared.kind === 'var');
}

/** Relative paths, in imports or in any other string, that leave the project. */
export function pathsOutside(file: string, text: string): string[] {
  return [...text.matchAll(/['"`\s(](\.\.\/(?:\.\.\/)*[\w-][\w./-]*)/g)]
    .map((match) => match[1] ?? '')
    .filter((relative) => path.posix.join(path.posix.dirname(file), relative).startsWith('../'));
}
