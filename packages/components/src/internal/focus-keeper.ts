import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the place of somebody who works by keyboard: where an update takes the focused control away, the nearest box around it that can take
 * focus (`tabindex="-1"`) gets it, rather than the page's start.
 */
export class FocusKeeper implements ReactiveController {
  private around: readonly HTMLElement[] = [];

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.host.renderRoot;
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    const around: HTMLElement[] = [];
    for (let at = focused?.parentElement ?? null; at !== null; at = at.parentElement) around.push(at);
    this.around = around;
  }

  hostUpdated(): void {
    const root = this.host.renderRoot;
    if (this.around.length === 0 || !(root instanceof ShadowRoot) || root.activeElement !== null) return;
    this.around.find((box) => root.contains(box) && box.hasAttribute('tabindex'))?.focus({ preventScroll: true });
  }
}
