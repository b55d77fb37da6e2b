import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Messages } from '../locales/messages.js';
import { idOf } from './field/field-context.js';
import { icons } from './icons.js';

export interface ErrorSummaryOptions {
  readonly problems: readonly Problem[];
  readonly words: Messages;
  /** Brings the person to the field; the element may have to turn to another step first. */
  readonly onSelect: (problem: Problem) => void;
  /** The sentence beside the field is the default; repeated groups put the row in front. */
  readonly text?: (problem: Problem) => string;
  readonly id?: string;
}

/**
 * The list of what is wrong, drawn on top of a form after a failed submit. Give it focus with {@link focusErrorSummary}. Entries are links, for
 * readers and for the keyboard; the click is handled here, because a fragment does not reach into a shadow root and would disturb the router of a page.
 */
export function errorSummary({ problems, words, onSelect, text = (problem) => problem.message, id = 'error-summary' }: ErrorSummaryOptions): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="error-summary" part="error-summary" id=${id} role="group" tabindex="-1" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${icons.danger}${words.problemCount({ count: problems.length })}</h2>
    <ul>
      ${problems.map((problem) => html`<li>
            <a class="link" href="#${idOf(problem.pointer)}" @click=${(event: Event) => follow(event, () => onSelect(problem))}>${text(problem)}</a>${remedyOf(problem)}
          </li>`)}
    </ul>
  </div>`;
}

/** How to mend it, as beside the field. */
const remedyOf = ({ remedy }: Problem): TemplateResult | typeof nothing => (remedy === undefined || remedy === '' ? nothing : html` <span class="remedy">${remedy}</span>`);

function follow(event: Event, lead: () => void): void {
  event.preventDefault();
  // A router that listens at the page has no business here.
  event.stopPropagation();
  lead();
}

/** Scrolls the summary into view and gives it focus, so that it is the next thing read. */
export function focusErrorSummary(root: ParentNode, id = 'error-summary'): boolean {
  const summary = root.querySelector<HTMLElement>(`#${id}`);
  if (!summary) return false;
  // From below, the nearest edge of a list longer than the window would be its end, and its title out of sight.
  summary.scrollIntoView({ block: summary.getBoundingClientRect().height > innerHeight ? 'start' : 'nearest' });
  summary.focus({ preventScroll: true });
  return true;
}

/** Over so little of the window nobody loses the place, and gliding there would paint the page a dozen times. */
const SHORT_WAY_PX = 160;

/**
 * Brings a control into view with its label, then focuses it: a control at the top edge of the window would hide its question. A long
 * way is jumped: what lies between is laid out only as it comes into sight, so that the place would move while the window glides there.
 * So is a short one, such as to the row that was added.
 *
 * @param box - The whole question: what is wrong stands below the control, and is brought into view with it where the window has room for both.
 */
export function focusControl(control: HTMLElement, label: Element | null, box: Element | null = null): void {
  const whole = box !== null && box.getBoundingClientRect().height <= innerHeight ? box : undefined;
  const question = whole ?? label ?? control;
  const { top, bottom } = question.getBoundingClientRect();
  const isFar = bottom < -innerHeight || top > 2 * innerHeight;
  if (isFar) stayInSight(question, FRAMES_TO_SETTLE);
  else if (top < 0) question.scrollIntoView({ block: 'nearest', behavior: behaviorOver(-top) });
  else {
    const end = whole ?? control;
    end.scrollIntoView({ block: 'nearest', behavior: behaviorOver(end.getBoundingClientRect().bottom - innerHeight) });
  }
  // Also after a click: a box or a button among others would else not be told from those beside it.
  control.focus({ preventScroll: true, focusVisible: true });
}

const behaviorOver = (way: number): ScrollBehavior => (way <= SHORT_WAY_PX || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** A section that comes into sight gets its height in the next frame, and what stands around it in the one after. */
const FRAMES_TO_SETTLE = 3;

function stayInSight(question: Element, frames: number): void {
  question.scrollIntoView({ block: 'center' });
  if (frames > 0) requestAnimationFrame(() => stayInSight(question, frames - 1));
}
