import { colourBehind, contrast } from './colour.js';
import { ancestorsOf, deepestAt, everyElement, focused, isInside, isSeen, nameOf } from './dom.js';

export interface FocusStop { readonly name: string; readonly findings: readonly string[] }

const met = new Set<Element>();

/** Another specimen is on the page. */
export const forgetFocus = (): void => met.clear();

/** WCAG 2.4.7 and 2.4.11, at what has the focus now: seen, marked, and covered by nothing. */
export function focusStop(): FocusStop {
  const element = focused();
  if (element === null || element === document.body) return { name: 'body', findings: [] };
  met.add(element);
  const name = nameOf(element);
  return { name, findings: [...placeFindings(element), ...(isMarked(element) ? [] : ['no mark of the focus'])].map((finding) => `${finding}: ${name}`) };
}

/** What a person would call the control that has the focus. */
export function focusedName(): string {
  const element = focused();
  const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? Array.from(element.labels ?? [], ({ textContent }) => textContent ?? '') : [];
  return (element?.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : (element?.textContent ?? ''))).replace(/\s+/g, ' ').trim();
}

function placeFindings(element: Element): string[] {
  const label = ancestorsOf(element).find((one) => one.localName === 'label');
  // A link may run over two lines; where it begins has to be seen.
  const [first] = Array.from(element.getClientRects());
  if (first === undefined || first.width <= 1) return ['no place'];
  const { left, right, top, bottom } = first;
  const seen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  if (!seen) return ['out of the window'];
  // Of a text of many lines the browser brings the line of the caret into the window.
  if (!(element instanceof HTMLTextAreaElement) && bottom - top <= innerHeight && (top < -1 || bottom > innerHeight + 1)) return ['partly out of the window'];
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const points: readonly (readonly [number, number])[] = [[(left + right) / 2, y], [left + 3, y], [right - 3, y]];
  const covered = points.map(([x, at]) => deepestAt(Math.min(Math.max(x, 0), innerWidth - 1), at)).filter((hit) => hit === null || !(isInside(hit, element) || (label !== undefined && isInside(hit, label)) || isWithinControl(element, hit)));
  return covered.map((hit) => `covered by ${hit === null ? 'nothing' : nameOf(hit)}`);
}

/** The button that opens a list stands in its text field. */
const isWithinControl = (element: Element, hit: Element): boolean => element.matches('[role=combobox]') && element.parentElement !== null && isInside(hit, element.parentElement);

function isMarked(element: Element): boolean {
  // The focus is on a button that the browser draws inside of the control, and marks itself: the calendar of a date.
  if (!element.matches(':focus')) return true;
  return [element, ...ancestorsOf(element).slice(0, 2)].some((one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && (outlineStyle === 'auto' || (Number.parseFloat(outlineWidth) >= 2 && contrast(outlineColor, colourBehind(one)) >= 3));
  });
}

/** Controls that Tab never came to. Of radio buttons with one name one is enough. */
export function unreached(root: ParentNode): string[] {
  const controls = everyElement(root).filter((element) => element.tabIndex >= 0 && element.shadowRoot === null && element.matches('a[href], button, input, select, textarea, summary, [tabindex]') && !element.matches(':disabled') && isSeen(element));
  const group = (element: Element): string => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '');
  const groups = new Set(Array.from(met, group));
  return controls.filter((element) => !met.has(element) && (group(element) === '' || !groups.has(group(element)))).map((element) => `never focused: ${nameOf(element)}`);
}
