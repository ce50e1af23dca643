/**
 * Puts the focus on the row of this table that the keyboard is on. A dialog that is opened next gives the focus back to
 * it: the button that opened the dialog goes away together with the selection.
 */
export function focusTable(label: string): void {
  const grids = [...document.querySelectorAll<HTMLElement>('[role="grid"]')];
  grids
    .find((grid) => grid.getAttribute('aria-label') === label)
    ?.querySelector<HTMLElement>('tr[tabindex="0"]')
    ?.focus({ preventScroll: true });
}
