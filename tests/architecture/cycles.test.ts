import { expect, it } from 'vitest';
import { cyclesAmong } from './cycles.ts';
import { importsOf } from './imports.ts';
import { filesBelow, isScript, readText, sourceFolders } from './source-tree.ts';

it('finds a circle of three files', () => {
  const imports = [
    ...importsOf('a.ts', `import { b } from './b.ts';`),
    ...importsOf('b.ts', `export { c } from './c.ts';`),
    ...importsOf('c.ts', `import { a } from './a.ts';`),
  ];
  expect(cyclesAmong(imports)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
});

it('lets files know of each other by type', () => {
  const imports = [
    ...importsOf('a.ts', `import { b } from './b.ts';`),
    ...importsOf('b.ts', `import type { A } from './a.ts'; import { type B } from './a.ts';`),
  ];
  expect(cyclesAmong(imports)).toEqual([]);
});

it('finds none in the sources and scripts', () => {
  const files = filesBelow(...sourceFolders, 'scripts').filter(isScript);
  expect(cyclesAmong(files.flatMap((file) => importsOf(file, readText(file))))).toEqual([]);
});
