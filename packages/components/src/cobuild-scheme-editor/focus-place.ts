/** What somebody can write into or choose from; where there is none, what adds or opens something. What removes the place itself stands first in it and is never meant. */
function firstControl(box: HTMLElement | undefined): HTMLElement | undefined {
  const inputs = box?.querySelector<HTMLElement>('input, select, textarea');
  return inputs ?? [...(box?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find((control) => control.closest('.corner') === null);
}

/** Gives the focus to the setting of a place where the page shows it, opened, else to the head of the page. */
export function focusPlace(root: ParentNode, pointer: string): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-pointer]')].filter(({ dataset }) => dataset['pointer'] !== undefined && (pointer === dataset['pointer'] || pointer.startsWith(`${dataset['pointer']}/`)));
  const box = boxes[boxes.length - 1];
  for (const closed of [box?.closest('details'), box?.querySelector<HTMLDetailsElement>(':scope > details')]) if (closed !== null && closed !== undefined) closed.open = true;
  const target = firstControl(box) ?? root.querySelector<HTMLElement>('#page-title');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
