import type { Locale } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeOf } from './locale.js';

/** The parent, or the host where a shadow tree ends; `assignedSlot` is left out, because language and theme follow the document. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element itself or the nearest ancestor that has the attribute, across shadow roots. */
function nearest(element: Element, attribute: string, matches: (candidate: Element) => boolean): string | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.hasAttribute(attribute) && matches(at)) return at.getAttribute(attribute);
  }
  return null;
}

/** A page may use `theme` for purposes of its own: only our elements' attribute counts. */
const isOurs = (element: Element): boolean => element.localName.startsWith('cobuild-');

/** Language, theme and text size as the nearest ancestor says; asks for a new rendering when one of them changes. */
export class AncestorSettings implements ReactiveController {
  lang: string | null = null;
  /** The language of ours that `lang` is read as. */
  locale: Locale = localeOf(null);
  theme: string | null = null;
  largeText = false;
  private observer: MutationObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly changed: () => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new MutationObserver(() => {
      if (this.read()) this.changed();
    });
    for (let root: Node = this.host.getRootNode(); ; root = root.host.getRootNode()) {
      this.observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'theme', 'large-text'] });
      if (!(root instanceof ShadowRoot)) break;
    }
    this.read();
    this.changed();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  private read(): boolean {
    const lang = nearest(this.host, 'lang', () => true);
    const theme = nearest(this.host, 'theme', isOurs);
    const largeText = nearest(this.host, 'large-text', isOurs) !== null;
    const different = lang !== this.lang || theme !== this.theme || largeText !== this.largeText;
    this.lang = lang;
    this.locale = localeOf(lang);
    this.theme = theme;
    this.largeText = largeText;
    return different;
  }
}
