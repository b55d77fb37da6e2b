import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import { axeViolations } from './axe.js';
import { find, inlineStyles, mount } from './mount.js';
import type { WidgetExample } from './widget-examples.js';
import { exampleForm } from './widget-examples.js';

type Properties = Partial<CobuildForm> & { readonly definitionOf?: Readonly<Record<string, unknown>> };

/** Facts that hold for every widget, whatever it asks with. */
export function describeWidget(example: WidgetExample): void {
  const mountExample = async ({ definitionOf, ...properties }: Properties = {}, parent?: Element): Promise<CobuildForm> => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: exampleForm(example, definitionOf), ...(example.hosts ? { hosts: example.hosts } : {}), ...properties }, parent);
    return settled(form);
  };
  const filled = { question: example.value };
  const wrong = example.wrong === undefined ? {} : { question: example.wrong };

  describe(example.name, () => {
    beforeEach(() => page.viewport(1280, 800));

    it('is what the question is drawn with', async () => {
      const form = await mountExample();

      expect(form.model?.definitionProblems).toEqual([]);
      expect(questionOf(form).querySelector('.unsupported, [data-unsupported]')).toBeNull();
      expect(form.model?.state.steps[0]?.sections[0]?.fields[1]?.widget).toBe(example.widget);
    });

    it('ties label, help, unit and problem to the control', async () => {
      const form = await mountExample({ value: wrong });
      form.reportValidity();
      await settled(form);
      const box = questionOf(form);

      expect(danglingIds(form)).toEqual([]);
      expect(labelOf(form, box)).toContain(example.settings.title?.['zh-CN']);
      expect(descriptionOf(form, box)).toContain('按实际情况填写。');
      expect(box.querySelector('.field-error')?.textContent ?? '').toContain(example.settings.title?.['zh-CN']);
      expect(descriptionOf(form, box)).toContain(box.querySelector('.field-error')?.textContent?.trim());
      expect(box.querySelector('[aria-invalid="true"]') ?? box.closest('[aria-invalid="true"]')).not.toBeNull();
    });

    it('says what is required to readers and what is not to everybody', async () => {
      const required = await mountExample();
      const definition = exampleForm(example);
      const optional = await mount<CobuildForm>('cobuild-form', { definition: { ...definition, schema: { ...definition.schema, required: [] } }, ...(example.hosts ? { hosts: example.hosts } : {}) });

      expect(required.shadowRoot?.querySelector('[data-pointer="/question"] .mark')).toBeNull();
      // A group of checkboxes has no attribute for it; its label says it alone.
      if (questionOf(required).getAttribute('role') !== 'group') expect(questionOf(required).parentElement?.querySelector('[aria-required="true"]')).not.toBeNull();
      expect(find(optional, '[data-pointer="/question"] .mark').textContent).toBe('（选填）');
    });

    it('shows the answer as text where nobody can change it', async () => {
      const form = await mountExample({ value: filled, definitionOf: { readOnly: true } });
      const box = questionOf(form);

      await expect.poll(() => plain(find(box, 'output').textContent)).toBe(example.text);
      expect(box.querySelector('input, select, textarea')).toBeNull();
    });

    it('takes nothing while the form is disabled', async () => {
      const form = await mountExample({ value: filled, disabled: true });

      expect(controlsOf(form).length).toBeGreaterThan(0);
      expect(controlsOf(form).filter((control) => !control.matches(':disabled'))).toEqual([]);
    });

    it('is filled in by the keyboard alone', async () => {
      const form = await mountExample();

      await fillIn(form, example);

      await expect.poll(() => form.value['question']).toEqual(example.typed ?? example.value);
    });

    it('goes back to what it was at a reset', async () => {
      const form = await mountExample();
      const before = shown(form);
      await fillIn(form, example);

      form.formResetCallback();
      await settled(form);

      expect(form.value['question']).toBeUndefined();
      expect(shown(form)).toBe(before);
    });

    it('shows an answer that the browser brings back', async () => {
      const given = await mountExample({ value: filled });
      const restored = await mountExample();

      restored.formStateRestoreCallback(JSON.stringify(filled));
      await settled(restored);

      expect(restored.value['question']).toEqual(example.value);
      await expect.poll(() => shown(restored)).toBe(shown(given));
    });

    it('stands in the data of the form around', async () => {
      const around = document.createElement('form');
      document.body.append(around);
      const form = await mountExample({ name: 'answers' }, around);

      await fillIn(form, example);
      const entry: unknown = JSON.parse(new FormData(around).get('answers') as string);
      around.remove();

      expect(entry).toEqual({ question: example.typed ?? example.value });
    });

    it.each([
      ['empty', {}, false],
      ['filled in', filled, false],
      ['refused', wrong, true],
    ])('has no accessibility violation and no inline style while %s', async (_, value, isChecked) => {
      const form = await mountExample({ value });
      if (isChecked) form.reportValidity();
      await settled(form);

      expect(await axeViolations(form)).toEqual([]);
      expect(inlineStyles(form.renderRoot as ShadowRoot)).toEqual([]);
    });

    it('speaks English where the page does', async () => {
      const form = await mountExample({ value: wrong, lang: 'en' });
      form.reportValidity();
      await settled(form);
      const box = questionOf(form);

      expect(labelOf(form, box)).toContain(example.settings.title?.en);
      expect(ownWords(box)).not.toMatch(/[\u4e00-\u9fff]/);
    });

    it.each([
      ['on a phone', 390, false, false],
      ['on a phone in large text', 390, true, false],
      ['with text of twice the size', 1280, false, true],
    ])('fits %s, filled in and refused', async (_, width, largeText, isTwice) => {
      await page.viewport(width, 800);
      const box = document.createElement('div');
      document.body.append(box);
      if (isTwice) for (const [token, size] of DOUBLE) box.style.setProperty(token, size);

      const form = await mountExample({ value: wrong, largeText }, box);
      form.reportValidity();
      await settled(form);
      const refused = overflow(form);
      form.value = filled;
      await settled(form);
      const right = overflow(form);
      form.remove();
      box.remove();

      expect([...refused, ...right]).toEqual([]);
    });
  });
}

