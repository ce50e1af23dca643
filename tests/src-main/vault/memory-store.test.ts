import { describe } from 'vitest';
import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import { secretStoreContract } from './secret-store-contract.ts';

describe('the store in memory', () => {
  secretStoreContract(memoryStore);
});
