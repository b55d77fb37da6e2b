import { everyElement, isSeen, nameOf, parentOf } from './dom.js';

/** A state that has to be seen, and how it is taken away for a comparison. */
interface Mark { readonly element: HTMLElement; readonly kind: string; readonly signature: string; taken?: { readonly value: string | null; readonly hadClass: boolean } }

const attributes = ['aria-selected', 'aria-checked', 'aria-current', 'aria-pressed', 'aria-invalid'] as const;
/** Of a group of choices and of a slider the text beside tells it. */
const isOn = (element: Element, name: string): boolean => {
  const value = element.getAttribute(name);
  return value !== null && value !== 'false' && (name !== 'aria-invalid' || element.matches('.input:not([type=range]), td'));
};
/** Classes that a sheet goes by in place of the attribute. */
const CLASS_OF: Readonly<Record<string, string>> = { chosen: 'chosen', active: 'active', 'aria-current': 'current', 'aria-invalid': 'invalid' };
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

let marks: readonly Mark[] = [];

/** States to compare, one of each kind of element; what was compared before is left out. */
export function findMarks(root: ParentNode, compared: readonly string[]): { readonly signature: string; readonly name: string }[] {
  const known = new Set(compared);
  marks = everyElement(root).filter(isSeen).flatMap((element) => {
    const kinds = [...attributes.filter((name) => isOn(element, name)), ...['chosen', 'active'].filter((name) => element.classList.contains(name)), ...(isOwnSwitch(element) ? ['checked'] : []), ...(element.matches(focusable) && !element.matches(':disabled') ? ['focus'] : [])];
    return kinds.map((kind): Mark => ({ element, kind, signature: `${kind} ${signatureOf(element)}` })).filter(({ signature }) => !known.has(signature) && known.add(signature));
  });
  return marks.map(({ element, kind, signature }) => ({ signature, name: `${kind} of ${nameOf(element)}` }));
}

const isOwnSwitch = (element: HTMLElement): boolean => element instanceof HTMLInputElement && /checkbox|radio/.test(element.type) && element.checked && getComputedStyle(element).appearance === 'none';

const signatureOf = (element: Element): string => `${element.localName}.${Array.from(element.classList).sort().join('.')} in ${parentOf(element)?.localName ?? ''}.${Array.from(parentOf(element)?.classList ?? []).join('.')}`;

/** Brings a state into the window. */
export function showMark(index: number): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined {
  const mark = marks[index];
  if (mark === undefined) return undefined;
  mark.element.scrollIntoView({ block: 'center', inline: 'nearest' });
  if (mark.kind === 'focus') mark.element.focus({ preventScroll: true });
  const { left, top, width, height } = mark.element.getBoundingClientRect();
  const x = Math.max(left - 8, 0);
  const y = Math.max(top - 8, 0);
  return { x, y, width: Math.min(width + 16, innerWidth - x), height: Math.min(height + 16, innerHeight - y) };
}

/** Takes a state away, for the eye alone. */
export function hideMark(index: number): void {
  const mark = marks[index];
  if (mark === undefined) return;
  if (mark.kind === 'focus') mark.element.blur();
  else if (mark.kind === 'checked') (mark.element as HTMLInputElement).checked = false;
  else {
    mark.taken = { value: mark.element.getAttribute(mark.kind), hadClass: mark.element.classList.contains(CLASS_OF[mark.kind] ?? '') };
    mark.element.removeAttribute(mark.kind);
    if (mark.taken.hadClass) mark.element.classList.remove(CLASS_OF[mark.kind] ?? '');
  }
}

/** Puts it back. */
export function restoreMark(index: number): void {
  const mark = marks[index];
  if (mark === undefined) return;
  if (mark.kind === 'checked') (mark.element as HTMLInputElement).checked = true;
  else if (mark.taken) {
    if (mark.taken.value !== null) mark.element.setAttribute(mark.kind, mark.taken.value);
    if (mark.taken.hadClass) mark.element.classList.add(CLASS_OF[mark.kind] ?? '');
  }
}

/** Controls without an edge in forced colours, where backgrounds are gone. */
export function edgeless(root: ParentNode): string[] {
  return everyElement(root).filter((element) => element.matches('input:not([type=radio], [type=checkbox], [type=range], [type=hidden]), textarea, select, button:not(.link)') && isSeen(element)).filter((control) => ![control, parentOf(control)].some((one) => one !== null && hasEdge(one)) && control.querySelector('svg') === null).map((control) => `no edge: ${nameOf(control)}`);
}

function hasEdge(element: Element): boolean {
  const { borderBlockStartStyle, borderBlockStartWidth, borderBlockEndStyle, borderBlockEndWidth, textDecorationLine } = getComputedStyle(element);
  return (borderBlockStartStyle !== 'none' && borderBlockStartWidth !== '0px') || (borderBlockEndStyle !== 'none' && borderBlockEndWidth !== '0px') || textDecorationLine.includes('underline');
}
