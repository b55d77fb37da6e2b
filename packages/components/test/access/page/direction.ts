import { everyElement, isSeen, nameOf } from './dom.js';

const MARKS = 80;

/** In a page from right to left: labels, headings and texts that do not begin at the right edge of their block. */
export function misplacedTexts(root: ParentNode): string[] {
  const blocks = everyElement(root).filter((element) => element.matches('label.label, .label-line .label, legend, h2, h3, h4, .help, .field-error, dt, .intro') && isSeen(element));
  return blocks.flatMap((block) => {
    const frame = (controlOf(block) ?? block).getBoundingClientRect();
    const content = document.createRange();
    content.selectNodeContents(block);
    const boxes = Array.from(content.getClientRects()).filter(({ width, height }) => width > 0 && height > 0);
    const { direction, textAlign } = getComputedStyle(block);
    const right = Math.max(...boxes.map((box) => box.right));
    if (direction !== 'rtl') return [`runs from left to right: ${nameOf(block)}`];
    return boxes.length > 0 && !/center|end/.test(textAlign) && frame.right - right > MARKS ? [`does not begin at the right: ${nameOf(block)}`] : [];
  });
}

/** What a label stands over; where both stand in one line, nothing. */
function controlOf(label: Element): Element | undefined {
  const control = label instanceof HTMLLabelElement ? label.control : null;
  return control === null || control.getBoundingClientRect().top < label.getBoundingClientRect().top + 4 ? undefined : (control.closest('.with-unit, .combobox') ?? control);
}

/** Drawings that point to a side and are not turned round. */
export function unturnedArrows(root: ParentNode): string[] {
  return everyElement(root).filter((element) => element.matches('.icon.sideways') && isSeen(element) && !getComputedStyle(element).transform.startsWith('matrix(-1')).map((element) => `points the wrong way: ${nameOf(element.parentElement ?? element)}`);
}
