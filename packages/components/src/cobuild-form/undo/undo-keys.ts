/** Kinds of input in which the browser takes back what was typed. */
const TYPED = ['text', 'search', 'email', 'url', 'tel', 'password', 'number'];

/** Whether the browser itself takes back what was typed there. */
function hasOwnUndo(target: unknown): boolean {
  if (target instanceof HTMLInputElement) return TYPED.includes(target.type) && !target.readOnly;
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Takes back and makes again by the keys, anywhere in an element, while it may be changed. */
export function travelByKeys(element: HTMLElement, actions: { travel(way: 'undo' | 'redo'): boolean }, isOpen: () => boolean): void {
  element.addEventListener('keydown', (event) => {
    const way = isOpen() ? wayOfKey(event) : undefined;
    if (way === undefined) return;
    event.preventDefault();
    actions.travel(way);
  });
}

/** What a key asks for: Ctrl+Z (⌘Z) takes back, Ctrl+Shift+Z and Ctrl+Y make it again; nothing where a text is being typed, or somebody else took the key. */
export function wayOfKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || hasOwnUndo(event.composedPath()[0])) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}
