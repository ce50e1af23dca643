/**
 * What cannot be bundled: native addons and PGlite's WebAssembly. These alone are `dependencies` in package.json;
 * everything else is bundled and therefore a devDependency.
 */
export const unbundled = [
  /^better-sqlite3(\/|$)/,
  /^keytar(\/|$)/,
  /^@node-rs\/argon2(\/|$)/,
  /^@electric-sql\/pglite(\/|$)/,
  'pg-native',
];
