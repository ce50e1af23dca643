import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const { scripts } = /** @type {{scripts: Record<string, string>}} */ (
  JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
);

const documents = ['.', 'docs', 'src-main', 'src-portal', 'src-renderer', 'src-shared']
  .filter((folder) => fs.existsSync(path.join(root, folder)))
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: folder !== '.' })
      .map((file) => path.join(folder, String(file)))
      .filter((file) => file.endsWith('.md')),
  );

/**
 * Everything that the pattern's first group finds in the document.
 * @param {string} document
 * @param {RegExp} pattern
 */
function mentions(document, pattern) {
  const text = fs.readFileSync(path.join(root, document), 'utf8');
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

it('there is a README', () => {
  expect(documents).toContain('README.md');
});

describe.each(documents)('%s', (document) => {
  it('names npm scripts that exist', () => {
    const named = [...mentions(document, /npm run ([a-z][\w:-]*)/g), ...mentions(document, /npm (start|test)\b/g)];
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names program files that exist', () => {
    const named = mentions(document, /((?:scripts|src-(?:main|portal|renderer|shared)|tests|docs)\/[\w./-]+\.\w+)/g);
    const isPattern = (/** @type {string} */ file) => file.includes('NAME');
    expect(named.filter((file) => !isPattern(file) && !fs.existsSync(path.join(root, file)))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = mentions(document, /\]\((?!https?:|mailto:|#)([^)#\s]+)/g);
    const folder = path.dirname(path.join(root, document));
    expect(links.filter((link) => !fs.existsSync(path.join(folder, decodeURI(link))))).toEqual([]);
  });
});
