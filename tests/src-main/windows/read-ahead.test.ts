import { expect, it, vi } from 'vitest';
import { readAhead } from '../../../src-main/windows/read-ahead.ts';

const files: Record<string, string> = {
  'index.html':
    '<link rel="modulepreload" href="./assets/a.js"><script src="./assets/b.js"></script><a href="https://x">',
  'assets/a.js': 'a',
  'assets/b.js': 'b',
  'assets/c.js': 'c',
};

const setUp = (page = 'index.html') => {
  const source = vi.fn<(name: string) => Promise<Buffer>>((name) => {
    const text = files[name];
    return text === undefined ? Promise.reject(new Error(`No ${name}`)) : Promise.resolve(Buffer.from(text));
  });
  const read = readAhead(source, page);
  return {
    source,
    names: () => source.mock.calls.map(([name]) => name),
    text: async (name: string) => String(await read(name)),
  };
};

it('reads the page and what it links to before anybody asks, and each only once', async () => {
  const { names, text } = setUp();
  await vi.waitFor(() => {
    expect(names()).toEqual(['index.html', 'assets/a.js', 'assets/b.js']);
  });
  expect(await Promise.all(['index.html', 'assets/b.js', 'assets/a.js'].map(text))).toEqual([
    files['index.html'],
    'b',
    'a',
  ]);
  expect(names()).toHaveLength(3);
});

it('reads again what is asked again, and what was not linked', async () => {
  const { names, text } = setUp();
  await text('index.html');
  await vi.waitFor(() => {
    expect(names()).toHaveLength(3);
  });
  expect(await text('index.html')).toBe(files['index.html']);
  expect(await text('assets/c.js')).toBe('c');
  expect(names().slice(3)).toEqual(['index.html', 'assets/c.js']);
});

it('leaves what cannot be read to who asks for it', async () => {
  const { text } = setUp('missing.html');
  await expect(text('missing.html')).rejects.toThrow('No missing.html');
  expect(await text('assets/a.js')).toBe('a');
});
