import fs from 'node:fs';

/** The processes that a postmaster has started: one for each connection, and those that write. */
export function processesOf(postmaster: number): number[] {
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}
