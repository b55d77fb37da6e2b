/** A pointer comes over an item of a list: from then on items can be dragged. */
export async function pointAt(element: Element): Promise<void> {
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
  await import('../src/internal/field/items/item-dragging.js');
  await new Promise((resolve) => { setTimeout(resolve); });
}
