import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

export const sourceFolders = ['src-shared', 'src-main', 'src-renderer', 'src-portal'] as const;

/** Every file below the folders, as paths with `/` relative to the project. */
export function filesBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .toSorted(),
  );
}

export const isScript = (file: string): boolean => /\.(ts|tsx|mts|mjs|cjs|js)$/.test(file);

export const readText = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
