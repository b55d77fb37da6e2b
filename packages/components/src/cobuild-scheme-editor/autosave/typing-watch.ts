import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Typing } from './kept-work.js';

/** What tells whether the letters of a field have reached the scheme. */
type Standing = readonly [texts: unknown, place: string];

/**
 * Knows the text of a field that takes it over only when it is left: a number, a name for something new. As long as somebody types there, nothing needs to be drawn
 * anew, and drawing would put the former text back.
 */
export class TypingWatch implements ReactiveController {
  private begun: { readonly typing: Typing; readonly at: Standing } | undefined;
  private before: Standing | undefined;
  private field: HTMLElement | undefined;
  private isLate = false;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, private readonly standing: () => Standing, private readonly typed: () => void) {
    host.addController(this);
  }

  /** What is typed and nowhere else; nothing once the scheme has it or another page is open. */
  get typing(): Typing | undefined {
    return this.begun !== undefined && isSame(this.begun.at, this.standing()) ? this.begun.typing : undefined;
  }

  /** Whether somebody is typing; who asks before drawing is drawn when they have left the field. */
  holdsDrawing(): boolean {
    const { renderRoot } = this.host;
    this.isLate = this.typing !== undefined && renderRoot instanceof ShadowRoot && renderRoot.activeElement === this.field;
    return this.isLate;
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('focusout', this.onLeave);
    this.host.renderRoot.addEventListener('input', this.onBefore, true);
    this.host.renderRoot.addEventListener('input', this.onAfter);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusout', this.onLeave);
    this.host.renderRoot.removeEventListener('input', this.onBefore, true);
    this.host.renderRoot.removeEventListener('input', this.onAfter);
  }

  private readonly onLeave = (): void => {
    this.field = undefined;
    if (this.isLate) this.host.requestUpdate();
  };

  private readonly onBefore = (): void => {
    this.before = this.standing();
  };

  /** The field itself has had its turn: where it changed the scheme, the text is there. */
  private readonly onAfter = ({ target }: Event): void => {
    // What is looked for is no work that could be lost, and a search draws what it finds itself.
    const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(?:text|number|date|)$/.test(target.type));
    if (!isText) return;
    this.field = target;
    const at = this.standing();
    const isTaken = this.before === undefined || !isSame(this.before, at) || target.value.trim() === '';
    this.begun = isTaken ? undefined : { typing: { label: labelOf(target), text: target.value }, at };
    this.typed();
  };
}

const isSame = (one: Standing, other: Standing): boolean => one[0] === other[0] && one[1] === other[1];

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const own = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
  const group = field.closest('[data-pointer]')?.querySelector(':scope > legend')?.textContent ?? '';
  return [...new Set([group.trim(), own.trim()])].filter((part) => part !== '').join(' · ');
}
