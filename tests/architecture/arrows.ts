import { packageOf, type Import } from './imports.ts';

/** A room and the rooms that its files may import. Every room may import itself. `*` stands for all rooms of its side. */
type Arrows = Readonly<Record<string, readonly string[]>>;

interface Side {
  readonly arrows: Arrows;
  /** Folders of src-shared; all of them where this is left out. */
  readonly shared?: readonly string[];
  /** Packages, `node:` for Node's own; a name that ends in `/` stands for everything of that scope. */
  readonly packages: readonly string[];
}

/**
 * Who may call whom. A room is a folder directly below its side, or a file there; files that are not listed by name form
 * the room `ground`. A feature is a room of its own only in the renderer. A new folder must be entered here.
 */
const sides: Readonly<Record<string, Side>> = {
  'src-shared': {
    arrows: { ground: [], domain: ['*'], portals: ['*'], 'portal-api': ['*'], ipc: ['*'] },
    packages: ['zod'],
  },
  'src-main': {
    arrows: {
      'main.ts': ['*'],
      'start-desk.ts': ['*'],
      'open-desk.ts': ['*'],
      ipc: ['windows', 'accounts', 'orders', 'practice', 'sync', 'cache', 'vault', 'connectors', 'ground'],
      windows: ['ground'],
      practice: ['cache', 'connectors', 'ground'],
      orders: ['accounts', 'cache', 'connectors', 'ground'],
      accounts: ['sync', 'cache', 'vault', 'connectors', 'ground'],
      sync: ['cache', 'connectors', 'ground'],
      cache: ['ground'],
      vault: ['ground'],
      connectors: ['ground'],
      ground: [],
    },
    packages: ['node:', '@cantoo/pdf-lib', 'electron', 'better-sqlite3', 'keytar', 'pino', 'uuid', 'zod'],
  },
  'src-renderer': {
    arrows: {
      'main.ts': ['*'],
      app: ['features', 'components', 'lib', 'ground'],
      features: ['components', 'lib', 'ground'],
      components: ['lib', 'ground'],
      lib: ['ground'],
      ground: [],
    },
    packages: [
      'react',
      'react-dom',
      '@mantine/',
      '@tabler/',
      '@tanstack/',
      '@hookform/',
      'react-hook-form',
      'papaparse',
      'qrcode',
      'uuid',
      'zod',
      'zustand',
    ],
  },
  'src-portal': {
    arrows: {
      'server.ts': ['*'],
      'operator.ts': ['*'],
      'run-service.ts': ['*'],
      'config.ts': ['seeds', 'ground'],
      'mailbox.ts': ['mailbox', 'ground'],
      'app.ts': ['http', 'pages', 'features', 'identity', 'mail', 'jobs', 'directory', 'database', 'ground'],
      'job-handlers.ts': ['features', 'identity', 'mail', 'jobs', 'directory', 'database', 'ground'],
      operator: ['config.ts', 'features', 'identity', 'mail', 'jobs', 'directory', 'database', 'ground'],
      seeds: ['features', 'identity', 'mail', 'jobs', 'directory', 'database', 'ground'],
      mailbox: ['pages', 'ground'],
      features: ['http', 'pages', 'identity', 'mail', 'jobs', 'directory', 'database', 'ground'],
      http: ['identity', 'ground'],
      identity: ['mail', 'jobs', 'pages', 'database', 'ground'],
      mail: ['jobs', 'pages', 'database', 'ground'],
      jobs: ['database', 'ground'],
      directory: ['database', 'ground'],
      pages: ['ground'],
      database: ['ground'],
      ground: ['database'],
    },
    shared: ['ground', 'domain', 'portals', 'portal-api'],
    packages: [
      'node:',
      '@cantoo/pdf-lib',
      '@electric-sql/pglite',
      '@node-rs/argon2',
      'fastify',
      'kysely',
      'mailparser',
      'nodemailer',
      'otpauth',
      'pg',
      'pino',
      'smtp-server',
      'uuid',
      'zod',
    ],
  },
};

/** The preload runs in the page's process: it may know the contract and nothing else. */
const preload: Side = { arrows: { 'preload.ts': [] }, shared: ['ipc'], packages: ['electron'] };

/** What the window takes of the contract beside types: its schemas would be built at each start. */
const windowsOwn: readonly string[] = ['src-shared/ipc/draft-keys.ts', 'src-shared/ipc/window.ts'];

/** Packages that only one room may touch. */
const keepers: Readonly<Record<string, string>> = { 'better-sqlite3': 'src-main/cache', keytar: 'src-main/vault' };

/** Why an import may not be, or null. */
export function refusal(made: Import): string | null {
  const side = sideOf(made.from);
  if (side === undefined) return `${made.from} belongs to no side`;
  if (made.file === null) return packageRefusal(made, side);
  const [fromSide = ''] = made.from.split('/');
  const [toSide = ''] = made.file.split('/');
  // for the version alone, which packaging reads from there too
  if (made.file === 'package.json' && fromSide !== 'src-shared') return null;
  if (toSide === fromSide) return roomRefusal(made.from, made.file, side);
  if (toSide !== 'src-shared') return `${fromSide} may not import ${toSide}`;
  const room = roomOf(made.file, sides['src-shared']);
  if (fromSide === 'src-renderer' && room === 'ipc' && !made.isTypeOnly && !windowsOwn.includes(made.file)) {
    return `src-renderer takes only types of ${made.file}`;
  }
  return side.shared === undefined || side.shared.includes(room)
    ? null
    : `${fromSide} may not import src-shared/${room}`;
}

function packageRefusal({ from, specifier }: Import, { packages }: Side): string | null {
  const name = packageOf(specifier);
  if (!packages.some((allowed) => (allowed.endsWith('/') ? name.startsWith(allowed) : name === allowed))) {
    return `${name} may not be imported here`;
  }
  const keeper = keepers[name];
  return keeper === undefined || from.startsWith(`${keeper}/`) ? null : `${name} may be imported in ${keeper} only`;
}

function roomRefusal(from: string, to: string, side: Side): string | null {
  const [fromRoom, toRoom] = [roomOf(from, side), roomOf(to, side)];
  const allowed = side.arrows[fromRoom];
  if (allowed === undefined) return `the table of arrows has no room ${fromRoom}`;
  if (from.startsWith('src-renderer/features/') && toRoom === fromRoom) {
    return featureOf(from) === featureOf(to) ? null : 'a feature may not import another feature';
  }
  return fromRoom === toRoom || allowed.includes('*') || allowed.includes(toRoom)
    ? null
    : `${fromRoom} may not import ${toRoom}`;
}

const sideOf = (file: string): Side | undefined =>
  file === 'src-main/preload.ts' ? preload : sides[file.split('/')[0] ?? ''];

function roomOf(file: string, side: Side | undefined): string {
  const [, first = '', ...deeper] = file.split('/');
  if (deeper.length > 0) return first;
  return side !== undefined && first in side.arrows ? first : 'ground';
}

const featureOf = (file: string): string => file.split('/')[2] ?? '';
