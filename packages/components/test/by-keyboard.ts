import { userEvent } from 'vitest/browser';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';

/** Every control that Tab comes to in a form, first to last. */
const stops = (form: CobuildForm): HTMLElement[] => Array.from(form.renderRoot.querySelectorAll<HTMLElement>('input, select, textarea, button')).filter((control) => !control.matches(':disabled'));

const nameOf = (control: HTMLElement): string => {
  const labels = control instanceof HTMLButtonElement ? [] : Array.from((control as HTMLInputElement).labels ?? []);
  return (control.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map(({ textContent }) => textContent).join('') : control.textContent) ?? '').replace(/\s+/g, ' ').trim();
};

/** Goes on with Tab (from where the focus is) until it comes to the control of a name, as somebody without a mouse does. */
export async function tabTo(form: CobuildForm, name: string): Promise<HTMLElement> {
  for (let steps = 0; steps <= stops(form).length * 4; steps += 1) {
    await userEvent.tab();
    const at = form.shadowRoot?.activeElement;
    if (at instanceof HTMLElement && nameOf(at).startsWith(name)) return at;
  }
  throw new Error(`Tab does not come to “${name}”; there are: ${stops(form).map(nameOf).join(' | ')}`);
}

/** Tabs to each control in turn and types what belongs into it; `{Enter}` presses a button, a date is typed as `2026-03-05`. */
export async function fillByKeyboard(form: CobuildForm, entries: readonly (readonly [name: string, keys: string])[]): Promise<void> {
  for (const [name, keys] of entries) {
    const control = await tabTo(form, name);
    if (control instanceof HTMLInputElement && control.type === 'date') {
      const [year = '', month = '', day = ''] = keys.split('-');
      // The parts of the field stand in the order of the browser's language.
      await userEvent.keyboard(navigator.language.startsWith('zh') ? `${year}{ArrowRight}${month}${day}` : `${month}${day}${year}`);
    } else if (control instanceof HTMLSelectElement) {
      const down = Array.from(control.options).findIndex(({ text }) => text === keys) - control.selectedIndex;
      await userEvent.keyboard('{ArrowDown}'.repeat(Math.max(down, 0)));
    } else await userEvent.keyboard(keys);
  }
}
