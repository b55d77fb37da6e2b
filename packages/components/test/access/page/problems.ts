import { everyElement, isSeen, nameOf } from './dom.js';

const SAID = '.field-error, .field-error *, [class*=problem], [class*=error]';

/** WCAG 3.3.1 and 4.1.3: controls that are marked as wrong without a text that a reader is told with them. */
export function silentErrors(root: ParentNode): string[] {
  return everyElement(root).filter((element) => element.getAttribute('aria-invalid') === 'true' && isSeen(element)).flatMap((element) => {
    const scope = element.getRootNode() as ShadowRoot | Document;
    const group = element.closest('fieldset[aria-describedby], [role=group][aria-describedby], [role=radiogroup][aria-describedby]');
    const ids = [element, group].flatMap((one) => `${one?.getAttribute('aria-describedby') ?? ''} ${one?.getAttribute('aria-errormessage') ?? ''}`.split(/\s+/)).filter((id) => id !== '');
    const texts = ids.map((id) => scope.getElementById(id)).filter((text) => text !== null && (text.textContent ?? '').trim() !== '' && (text.matches(SAID) || text.querySelector(SAID) !== null));
    return texts.length > 0 ? [] : [`wrong, and no text says why: ${nameOf(element)}`];
  });
}

/** WCAG 2.5.7: what can be dragged and has no buttons beside it that do the same. */
export function dragsAlone(root: ParentNode): string[] {
  return everyElement(root).filter((element) => /^(grab|move)$/.test(getComputedStyle(element).cursor) && isSeen(element) && !element.matches(':disabled *')).flatMap((handle) => {
    const item = handle.closest('.item, tr, li');
    const others = item?.parentElement?.children.length ?? 0;
    return others < 2 || (item?.querySelectorAll('button').length ?? 0) >= 2 ? [] : [`dragged only: ${nameOf(handle)}`];
  });
}
