import { make } from '../../dom.js';

/** A reader who types hears the count when the typing pauses, not at each letter. */
const PAUSE_MS = 1000;
/** From here to the limit on, it is worth hearing. */
const WORTH_HEARING = 0.8;

const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Says a count after a pause where it comes near the limit or is over it. The line that says it comes with the first letter: most fields are never typed into. */
export function speakCount(countLine: Element, count: number, limit: number, text: string): void {
  const known = countLine.nextElementSibling;
  const line = known?.matches('[role=status]') === true ? known : make('span', { class: 'visually-hidden', role: 'status' });
  if (line !== known) countLine.after(line);
  clearTimeout(timers.get(line));
  timers.set(line, setTimeout(() => (line.textContent = count >= limit * WORTH_HEARING ? text : ''), PAUSE_MS));
}
