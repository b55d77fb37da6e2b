import { ancestorsOf, everyElement, isSeen, nameOf, textsOf } from './dom.js';

const LEAST = 24;
const POINTED_AT = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], [role=checkbox], [role=radio], [role=switch], [role=gridcell][tabindex]';

interface Target { readonly element: Element; readonly box: DOMRect; readonly isSmall: boolean }

/** WCAG 2.5.8: targets smaller than 24 × 24 px whose circle of 24 px meets another target, links inside of sentences aside. */
export function smallTargets(root: ParentNode): string[] {
  const targets = everyElement(root).filter((element) => element.matches(POINTED_AT) && !element.matches(':disabled') && isSeen(element)).map(targetOf);
  const small = targets.filter(({ element, isSmall }) => isSmall && !isInSentence(element));
  return small
    .filter((one) => targets.some((other) => other.element !== one.element && !sharesTarget(one.element, other.element) && meets(one, other)))
    .map(({ element, box }) => `target of ${Math.round(box.width)} × ${Math.round(box.height)} px beside another: ${nameOf(element)}`);
}

/** Whoever presses the label of a control presses the control. */
function targetOf(element: Element): Target {
  const label = ancestorsOf(element).find((one) => one.localName === 'label') ?? element;
  const box = label.getBoundingClientRect();
  // Sizes are rounded to the pixel grid.
  return { element, box, isSmall: box.width < LEAST - 0.5 || box.height < LEAST - 0.5 };
}

function isInSentence(element: Element): boolean {
  if (!/^inline(-block)?$/.test(getComputedStyle(element).display)) return false;
  const block = ancestorsOf(element).find((one) => !/^inline(-block)?$/.test(getComputedStyle(one).display));
  return block !== undefined && textsOf(block).length > 0;
}

const sharesTarget = (one: Element, other: Element): boolean => ancestorsOf(one).includes(other) || ancestorsOf(other).includes(one) || ancestorsOf(one).some((label) => label.localName === 'label' && ancestorsOf(other).includes(label));

const centre = ({ left, top, width, height }: DOMRect): readonly [number, number] => [left + width / 2, top + height / 2];

function meets(small: Target, other: Target): boolean {
  const [x, y] = centre(small.box);
  if (other.isSmall) {
    const [otherX, otherY] = centre(other.box);
    return Math.hypot(x - otherX, y - otherY) < LEAST;
  }
  const nearestX = Math.min(Math.max(x, other.box.left), other.box.right);
  const nearestY = Math.min(Math.max(y, other.box.top), other.box.bottom);
  return Math.hypot(x - nearestX, y - nearestY) < LEAST / 2;
}
