import type { FormDefinition } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { ref as shown } from 'lit/directives/ref.js';
import type { StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../src/hosts/field-hosts.js';

type Answers = Readonly<Record<string, unknown>>;

/** What a page about a widget shows. */
export interface WidgetSubject {
  readonly definition: FormDefinition;
  readonly hosts?: FieldHosts;
  readonly right: Answers;
  readonly wrong: Answers;
  /** Long names and texts. */
  readonly long?: Answers;
  /** Settings that make a difference, each with what it is for. */
  readonly options: readonly { readonly title: string; readonly definition: FormDefinition; readonly value?: Answers; readonly settings: unknown }[];
}

interface Shown { readonly value?: Answers; readonly definition?: FormDefinition; readonly mode?: 'fill' | 'read'; readonly disabled?: boolean; readonly checked?: boolean; readonly lang?: string; readonly theme?: string; readonly largeText?: boolean; readonly name: string }

const pageStyles = css`
  .widget-page { display: grid; gap: 32px; font-family: system-ui, sans-serif; }
  .widget-page > section { display: grid; gap: 8px; border-block-start: 1px solid #c5ccd6; padding-block-start: 16px; }
  .widget-page h2 { margin: 0; font-size: 18px; }
  .widget-page pre { margin: 0; padding: 8px; background: #f3f5f8; overflow: auto; font-size: 13px; }
  .widget-page table { border-collapse: collapse; }
  .widget-page :is(th, td) { border: 1px solid #c5ccd6; padding: 4px 8px; text-align: start; }
`;

/** Once for the page of the stories. */
function wearPageStyles(): void {
  const sheet = pageStyles.styleSheet;
  if (sheet && !document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function formOf(subject: WidgetSubject, { value = {}, definition = subject.definition, mode = 'fill', disabled = false, checked = false, lang = 'zh-CN', theme = 'district', largeText = false, name }: Shown, drawn?: (form: CobuildForm) => void): TemplateResult {
  const ready = (element: Element | undefined): void => {
    const form = element as CobuildForm | undefined;
    void form?.updateComplete.then(() => {
      if (checked) form.model?.showProblems();
      drawn?.(form);
    });
  };
  return html`<cobuild-form actions-hidden aria-label=${name} .definition=${definition} .value=${value} .hosts=${subject.hosts} mode=${mode} ?disabled=${disabled} ?large-text=${largeText} lang=${lang} theme=${theme} ${shown(ready)}></cobuild-form>`;
}

function page(parts: readonly (readonly [title: string, body: unknown, settings?: unknown])[]): TemplateResult {
  wearPageStyles();
  return html`<div class="widget-page">${parts.map(([title, body, settings]) => html`<section><h2>${title}</h2>${settings === undefined ? nothing : html`<pre tabindex="0" role="region" aria-label=${title}>${JSON.stringify(settings, undefined, 2)}</pre>`}${body}</section>`)}</div>`;
}

/** Parts of a drawn question, in the order in which they stand; what a host finds them by is API. */
const PARTS: readonly (readonly [selector: string, what: string])[] = [
  ['[data-pointer]', '一个问题，按答案的位置（JSON Pointer）查找 · one question, found by the pointer of its answer'],
  ['.label', '问题的名称（label 或 legend） · its name'],
  ['.help', '填写说明 · help, told with the control'],
  ['.input', '填写的控件 · the control'],
  ['.unit', '计量单位 · the unit'],
  ['[data-cell]', '记录中的一格，按记录内的位置查找 · a cell of a record, found by the pointer inside it'],
  ['.note', '控件下的提示：字数、大写金额、答案来源 · notes: count, capital numerals, source'],
  ['.field-error', '错误，紧挨着它所说的控件 · what is wrong, beside what it is about'],
];

function anatomy(subject: WidgetSubject): TemplateResult {
  const list = (form: CobuildForm): void => {
    const rows = form.parentElement?.querySelectorAll<HTMLElement>('tr[data-part]') ?? [];
    const tell = (): void => Array.from(rows).forEach((row) => (row.hidden = form.renderRoot.querySelector(row.dataset['part'] ?? '') === null));
    tell();
    new MutationObserver(tell).observe(form.renderRoot, { childList: true, subtree: true });
  };
  return page([['组成部分 · Parts', html`${formOf(subject, { value: subject.wrong, checked: true, name: '组成部分' }, list)}
    <table><thead><tr><th scope="col">查找方法 · Found by</th><th scope="col">是什么 · What it is</th></tr></thead>
    <tbody>${PARTS.map(([selector, what]) => html`<tr data-part=${selector}><td><code>${selector}</code></td><td>${what}</td></tr>`)}</tbody></table>`]]);
}

function states(subject: WidgetSubject): TemplateResult {
  const { right, wrong, long } = subject;
  const all: readonly Shown[] = [
    { name: '空 · Empty' },
    { name: '已填 · Filled', value: right },
    { name: '有错 · Invalid', value: wrong, checked: true },
    { name: '停用 · Disabled', value: right, disabled: true },
    { name: '只读 · Read only', value: right, mode: 'read' },
    ...(long === undefined ? [] : [{ name: '长文字 · Long text', value: long }]),
    { name: '大字 · Large text', value: right, largeText: true },
    { name: 'English', value: right, lang: 'en' },
    { name: '高对比度 · High contrast', value: wrong, checked: true, theme: 'high-contrast' },
  ];
  return page(all.map((state) => [state.name, formOf(subject, state)]));
}

const described = (story: string): NonNullable<StoryObj['parameters']> => ({ docs: { description: { story } } });

/** The same question stands on the page many times, which no page of a host does. */
const manyForms = { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } };

/** Controls of a form that people can reach. */
const CONTROLS = ':is(input:not([type=hidden], [type=file]), select, textarea):not([aria-hidden=true])';

/** Each control has a name, and what describes it is there. */
async function checkNames(form: CobuildForm): Promise<void> {
  const root = form.shadowRoot as ShadowRoot;
  for (const control of Array.from(root.querySelectorAll<HTMLInputElement>(CONTROLS))) {
    const labelled = (control.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '').map((id) => root.getElementById(id)?.textContent ?? '').join('');
    const name = `${control.getAttribute('aria-label') ?? ''}${labelled}${Array.from(control.labels ?? [], (label) => label.textContent).join('')}`.trim();
    await expect(name, control.outerHTML).not.toBe('');
    for (const id of (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== '')) await expect(root.getElementById(id), `${control.outerHTML}: ${id}`).not.toBeNull();
  }
}

/** The pages about a widget in the order of all stories; Playground and Behaviour are the widget's own. */
export function widgetPages(subject: WidgetSubject): Readonly<Record<'overview' | 'anatomy' | 'options' | 'states' | 'narrow' | 'accessibility', StoryObj>> {
  return {
    overview: { render: () => formOf(subject, { value: subject.right, name: '概览' }), parameters: described('What it is for: filled in as a person would. · 填好的样子。') },
    anatomy: { render: () => anatomy(subject), parameters: described('Parts that hosts, tests and styles find, in a state that has most of them.') },
    options: { render: () => page(subject.options.map(({ title, definition, value = {}, settings }) => [title, formOf(subject, { definition, value, name: title }), settings])), parameters: { ...described('Settings beside what they make of the question; they stand in `fields` of the form.'), ...manyForms } },
    states: { render: () => states(subject), parameters: { ...described('Every state in which people meet it.'), ...manyForms } },
    narrow: { render: () => formOf(subject, { value: subject.right, name: '手机' }), globals: { viewport: { value: 'mobile1', isRotated: false } }, parameters: described('On a phone.') },
    accessibility: {
      render: () => formOf(subject, { value: subject.wrong, checked: true, name: '无障碍' }),
      parameters: described('Names, descriptions and errors of all controls; the whole is reached and filled in by the keyboard alone.'),
      play: async ({ canvasElement, step }) => {
        const form = canvasElement.querySelector('cobuild-form') as CobuildForm;
        await waitFor(() => expect(form.shadowRoot?.querySelector(CONTROLS)).not.toBeNull());
        await waitFor(() => expect(form.shadowRoot?.querySelector('.late')).toBeNull());
        await step('names every control, and describes it by what is there', () => checkNames(form));
        await step('says what is wrong in the list and beside the control', async () => {
          await expect(form.reportValidity()).toBe(false);
          await waitFor(() => expect(form.shadowRoot?.querySelector('.field-error')).not.toBeNull());
          await waitFor(() => expect(form.shadowRoot?.activeElement).not.toBeNull());
        });
      },
    },
  };
}
