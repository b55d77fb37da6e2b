import { ancestorsOf, everyElement, isSeen, nameOf, parentOf, textsOf } from './dom.js';

/** WCAG 1.4.10: what makes the page scroll sideways. A table or grid may scroll by itself. */
export function sideways(root: ParentNode): string[] {
  const page = document.documentElement;
  const scrolled = page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px`] : [];
  const beyond = everyElement(root).filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return (right > page.clientWidth + 1 || left < -1) && isSeen(element) && !scrollsByItself(element);
  });
  return [...scrolled, ...beyond.filter((element) => !beyond.includes(parentOf(element) as HTMLElement)).map((element) => `beyond the window: ${nameOf(element)}`)];
}

const scrollsByItself = (element: Element): boolean => ancestorsOf(element).some((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.querySelector('table, [role=grid]') !== null);

/** WCAG 1.4.12: texts of which a part cannot be seen, because their box cuts them or they run out of it. */
export function cutTexts(root: ParentNode): string[] {
  return everyElement(root).flatMap((element) => {
    if (element.matches('option, optgroup, svg *') || !isSeen(element)) return [];
    const texts = textsOf(element);
    if (texts.length === 0) return [];
    const boxes = texts.flatMap((text) => text.boxes);
    const frames = upToScroller(element);
    const around = frames.find((frame) => getComputedStyle(frame).display !== 'inline' && isBox(frame));
    const cutting = frames.filter((frame) => /hidden|clip/.test(getComputedStyle(frame).overflow));
    const runsOut = (frame: Element, tolerance: number): boolean => {
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      return boxes.some((box) => box.left < left - tolerance || box.right > right + tolerance || box.top < top - tolerance || box.bottom > bottom + tolerance);
    };
    if (cutting.some((frame) => runsOut(frame, 1))) return [`cut: ${nameOf(element)}`];
    // The line box of a text may be higher than its letters.
    return around !== undefined && runsOut(around, 4) ? [`out of its box: ${nameOf(element)}`] : [];
  });
}

/** What scrolls shows the rest of a text on demand; frames around it do not count. */
function upToScroller(element: Element): Element[] {
  const frames = [element, ...ancestorsOf(element)];
  const scroller = frames.findIndex((frame) => /auto|scroll/.test(`${getComputedStyle(frame).overflowX} ${getComputedStyle(frame).overflowY}`));
  return scroller === -1 ? frames : frames.slice(0, scroller);
}

function isBox(element: Element): boolean {
  const { backgroundColor, borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
  return !isTransparent(backgroundColor) || (borderTopStyle !== 'none' && borderTopWidth !== '0px' && !isTransparent(borderTopColor));
}

export const isTransparent = (colour: string): boolean => colour === 'transparent' || /, 0\)$|\/ 0\)$/.test(colour);

/** Letters, words, lines and paragraphs as far apart as WCAG 1.4.12 asks; returns what takes it back. */
export function spaceOut(root: ParentNode): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  const roots = [document, ...everyElement(root).flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))];
  for (const one of roots) one.adoptedStyleSheets = [...one.adoptedStyleSheets, sheet];
  return () => {
    for (const one of roots) one.adoptedStyleSheets = one.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
