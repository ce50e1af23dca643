import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file, of whatever kind: statement, re-export, `import()` or `import('...').Type`. */
export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** What a relative specifier points to, relative to the project; null for packages. */
  readonly file: string | null;
  /** Nothing of it is left when the program runs. */
  readonly isTypeOnly: boolean;
}

/** The imports of a file with this text. */
export function importsOf(from: string, text: string): Import[] {
  const { module, program, errors } = parseSync(from, text);
  if (errors.length > 0) throw new Error(`${from} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean): void => {
    found.push({ from, specifier, file: resolve(from, specifier), isTypeOnly });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const entry of module.staticExports.flatMap(({ entries }) => entries)) {
    if (entry.moduleRequest !== null && entry.moduleRequest !== undefined) add(entry.moduleRequest.value, entry.isType);
  }
  new Visitor({
    ImportExpression({ source }) {
      add(source.type === 'Literal' ? String(source.value) : '(computed)', false);
    },
    TSImportType({ source }) {
      add(String(source.value), true);
    },
  }).visit(program);
  return found;
}

function resolve(from: string, specifier: string): string | null {
  const [withoutQuery = ''] = specifier.split('?');
  return withoutQuery.startsWith('.') ? path.posix.join(path.posix.dirname(from), withoutQuery) : null;
}

/** The package of a specifier: `@scope/name` or `name`; Node's own modules as `node:`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
