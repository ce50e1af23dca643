import type { UserEvent } from '@testing-library/user-event';
import type { Place } from '../../../src-renderer/lib/navigation.tsx';
import type { FakeDesk, FakeWorld } from '../fake-desk.ts';

/** One state of one screen, as a person can come to see it. */
export interface Scene {
  readonly name: string;
  readonly place: Place;
  readonly world?: Partial<FakeWorld>;
  /** Arranges failures and answers before the window opens. */
  readonly arrange?: (desk: FakeDesk) => void;
  /** What the person then does, by role and name. */
  readonly play?: (person: UserEvent, desk: FakeDesk) => Promise<void>;
}
