import { useState } from 'react';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import type { PagedRows } from '../../components/people/use-paged-rows.ts';
import { isOpen } from './request-rules.ts';

export interface CurrentRequest {
  /** Null while none is loaded. */
  readonly request: AccessRequestRow | null;
  readonly index: number;
  readonly goTo: (index: number) => void;
  /** To the next one that is not decided, below it or else above it; stays when there is none on the loaded pages. */
  readonly goToNextOpen: () => void;
}

const searchedAround = 100;

/** Which request the details are about. It stays the same one while the list around it changes. */
export function useCurrentRequest({ rowAt, total }: PagedRows<AccessRequestRow>): CurrentRequest {
  const [place, setPlace] = useState<{ id: string | null; index: number }>({ id: null, index: 0 });
  const index = indexOf(place, rowAt, total);
  const request = rowAt(index) ?? null;

  const goTo = (to: number) => {
    const within = Math.max(0, Math.min(to, total - 1));
    setPlace({ id: rowAt(within)?.id ?? null, index: within });
  };
  const goToNextOpen = () => {
    const around = Array.from({ length: searchedAround }, (_, step) => step + 1);
    const next = [...around.map((step) => index + step), ...around.map((step) => index - step)].find((at) => {
      const row = at >= 0 && at < total ? rowAt(at) : undefined;
      return row !== undefined && isOpen(row);
    });
    if (next !== undefined) goTo(next);
  };
  return { request, index, goTo, goToNextOpen };
}

/** Where the remembered request is now; where it was, once it has left the list. */
function indexOf(
  place: { id: string | null; index: number },
  rowAt: (index: number) => AccessRequestRow | undefined,
  total: number,
): number {
  const last = Math.max(0, total - 1);
  const index = Math.min(place.index, last);
  if (place.id === null) return index;
  for (let away = 0; away <= searchedAround; away += 1) {
    const found = [index - away, index + away].find((at) => at >= 0 && at <= last && rowAt(at)?.id === place.id);
    if (found !== undefined) return found;
  }
  return index;
}
