import { AsyncEntry } from 'keytar';
import { VaultUnavailable, type SecretStore } from './secret-store.ts';
import { assertSingleLine } from './single-line.ts';

/** What the store needs of a keychain's entry. */
export type KeychainEntry = Pick<AsyncEntry, 'getPassword' | 'setPassword' | 'deleteCredential'>;

export interface KeychainOptions {
  /** Under which the system's own keychain program lists the entries. */
  readonly service: string;
  /** How long a locked keychain may wait for a person before it counts as unavailable, in milliseconds. */
  readonly timeoutMs?: number;
  /** Stands in for the system's keychain in tests of its failures. */
  readonly entry?: (service: string, name: string) => KeychainEntry;
}

/** Secrets in the operating system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux. */
export function keychainStore({ service, timeoutMs = 60_000, entry = systemEntry }: KeychainOptions): SecretStore {
  const ask = async <Answer>(name: string, question: (entry: KeychainEntry) => Promise<Answer>): Promise<Answer> => {
    try {
      return await withinTime(question(entry(service, name)), timeoutMs);
    } catch (error) {
      throw new VaultUnavailable('The keychain of this computer cannot be reached', { cause: error });
    }
  };
  return {
    get(name) {
      return ask(name, (secret) => secret.getPassword());
    },
    async set(name, secret) {
      assertSingleLine(secret);
      await ask(name, (kept) => kept.setPassword(secret));
    },
    async delete(name) {
      await ask(name, (secret) => secret.deleteCredential());
    },
  };
}

// pinned: without it a Linux without Secret Service is served from kernel memory, which a restart empties
const systemEntry = (service: string, name: string): KeychainEntry =>
  new AsyncEntry(service, name, { linux: { store: 'secret-service' } });

async function withinTime<Answer>(answer: Promise<Answer>, timeoutMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
