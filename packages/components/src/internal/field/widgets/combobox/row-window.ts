/** Rows that are drawn of a long list, and the room that the others take. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
  /** Pixels above and below. */
  readonly before: number;
  readonly after: number;
}

/** So many rows beyond the edges, so that a quick turn of the wheel finds some. */
const MARGIN = 12;

/**
 * @param count - Of all rows, each `height` pixels high.
 * @param top - Pixels that are scrolled away; `visible`: pixels in sight.
 */
export function rowWindow(count: number, height: number, top: number, visible: number): RowWindow {
  const first = Math.floor(Math.max(top, 0) / height) - MARGIN;
  const start = Math.min(Math.max(first, 0), Math.max(count - 1, 0));
  const end = Math.min(count, Math.ceil((Math.max(top, 0) + visible) / height) + MARGIN);
  return { start, end: Math.max(end, start), before: start * height, after: (count - Math.max(end, start)) * height };
}
