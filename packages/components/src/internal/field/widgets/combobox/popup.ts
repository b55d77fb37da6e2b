const GAP = 4;
const LARGEST = 340;
const SMALLEST = 160;

/**
 * A box that floats below a field, or above it where there is more room. In the top layer of the page, so that no section, card or table cuts
 * it off; where the browser has none, below the field in the usual order of layers.
 */
export class Popup {
  private readonly isOnTop = 'showPopover' in HTMLElement.prototype;

  constructor(readonly element: HTMLElement, private readonly anchor: HTMLElement) {
    element.classList.add('popup');
    element.classList.toggle('on-top', this.isOnTop);
    if (this.isOnTop) element.setAttribute('popover', 'manual');
    element.hidden = true;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    if (this.isOpen || !this.element.isConnected) return;
    this.element.hidden = false;
    if (this.isOnTop) this.element.showPopover();
    addEventListener('scroll', this.place, { capture: true, passive: true });
    addEventListener('resize', this.place);
    this.place();
  }

  close(): void {
    if (!this.isOpen) return;
    if (this.isOnTop && this.element.isConnected) this.element.hidePopover();
    this.element.hidden = true;
    removeEventListener('scroll', this.place, { capture: true });
    removeEventListener('resize', this.place);
  }

  private readonly place = (): void => {
    if (!this.element.isConnected) return this.close();
    if (!this.isOnTop) return;
    const { left, top, bottom, width } = this.anchor.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    const [below, above] = [clientHeight - bottom - 2 * GAP, top - 2 * GAP];
    const isAbove = below < SMALLEST && above > below;
    const { style } = this.element;
    style.setProperty('left', `${Math.max(0, left)}px`);
    style.setProperty('width', `${Math.min(width, clientWidth - Math.max(0, left))}px`);
    style.setProperty('top', isAbove ? 'auto' : `${bottom + GAP}px`);
    style.setProperty('bottom', isAbove ? `${clientHeight - top + GAP}px` : 'auto');
    style.setProperty('max-height', `${Math.max(96, Math.min(LARGEST, isAbove ? above : below))}px`);
  };
}
