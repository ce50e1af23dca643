import { expect, it } from 'vitest';
import { eventNames, procedureNames } from '../../../src-shared/ipc/bridge.ts';
import { events, procedures } from '../../../src-shared/ipc/contract.ts';

it('the preload script knows every procedure and every event, and no other', () => {
  expect(Object.keys(procedureNames).toSorted()).toEqual(Object.keys(procedures).toSorted());
  expect(Object.keys(eventNames).toSorted()).toEqual(Object.keys(events).toSorted());
});
