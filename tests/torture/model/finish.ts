import { myAccount } from './practices.ts';
import { signIn } from './world-steps.ts';
import type { World } from './world.ts';

/** Longer than any backoff. */
const longestPauseMs = 61_000;

/** The line comes back for good, whoever is signed out signs in, and everything that was to be sent and told is. */
export async function finish(world: World): Promise<void> {
  const { wire, time } = world;
  wire.armed.length = 0;
  wire.setOnline(true);
  wire.release('through');
  wire.deliverStragglers();
  await world.settle();
  if (world.badge().phase === 'offline') await time.pass(longestPauseMs, world.settle);
  // that its session has ended a desk may learn only now
  for (let asked = 0; asked < 2; asked += 1) {
    if (!world.isSignedIn()) await signIn(world);
    world.desk.accounts.syncNow(myAccount.id);
    await world.settle();
  }
}
