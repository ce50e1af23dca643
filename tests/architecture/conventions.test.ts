import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaintsAboutName, complaintsAboutText, pathsOutside } from './conventions.ts';
import { filesBelow, isScript, readText, root, sourceFolders } from './source-tree.ts';

const everywhere = [...sourceFolders, 'scripts', 'tests'];
const rootFiles = fs
  .readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
  .map((entry) => entry.name);

const complaintsIn = (files: readonly string[], complaintsOf: (file: string) => readonly string[]): string[] =>
  files.flatMap((file) => complaintsOf(file).map((complaint) => `${file}: ${complaint}`));

describe('names', () => {
  it.each([
    'src-main/Cache.ts',
    'src-main/cacheOpen.ts',
    'src-shared/utils/text.ts',
    'src-renderer/lib/date-helpers.ts',
    'src-main/vault/key-manager.ts',
    'src-shared/domain/index.ts',
  ])('refuse %s', (file) => {
    expect(complaintsAboutName(file)).toHaveLength(1);
  });

  it.each(['src-shared/domain/common-passwords.ts', 'src-renderer/index.html', 'src-main/sync/README.md'])(
    'allow %s',
    (file) => {
      expect(complaintsAboutName(file)).toEqual([]);
    },
  );

  it('are right everywhere', () => {
    expect(complaintsIn(filesBelow(...everywhere), complaintsAboutName)).toEqual([]);
  });
});

describe('texts', () => {
  it.each([
    ['let count = 0;'],
    ['export default 1;'],
    ['const one = 1; export { one as default };'],
    ['export const read = (text: string): any => JSON.parse(text);'],
    ['export enum Color { Red }'],
    [`// @ts-${'ignore'}`],
    [`/* oxlint-${'disable'} */`],
    ['\n'.repeat(351)],
    ['const sql = `attach database ${file} as other`;'],
  ])('refuse %j', (text) => {
    expect(complaintsAboutText('src-main/a.ts', text)).toHaveLength(1);
  });

  it.each(sourceFolders)('are right in %s', (folder) => {
    const files = filesBelow(folder).filter(isScript);
    expect(complaintsIn(files, (file) => complaintsAboutText(file, readText(file)))).toEqual([]);
  });

  it('are right in scripts and tests', () => {
    const files = filesBelow('scripts', 'tests').filter(isScript);
    expect(complaintsIn(files, (file) => complaintsAboutText(file, readText(file)))).toEqual([]);
  });
});

describe('paths', () => {
  it('see one that leaves the project', () => {
    expect(pathsOutside('docs/a.md', `[b](../src-main/b.ts) [c](${'../'.repeat(2)}c)`)).toEqual(['../../c']);
  });

  it('never leave the project', () => {
    const files = [...filesBelow(...everywhere), ...filesBelow(...['docs'].filter((name) => fs.existsSync(name)))];
    const texts = [...files, ...rootFiles].filter((file) => !/\.(png|ico|icns|woff2)$/.test(file));
    expect(complaintsIn(texts, (file) => pathsOutside(file, readText(file)))).toEqual([]);
  });

  it('never name the folder that this checkout happens to lie in', () => {
    const files = [...filesBelow(...everywhere), ...rootFiles];
    expect(files.filter((file) => readText(file).includes(root))).toEqual([]);
  });
});
