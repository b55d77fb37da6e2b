import type { Problem } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from './warn-once.js';

/** Documents that an element may be given as a child script (contracts 19). */
export type PartName = keyof typeof PARTS;

const PARTS = { scheme: 1, schema: 1, layout: 1, value: 1, case: 1, cases: 1, batch: 1, status: 1 } as const;
/** Documents are too large for attributes; whoever writes one would see nothing at all. */
const NO_ATTRIBUTES = ['definition', 'schema', 'layout', 'scheme'];

interface ReadPart {
  readonly text: string;
  readonly value: unknown;
  readonly error?: string;
}

const selector = 'script[type="application/json"][data-part]';

/**
 * Reads `<script type="application/json" data-part="…">` children: a page without scripts of its own can hand documents to an
 * element. Children may come after the element (the parser is still at work) or change later; broken JSON becomes a problem.
 */
export class JsonParts implements ReactiveController {
  private parts = new Map<string, ReadPart>();
  private observer: MutationObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly changed: () => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new MutationObserver(this.reread);
    this.observer.observe(this.host, { childList: true, subtree: true, characterData: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.reread, { once: true });
    this.reread();
    const { localName } = this.host;
    for (const name of NO_ATTRIBUTES) if (this.host.hasAttribute(name)) warnOnce('element/not-an-attribute', `<${localName} ${name}>: "${name}" is a property, or a child script data-part="${name}" where the element takes one`);
    if (this.host.hasAttribute('locale')) warnOnce('element/not-an-attribute', `<${localName} locale>: write lang="${this.host.getAttribute('locale') ?? ''}"`);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    document.removeEventListener('DOMContentLoaded', this.reread);
  }

  /** The document, the same object until its text changes; `undefined` where there is none or it is broken. */
  get(name: PartName): unknown {
    return this.parts.get(name)?.value;
  }

  /** One problem for each part that is no JSON. `say` makes the sentence from the part's name and the parser's words. */
  problems(say: (params: { part: string; detail: string }) => string): readonly Problem[] {
    return [...this.parts].flatMap(([part, { error: detail }]) =>
      detail === undefined
        ? []
        : [{ code: 'element/broken-json', severity: 'error' as const, document: part, pointer: '', params: { part, detail }, message: say({ part, detail }) }],
    );
  }

  private readonly reread = (): void => {
    const found = new Map<string, ReadPart>();
    let different = false;
    for (const script of Array.from(this.host.querySelectorAll(selector))) {
      // A script inside a nested element of ours belongs to that element.
      if (script.parentElement !== this.host) continue;
      const name = script.getAttribute('data-part') ?? '';
      const text = script.textContent ?? '';
      if (!Object.prototype.hasOwnProperty.call(PARTS, name)) warnOnce('element/unknown-part', `<${this.host.localName}> reads no data-part="${name}"; known: ${Object.keys(PARTS).join(', ')}`);
      const known = this.parts.get(name);
      // While the page still loads, an unfinished text is not yet a broken one.
      if (text.trim() === '') continue;
      const part = known?.text === text ? known : parse(text);
      if (part.error !== undefined && document.readyState === 'loading') continue;
      found.set(name, part);
      if (part !== known) different = true;
    }
    if (found.size !== this.parts.size) different = true;
    this.parts = found;
    if (different) this.changed();
  };
}

function parse(text: string): ReadPart {
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { text, value: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}
