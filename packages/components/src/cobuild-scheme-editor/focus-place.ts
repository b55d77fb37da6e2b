/** Gives the focus to the setting of a place where the page shows it, else to the head of the page. */
export function focusPlace(root: ParentNode, pointer: string): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-pointer]')].filter(({ dataset }) => dataset['pointer'] !== undefined && (pointer === dataset['pointer'] || pointer.startsWith(`${dataset['pointer']}/`)));
  const box = boxes[boxes.length - 1];
  const closed = box?.closest('details');
  if (closed !== null && closed !== undefined) closed.open = true;
  const target = box?.querySelector<HTMLElement>('input, select, textarea, button') ?? root.querySelector<HTMLElement>('#page-title');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