const DOUBLE = [['--cobuild-text-size', '32px'], ['--cobuild-small-size', '28px'], ['--cobuild-subheading-size', '36px'], ['--cobuild-heading-size', '44px']] as const;

/** A widget may be on its way when the form is drawn. */
async function settled(form: CobuildForm): Promise<CobuildForm> {
  await form.updateComplete;
  await expect.poll(() => form.shadowRoot?.querySelector('[data-pointer="/question"] :is(output.late, .loading)') ?? null).toBeNull();
  return form;
}

const questionOf = (form: CobuildForm): HTMLElement => find(form, '[data-pointer="/question"]');

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const controlsOf = (form: CobuildForm): HTMLElement[] => Array.from(questionOf(form).querySelectorAll<HTMLElement>('input, select, textarea, button'));

async function fillIn(form: CobuildForm, { keys }: WidgetExample): Promise<void> {
  find<HTMLInputElement>(form, '[data-pointer="/before"] input').focus();
  await userEvent.tab();
  for (const key of keys) {
    await userEvent.keyboard(key);
    await settled(form);
  }
}

/** What a person sees of the question. */
function shown(form: CobuildForm): string {
  const box = questionOf(form);
  const controls = controlsOf(form).map((control) => (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type) ? String(control.checked) : 'value' in control ? String(control.value) : ''));
  return [plain(Array.from(box.querySelectorAll<HTMLElement>('.answer-text, .tag')).map((part) => part.textContent).join('|')), ...controls].join('|');
}

/** Ids that attributes name and that nothing has. */
function danglingIds(form: CobuildForm): string[] {
  const root = form.shadowRoot as ShadowRoot;
  const names = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'list'];
  const named = names.flatMap((name) => Array.from(root.querySelectorAll(`[data-pointer="/question"] [${name}], [data-pointer="/question"][${name}]`)).flatMap((element) => (element.getAttribute(name) ?? '').split(' ')));
  const ids = Array.from(root.querySelectorAll('[id]')).map(({ id }) => id);
  return [...named.filter((id) => id !== '' && root.getElementById(id) === null), ...ids.filter((id, index) => ids.indexOf(id) !== index)];
}

const byIds = (form: CobuildForm, ids: string | null): string => (ids ?? '').split(' ').map((id) => plain(form.shadowRoot?.getElementById(id)?.textContent ?? '')).join(' ');

/** The name of the first control, or of the group around it. */
function labelOf(form: CobuildForm, box: HTMLElement): string {
  const [control] = controlsOf(form);
  const labels: Element[] = control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? Array.from(control.labels ?? []) : [];
  const legend = box.localName === 'fieldset' ? box.querySelector('legend') : null;
  return plain([legend, ...labels].map((label) => label?.textContent ?? '').join(' '));
}

function descriptionOf(form: CobuildForm, box: HTMLElement): string {
  const described = [box, ...controlsOf(form)].find((element) => element.hasAttribute('aria-describedby'));
  return byIds(form, described?.getAttribute('aria-describedby') ?? null);
}

/** The words of the widget itself, without what the form's definition and the page's registers say. */
function ownWords(box: HTMLElement): string {
  return [box, ...Array.from(box.querySelectorAll('*'))].filter((part) => !part.matches('.area-levels option, .picker-line')).flatMap((element) => [element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '', element.childElementCount === 0 ? (element.textContent ?? '') : '']).join(' ');
}

/** Parts of the question that reach beyond it, and whether the page has to be scrolled sideways. */
function overflow(form: CobuildForm): string[] {
  const box = questionOf(form);
  const edge = form.getBoundingClientRect();
  const beyond = Array.from(box.querySelectorAll<HTMLElement>('*')).filter((part) => {
    const { left, right, width, height } = part.getBoundingClientRect();
    return width > 1 && height > 1 && part.closest('.visually-hidden, [hidden]') === null && (right > edge.right + 1 || left < edge.left - 1);
  });
  const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : [];
  return [...sideways, ...beyond.map((part) => `${part.localName}.${part.className} of ${part.closest('[data-pointer]')?.getAttribute('data-pointer') ?? ''}`)];
}
