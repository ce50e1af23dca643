import type { ReactNode } from 'react';
import classes from './cells.module.css';

export interface CellButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly tone?: 'plain' | 'danger';
  /** Why it cannot be pressed now; null when it can. Shown by the table's `ExplanationLayer`. */
  readonly whyNot?: string | null;
  /** For screen readers, what the button is about. */
  readonly description?: string;
}

/** A light button for table cells. The row is the tab stop; the arrow keys reach it from there. */
export const CellButton = ({ children, onClick, tone = 'plain', whyNot = null, description }: CellButtonProps) => (
  <button
    type="button"
    tabIndex={-1}
    className={classes['act']}
    data-tone={tone}
    {...(whyNot === null
      ? { onClick, 'aria-description': description }
      : { 'aria-disabled': true, 'aria-description': whyNot, 'data-explanation': whyNot })}
  >
    {children}
  </button>
);
