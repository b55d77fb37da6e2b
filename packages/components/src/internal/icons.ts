import { noChange } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { Directive, directive } from 'lit/directive.js';

/** A line, or what an element of a drawing has besides. */
type Shape = string | Readonly<Record<string, string>>;

const DISC: Shape = { d: 'M18 10a8 8 0 1 1-16 0a8 8 0 1 1 16 0', fill: 'currentColor', stroke: 'none' };
/** Drawn in the colour behind the icon (see the shared sheet). */
const hole = (d: string): Shape => ({ d, class: 'hole' });

/** 20-unit drawings in the colour of the text beside them. */
const drawings = {
  info: [DISC, hole('M10 9v5M10 6.2v.1')],
  success: [DISC, hole('M6.2 10.3l2.6 2.6 5-5.4')],
  warning: [{ d: 'M10 2.6 18.4 17H1.6z', fill: 'currentColor' }, hole('M10 8v4M10 14.4v.1')],
  danger: [DISC, hole('M10 5.6v5.2M10 13.9v.1')],
  unknown: [{ d: 'M17.4 10a7.4 7.4 0 1 1-14.8 0a7.4 7.4 0 1 1 14.8 0', 'stroke-dasharray': '2.6 2.4' }, 'M7.9 8a2.2 2.2 0 1 1 3.1 2c-.7.3-1 .8-1 1.5M10 14v.1'],
  check: ['M4 10.5l4 4 8-9'],
  cross: ['M5 5l10 10M15 5 5 15'],
  plus: ['M10 4v12M4 10h12'],
  copy: ['M7.5 7.5h9v9h-9zM4 12.5H3.5v-9h9V4'],
  trash: ['M3.5 5.5h13M8 5.5V3.8h4v1.7M5.3 5.5l.7 11h8l.7-11M8.4 8.6v5M11.6 8.6v5'],
  up: ['M10 16V4M5 9l5-5 5 5'],
  down: ['M10 4v12M5 11l5 5 5-5'],
  chevronRight: ['M7.5 4.5 13 10l-5.5 5.5'],
  chevronLeft: ['M12.5 4.5 7 10l5.5 5.5'],
  chevronDown: ['M4.5 7.5 10 13l5.5-5.5'],
  clock: ['M17.4 10a7.4 7.4 0 1 1-14.8 0a7.4 7.4 0 1 1 14.8 0', 'M10 5.8V10l2.8 2'],
  person: ['M13.2 6.6a3.2 3.2 0 1 1-6.4 0a3.2 3.2 0 1 1 6.4 0', 'M3.6 17c.6-3.6 3.2-5.4 6.4-5.4s5.8 1.8 6.4 5.4'],
  document: ['M5 2.8h6.5L15 6.4v10.8H5zM11.4 2.8v3.8H15M7.6 10h4.8M7.6 13h4.8'],
  pen: ['M3.5 16.5l.8-3.6 9-9 2.8 2.8-9 9zM11.6 5.6l2.8 2.8'],
  print: ['M5.5 7V3h9v4M5.5 14H3V7h14v7h-2.5M5.5 11.5h9V17h-9z'],
  grip: ['M7 5v.1M7 10v.1M7 15v.1M13 5v.1M13 10v.1M13 15v.1'],
  lock: ['M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9'],
  returned: ['M8 4 3.5 8.5 8 13M3.5 8.5H12a4.5 4.5 0 0 1 0 9H9'],
} as const;

export type IconName = keyof typeof drawings;

const SVG = 'http://www.w3.org/2000/svg';
const FRAME = { 'class': 'icon', 'viewBox': '0 0 20 20', 'aria-hidden': 'true', 'focusable': 'false', 'fill': 'none', 'stroke': 'currentColor', 'stroke-width': '1.8', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

function draw(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '');
  return element;
}

const drawn = new Map<IconName, SVGElement>();

/** A drawing of its own for each place; a word always stands with an icon, so readers skip it. */
export function iconNode(name: IconName): Node {
  let icon = drawn.get(name);
  if (icon === undefined) {
    const shapes: readonly Shape[] = drawings[name];
    icon = draw('svg', FRAME);
    icon.append(...shapes.map((shape) => draw('path', typeof shape === 'string' ? { d: shape } : shape)));
    drawn.set(name, icon);
  }
  return icon.cloneNode(true);
}

/** A template's copy, made once for the place where it stands: Lit would read each drawing as a template of its own. */
class IconDirective extends Directive {
  private shown: IconName | undefined;

  render(name: IconName): unknown {
    if (name === this.shown) return noChange;
    this.shown = name;
    return iconNode(name);
  }
}

const icon = directive(IconDirective);

/** By name, for templates. */
export const icons = Object.fromEntries(Object.keys(drawings).map((name) => [name, icon(name as IconName)])) as Readonly<Record<IconName, DirectiveResult>>;
