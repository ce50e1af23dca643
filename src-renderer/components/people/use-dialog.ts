import { useCallback, useState } from 'react';

export interface Dialog<Subject> {
  /** What it was opened for last; stays while it closes. Null before the first time. */
  readonly subject: Subject | null;
  readonly opened: boolean;
  readonly open: (subject: Subject) => void;
  readonly close: () => void;
}

/** The state of a dialog. Draw it closed before it is opened: only so does it know where to give the focus back to. */
export function useDialog<Subject>(): Dialog<Subject> {
  const [state, setState] = useState<{ subject: Subject | null; opened: boolean }>({ subject: null, opened: false });
  return {
    ...state,
    open: useCallback((subject: Subject) => setState({ subject, opened: true }), []),
    close: useCallback(() => setState((before) => ({ ...before, opened: false })), []),
  };
}
