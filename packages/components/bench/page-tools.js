/* global document */
// What the page of every contestant uses: finding controls through shadow roots, by what a person sees or by what the contestant writes into the page.

/** All elements that match, in the order of the page, inside shadow roots too. */
export function findAll(selector, root = document) {
  const found = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...findAll(selector, element.shadowRoot));
  }
  return found;
}

/** The one element that matches; an error names what is missing. */
export function find(selector, root = document) {
  const [first] = findAll(selector, root);
  if (first === undefined) throw new Error(`nothing matches ${selector}`);
  return first;
}

const NATIVE = 'input:not([type=hidden], [type=button], [type=submit]), select, textarea';

/** How many controls are drawn; a section that is merely out of view counts. */
export const visibleControls = () => findAll(NATIVE).filter((control) => control.checkVisibility()).length;

/** The first control of a question; of radio buttons the one whose label reads `option`. */
export function controlIn(box, option) {
  const controls = findAll(NATIVE, box);
  const chosen = option === undefined ? controls[0] : controls.find((control) => [...control.labels].some((label) => label.textContent.trim() === option));
  if (chosen === undefined) throw new Error(`no control ${option ?? ''} in ${box.outerHTML.slice(0, 200)}`);
  return chosen;
}

/** The button whose text is exactly this. */
export function buttonNamed(text) {
  const button = findAll('button, input[type=button]').find((one) => (one.textContent || one.value).trim() === text);
  if (button === undefined) throw new Error(`no button ${text}`);
  return button;
}

/** `[[['s0', 'place', 'address'], 'x']]` as `{ s0: { place: { address: 'x' } } }`; a whole number as key makes a list. */
export function nested(entries) {
  const root = {};
  for (const [path, value] of entries) {
    let at = root;
    path.forEach((key, index) => {
      if (index === path.length - 1) at[key] = value;
      else at = at[key] ??= /^\d+$/.test(path[index + 1]) ? [] : {};
    });
  }
  return root;
}
