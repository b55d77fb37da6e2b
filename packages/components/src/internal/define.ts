import { warnOnce } from './warn-once.js';

/**
 * Registers an element. A portal may load a bundle twice, or two bundles: the first one stays, the second is harmless.
 *
 * @example define('cobuild-form', CobuildForm)
 */
export function define(name: `cobuild-${string}`, element: CustomElementConstructor): void {
  const present = customElements.get(name);
  if (!present) customElements.define(name, element);
  else if (present !== element) warnOnce('element/loaded-twice', `<${name}> is already defined; the first definition stays in use`);
}
