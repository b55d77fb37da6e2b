/** Where the person is in a grid, and how far it goes. */
export interface GridPlace {
  readonly row: number;
  readonly stop: string;
  readonly rows: number;
  /** Everything in a row that can be come to, in order. */
  readonly stops: readonly string[];
  /** Those of the stops that are filled in. */
  readonly typed: readonly string[];
  readonly editing: boolean;
  /** A list to choose from has the focus: up and down are its own. */
  readonly inList: boolean;
  /** The first stop stands at the right, as in a page that runs from right to left. */
  readonly mirrored?: boolean;
}

/** What a key does; `leave` also lets the browser do what it does. */
export type GridStep =
  | { readonly kind: 'move'; readonly row: number; readonly stop: string; readonly edit?: boolean }
  | { readonly kind: 'edit'; readonly text?: string }
  | { readonly kind: 'cancel' | 'clear' | 'undo' | 'leave' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key means in a grid, after the pattern of WAI-ARIA: arrows, Home and End move; Enter, F2 or a letter begin to fill in; while a cell is filled in Enter and the arrows
 * up and down go on to the next line, Tab to the next cell, Escape takes back. The next cell is filled in at once: an input method for Chinese only begins in a control.
 *
 * @returns `undefined` for keys that are not the grid's.
 */
export function stepFrom(event: Key, place: GridPlace): GridStep | undefined {
  return place.editing ? whileEditing(event, place) : whileMoving(event, place);
}

function whileEditing({ key, shiftKey }: Key, { row, stop, rows, typed, inList }: GridPlace): GridStep | undefined {
  const down = (by: number): GridStep => {
    const to = Math.min(rows - 1, Math.max(0, row + by));
    return { kind: 'move', row: to, stop, ...(to === row ? {} : { edit: true }) };
  };
  if (key === 'Escape') return { kind: 'cancel' };
  if (key === 'Enter') return down(shiftKey ? -1 : 1);
  if (!inList && key === 'ArrowDown') return down(1);
  if (!inList && key === 'ArrowUp') return down(-1);
  if (key !== 'Tab') return undefined;
  const next = row * typed.length + typed.indexOf(stop) + (shiftKey ? -1 : 1);
  if (next < 0 || next >= rows * typed.length) return { kind: 'leave' };
  return { kind: 'move', row: Math.floor(next / typed.length), stop: typed[next % typed.length] ?? stop, edit: true };
}

function whileMoving({ key, ctrlKey, metaKey, altKey }: Key, { row, stop, rows, stops, typed, mirrored = false }: GridPlace): GridStep | undefined {
  const onward = mirrored ? -1 : 1;
  const far = ctrlKey || metaKey;
  const column = stops.indexOf(stop);
  const to = (toRow: number, toColumn: number): GridStep => ({ kind: 'move', row: Math.min(rows - 1, Math.max(0, toRow)), stop: stops[Math.min(stops.length - 1, Math.max(0, toColumn))] ?? stop });
  const isTyped = typed.includes(stop);
  if (altKey) return undefined;
  if (key === 'ArrowRight') return to(row, column + onward);
  if (key === 'ArrowLeft') return to(row, column - onward);
  if (key === 'ArrowDown') return to(row + 1, column);
  if (key === 'ArrowUp') return to(row - 1, column);
  if (key === 'Home') return to(far ? 0 : row, 0);
  if (key === 'End') return to(far ? rows - 1 : row, stops.length - 1);
  if (key === 'PageDown') return to(row + 10, column);
  if (key === 'PageUp') return to(row - 10, column);
  if (far) return key.toLowerCase() === 'z' ? { kind: 'undo' } : undefined;
  if (!isTyped) return undefined;
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return Array.from(key).length === 1 && key !== ' ' ? { kind: 'edit', text: key } : undefined;
}
