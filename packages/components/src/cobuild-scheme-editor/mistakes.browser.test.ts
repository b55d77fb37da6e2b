import { EditorView } from '@codemirror/view';
import type { Problem, SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, editJson, valueAt } from '@cobuild/core';
import { checkSchemeTexts } from '@cobuild/rules';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleBase, exampleFiles } from '../../test/example-folders.js';
import type { Mistake } from '../../test/mistakes.js';
import { mistakes, withMistakes } from '../../test/mistakes.js';
import { find, mount } from '../../test/mount.js';
import '../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from './cobuild-scheme-editor.js';
import type { EditingSession } from './editing-session.js';

/** Gaoming's demonstration in one file, with four of its tests. */
async function sound(): Promise<Readonly<Record<string, unknown>>> {
  const files = await exampleFiles('gaoming-demo');
  const { extends: _base, replacesTests: _replaced, ...scheme } = createSchemeDraft(files, { base: { read: ((base) => (path: string) => base[path])(await exampleBase(files)) } }).document as Readonly<Record<string, unknown>>;
  return { ...scheme, tests: (scheme['tests'] as unknown[]).slice(0, 4) };
}

const textOf = (scheme: unknown): string => `${JSON.stringify(scheme, undefined, 2)}\n`;
/** Made apart from the element: before and after, since it takes half a second. */
const problemsOf = (files: SchemeTexts): readonly Problem[] => checkSchemeTexts({ texts: files, base: {}, locale: 'zh-CN' }).problems;
/** The problem that names a mistake: at its place, inside what was written there, or at the part around it. */
const named = (problems: readonly Problem[], { code, pointer }: Mistake): Problem | undefined => problems.find((problem) => problem.code === code && (problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`) || pointer.startsWith(`${problem.pointer}/`)));

const textIn = (element: CobuildSchemeEditor): string => element.currentFiles['scheme.json'] ?? '';
const valueIn = (element: CobuildSchemeEditor, pointer: string): unknown => valueAt(JSON.parse(textIn(element)), pointer);
/** What the element has found in what it holds now. */
function foundBy(element: CobuildSchemeEditor): readonly Problem[] {
  const { session } = element as unknown as { readonly session: EditingSession };
  expect(session.isChecking).toBe(false);
  return session.checked?.problems ?? [];
}
/** The checks have seen what is here. */
const checked = (element: CobuildSchemeEditor): Promise<void> => expect.poll(() => element.renderRoot.querySelector('.drawer')?.textContent?.includes('正在检查') ?? true, { timeout: 10_000 }).toBe(false);

/** The line of the list of problems that names one, pressed. */
async function follow(element: CobuildSchemeEditor, problem: Problem): Promise<boolean> {
  await page.getByRole('button', { name: problem.code === 'scheme/undecided' ? '待决定（' : '问题（' }).click();
  const line = Array.from(element.renderRoot.querySelectorAll<HTMLElement>('.problems li')).find((item) => item.querySelector('.link')?.textContent === problem.message && item.textContent.includes(`scheme.json:${String(problem.line)}`));
  line?.querySelector<HTMLElement>('.link')?.click();
  await element.updateComplete;
  await element.updateComplete;
  return line !== undefined;
}

/** Types or chooses one value. */
async function put(control: Element | null | undefined, wanted: unknown): Promise<void> {
  if (control instanceof HTMLSelectElement && Array.from(control.options).some(({ value }) => value === String(wanted))) await userEvent.selectOptions(control, String(wanted));
  else if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type !== 'checkbox')) { await userEvent.fill(control, String(wanted)); await userEvent.keyboard('{Tab}'); }
}

/** Mends a place in the page that the link has opened, by the controls that stand there; whether that could be. */
async function mendInPanel(element: CobuildSchemeEditor, { pointer }: Mistake, wanted: unknown): Promise<boolean> {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  const name = pointer.slice(parent.length + 1);
  const boxAt = (at: string): HTMLElement | undefined => Array.from(element.renderRoot.querySelectorAll<HTMLElement>('[data-pointer]')).find(({ dataset }) => dataset['pointer'] === at);
  const controls = (): readonly Element[] => { const box = boxAt(pointer); return Array.from(box?.querySelectorAll('input, select, textarea') ?? []).filter((control) => control.closest('[data-pointer]') === box && !control.id.endsWith('-way')); };
  if (valueIn(element, pointer) === undefined && boxAt(pointer) === undefined) {
    // What is missing is added, under its name.
    const [form] = Array.from(element.renderRoot.querySelectorAll<HTMLFormElement>('form.add')).filter((each) => each.querySelector(`select[name="setting"] option[value="${name}"]`) !== null && (each.closest<HTMLElement>('[data-pointer]')?.dataset['pointer'] ?? parent) === parent);
    if (form === undefined) return false;
    await userEvent.selectOptions(form.querySelector('select') as HTMLSelectElement, name);
    await userEvent.click(form.querySelector('button') as HTMLButtonElement);
    await element.updateComplete;
  }
  for (const closed of element.renderRoot.querySelectorAll('details')) closed.open ||= boxAt(pointer)?.closest('details') === closed;
  if (valueIn(element, pointer) === 'UNDECIDED' && wanted !== 'UNDECIDED') await put(boxAt(pointer)?.querySelector('select[id$="-way"]'), 'value');
  await element.updateComplete;
  if (wanted === undefined) {
    const trash = Array.from(boxAt(pointer)?.querySelectorAll<HTMLElement>('button[aria-label^="删除"]') ?? []).find((button) => button.closest('[data-pointer]') === boxAt(pointer));
    trash?.click();
  } else if (typeof wanted !== 'object') await put(controls()[0], wanted);
  else for (const [index, part] of Object.values(wanted as object).entries()) { await put(controls()[index], part); await element.updateComplete; }
  return JSON.stringify(valueIn(element, pointer)) === JSON.stringify(wanted);
}

/** Opens the code, where the cursor stands at the place already, and puts there what was there. */
async function mendInSource(element: CobuildSchemeEditor, { pointer }: Mistake, wanted: unknown, line: number): Promise<void> {
  await page.getByRole('button', { name: '源文件', exact: true }).click();
  const box = await expect.poll(() => element.renderRoot.querySelector<HTMLElement>('.cm-editor')).toBeTruthy().then(() => find(element, '.cm-editor'));
  const view = EditorView.findFromDOM(box);
  if (view === null) throw new Error('no code');
  const cursor = view.state.doc.lineAt(view.state.selection.main.head).number;
  expect(cursor, `the cursor of ${pointer}`).toBeLessThanOrEqual(line);
  const edits = editJson(view.state.doc.toString(), wanted === undefined ? { kind: 'remove', pointer } : { kind: 'set', pointer, value: wanted });
  view.dispatch({ changes: edits.map(({ offset, length, text }) => ({ from: offset, to: offset + length, insert: text })), userEvent: 'input' });
  await page.getByRole('button', { name: '逐项编辑' }).click();
}

it('more than sixty mistakes in one scheme are each seen, reached by a link and mended in the element, until none is left', { timeout: 420_000 }, async () => {
  await page.viewport(1280, 900);
  const scheme = await sound();
  const before = problemsOf({ 'scheme.json': textOf(scheme) }).map(({ code, pointer }) => `${code} ${pointer}`);
  const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: { 'scheme.json': textOf(withMistakes(scheme)) }, lang: 'zh-CN' });
  const unseen: string[] = [];
  const [inPanels, inCode]: [string[], string[]] = [[], []];
  for (const mistake of mistakes) {
    await checked(element);
    const problem = named(foundBy(element), mistake);
    if (problem === undefined || !(await follow(element, problem))) { unseen.push(mistake.what); continue; }
    const wanted = valueAt(scheme, mistake.pointer);
    if (await mendInPanel(element, mistake, wanted)) inPanels.push(mistake.what);
    else { await mendInSource(element, mistake, wanted, problem.line ?? 1); inCode.push(mistake.what); }
  }
  await checked(element);
  expect(unseen).toEqual([]);
  expect(problemsOf(element.currentFiles).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(before);
  expect(JSON.parse(textIn(element))).toEqual(scheme);
  // What is one value is mended in its panel; conditions, schemas and what has another form than it should, in the code.
  expect({ inPanels: inPanels.length, inCode }).toEqual({ inPanels: expect.any(Number) as number, inCode: expect.not.arrayContaining(['a title that is left open', 'a parameter that nobody has decided', 'a rule without a reason']) as unknown });
  expect(inPanels.length).toBeGreaterThanOrEqual(38);
});
