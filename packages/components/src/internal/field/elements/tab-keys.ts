/** Where an arrow key, Home or End leads from one of several tabs; `undefined` for other keys. In right-to-left text the arrows are the other way round. */
export function tabAfterKey(key: string, at: number, count: number, isRightToLeft: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return step === 0 ? undefined : (at + (isRightToLeft ? -step : step) + count) % count;
}

/** Turns to another tab of a list when the key of the event says so, with the focus on it. */
export function turnByKey(event: KeyboardEvent, turn: (index: number) => void): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = Array.from(list.querySelectorAll<HTMLElement>('[role=tab]'));
  const at = tabs.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = tabAfterKey(event.key, at, tabs.length, getComputedStyle(list).direction === 'rtl');
  if (next === undefined) return;
  event.preventDefault();
  turn(next);
}
