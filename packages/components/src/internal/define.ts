import { warnOnce } from './warn-once.js';

/**
 * Registers an element. A portal may load a bundle twice, or two bundles: the first one stays, the second is harmless.
 *
 * @param missing - What the browser has to load first: until then the page has the element as one that is not defined yet, and what was set is read later.
 * @example define('cobuild-form', CobuildForm)
 */
export function define(name: `cobuild-${string}`, element: CustomElementConstructor, missing?: Promise<unknown>): void {
  if (missing !== undefined) {
    missing.then(() => define(name, element), () => warnOnce('element/not-loaded', `<${name}> is not defined: what this browser needs for it could not be loaded`));
    return;
  }
  const present = customElements.get(name);
  if (!present) customElements.define(name, element);
  else if (present !== element) warnOnce('element/loaded-twice', `<${name}> is already defined; the first definition stays in use`);
}
