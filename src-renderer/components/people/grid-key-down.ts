import type { KeyboardEvent } from 'react';

export interface GridKeyboard {
  readonly rowCount: number;
  readonly activeIndex: number;
  /** How far Page Up and Page Down go. */
  readonly rowsInView: number;
  /** Moves the focus; `extend` takes the selection along. */
  readonly move: (index: number, extend: boolean) => void;
  readonly toggle: (extend: boolean) => void;
  readonly openMenu: () => void;
  readonly selectAll: (() => void) | null;
  readonly escape: () => void;
}

/** The keys of a grid whose rows are its tab stop: the arrows move over rows, and sideways into a row's own controls. */
export function gridKeyDown(event: KeyboardEvent<HTMLElement>, grid: GridKeyboard): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const row = target?.closest<HTMLElement>('[data-index]') ?? null;
  if (target === null || row === null || event.altKey) return;
  const handled = target === row ? onRow(event, row, grid) : onControl(event, row, target, grid);
  if (!handled) return;
  event.preventDefault();
  event.stopPropagation();
}

function onRow(event: KeyboardEvent, row: HTMLElement, grid: GridKeyboard): boolean {
  switch (event.key) {
    case ' ':
      grid.toggle(event.shiftKey);
      return true;
    case 'Enter':
      grid.openMenu();
      return true;
    case 'ArrowRight':
      controlsOf(row)[0]?.focus();
      return true;
    case 'Escape':
      grid.escape();
      return true;
    case 'a':
      if (!(event.ctrlKey || event.metaKey) || grid.selectAll === null) return false;
      grid.selectAll();
      return true;
    default:
      return moveOver(event, grid);
  }
}

function onControl(event: KeyboardEvent, row: HTMLElement, control: HTMLElement, grid: GridKeyboard): boolean {
  const controls = controlsOf(row);
  const at = controls.indexOf(control);
  switch (event.key) {
    case 'ArrowRight':
      controls[at + 1]?.focus();
      return true;
    case 'ArrowLeft':
      (controls[at - 1] ?? row).focus();
      return true;
    case 'Escape':
      row.focus();
      return true;
    default:
      return moveOver(event, grid);
  }
}

function moveOver(event: KeyboardEvent, { rowCount, activeIndex, rowsInView, move }: GridKeyboard): boolean {
  const to = destination(event.key, activeIndex, rowsInView, rowCount - 1);
  if (to === null) return false;
  move(Math.max(0, Math.min(to, rowCount - 1)), event.shiftKey);
  return true;
}

function destination(key: string, from: number, rowsInView: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + rowsInView;
    case 'PageUp':
      return from - rowsInView;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

const controlsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('button, input')];
