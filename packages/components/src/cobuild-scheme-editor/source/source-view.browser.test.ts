import { EditorView } from '@codemirror/view';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

/** The code of the file in which a place stands. */
async function openSource(place: string, properties: Partial<CobuildSchemeEditor> = {}): Promise<{ readonly element: CobuildSchemeEditor; readonly view: EditorView }> {
  const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), lang: 'zh-CN', place, ...properties });
  await page.getByRole('button', { name: '源文件', exact: true }).click();
  await expect.poll(() => element.renderRoot.querySelector('.cm-editor')).toBeTruthy();
  const view = EditorView.findFromDOM(find(element, '.cm-editor'));
  if (view === null) throw new Error('no code');
  return { element, view };
}
const lineOf = (view: EditorView): string => view.state.doc.lineAt(view.state.selection.main.head).text;
const offsetOf = (view: EditorView, text: string): number => view.state.doc.toString().indexOf(text);

beforeEach(() => page.viewport(1280, 900));

describe('source view', () => {
  it('opens the file and the line of what was being edited', async () => {
    const { element, view } = await openSource('/stages/1');
    expect(find<HTMLSelectElement>(element, '#file').value).toBe('scheme.json');
    const { doc, selection } = view.state;
    expect(doc.line(doc.lineAt(selection.main.head).number + 1).text + lineOf(view)).toContain('"id": "review"');
  });

  it('opens the form where that is a file of its own', async () => {
    const { element } = await openSource('/forms/0');
    expect(find<HTMLSelectElement>(element, '#file').value).toBe('forms/application.json');
  });

  it('offers by Ctrl+Space what may be written at a place: settings, choices with their words, names of other parts, “not decided yet”', async () => {
    const { element, view } = await openSource('');
    const offered = async (offset: number): Promise<string> => {
      view.focus();
      view.dispatch({ selection: { anchor: offset } });
      await userEvent.keyboard('{Control>}[Space]{/Control}');
      await expect.poll(() => element.renderRoot.querySelector('.cm-tooltip-autocomplete li')).toBeTruthy();
      const text = find(element, '.cm-tooltip-autocomplete').textContent ?? '';
      await userEvent.keyboard('{Escape}');
      return text;
    };
    expect(await offered(offsetOf(view, '"approval"') + 1)).toMatch(/approval审批.*vote/);
    // Chosen from within the word, it takes the place of the whole word.
    const was = view.state.doc.toString();
    view.dispatch({ selection: { anchor: offsetOf(view, '"approval"') + 1 } });
    await userEvent.keyboard('{Control>}[Space]{/Control}');
    await expect.poll(() => element.renderRoot.querySelector('.cm-tooltip-autocomplete li')).toBeTruthy();
    // A list that has just come takes no Enter that was meant for the text.
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    const chosen = element.renderRoot.querySelector('.cm-tooltip-autocomplete li[aria-selected] .cm-completionLabel')?.textContent ?? '';
    await userEvent.keyboard('{Enter}');
    expect(view.state.doc.toString()).toBe(was.replace('"approval"', JSON.stringify(chosen)));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(view.state.doc.toString()).toBe(was);
    expect(await offered(offsetOf(view, '"role": "reviewer"') + 9)).toMatch(/applicant申报人.*reviewer镇街审核人员/);
    expect(await offered(offsetOf(view, '"UNDECIDED"') + 1)).toContain('尚未决定');
    // A setting by its name, where one begins.
    const before = view.state.doc.toString();
    const at = offsetOf(view, '"method": "approval",') + '"method": "approval",'.length;
    view.dispatch({ changes: { from: at, insert: ' "' }, selection: { anchor: at + 2 }, userEvent: 'input.type' });
    const settings = await offered(at + 2);
    expect(settings).toContain('deadline');
    view.dispatch({ changes: { from: at, to: at + 2, insert: '' }, userEvent: 'input' });
    expect(view.state.doc.toString()).toBe(before);
  });

  it('says under the pointer what a setting is, of several in a line the one that is meant', async () => {
    const { element, view } = await openSource('');
    const hover = async (text: string, inside: number): Promise<string> => {
      const offset = offsetOf(view, text) + inside;
      view.dispatch({ effects: EditorView.scrollIntoView(offset, { y: 'center' }) });
      await expect.poll(() => view.coordsAtPos(offset)).toBeTruthy();
      const { left = 0, top = 0 } = view.coordsAtPos(offset) ?? {};
      const target = element.shadowRoot?.elementFromPoint(left + 2, top + 4) ?? find(element, '.cm-content');
      target.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, composed: true, clientX: left + 2, clientY: top + 4 }));
      await expect.poll(() => element.renderRoot.querySelector('.source-help')?.textContent ?? '', { timeout: 3000 }).not.toBe('');
      const said = find(element, '.source-help').textContent ?? '';
      find(element, '.cm-content').dispatchEvent(new MouseEvent('mousemove', { bubbles: true, composed: true, clientX: 1, clientY: 1 }));
      await expect.poll(() => element.renderRoot.querySelector('.source-help')).toBeNull();
      return said;
    };
    expect(await hover('"method": "approval"', 3)).toContain('办理方式');
    expect(await hover('"currency"', 3)).toContain('币种');
  });

  it('marks problems at their lines, and goes to them from the list', async () => {
    const draft = editedTexts();
    const { element, view } = await openSource('', { files: { ...draft, 'scheme.json': (draft['scheme.json'] ?? '').replace('"method": "approval"', '"method": "oracle"') } });
    await expect.poll(() => element.renderRoot.querySelector('.cm-lint-marker-error')).toBeTruthy();
    const link = Array.from(element.renderRoot.querySelectorAll<HTMLElement>('.problems .link')).find(({ textContent }) => textContent?.includes('oracle') === true || textContent?.includes('method') === true || textContent?.includes('办理方式') === true);
    link?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => lineOf(view)).toContain('"oracle"');
    expect(element.shadowRoot?.activeElement?.classList.contains('cm-content')).toBe(true);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('shows the code again after the editor was moved on its page, and where the host hands in other files', async () => {
    const { element } = await openSource('');
    element.parentElement?.append(element);
    await expect.poll(() => element.renderRoot.querySelectorAll('.cm-editor').length).toBe(1);
    const { 'scheme.json': scheme = '', ...others } = editedTexts();
    element.files = { ...others, 'scheme.json': scheme.replace('村道照明资金', '水渠修缮资金') };
    await expect.poll(() => element.renderRoot.querySelector('.cm-content')?.textContent ?? '').toContain('水渠修缮资金');
    expect(element.renderRoot.querySelectorAll('.cm-editor').length).toBe(1);
  });

  it('is left by Tab, and undo is that of the whole editor', async () => {
    const { element, view } = await openSource('');
    view.focus();
    view.dispatch({ selection: { anchor: offsetOf(view, '村道照明资金') } });
    await userEvent.keyboard('新');
    expect(JSON.parse(element.currentFiles['scheme.json'] ?? '')).toMatchObject({ title: { 'zh-CN': '新村道照明资金' } });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([element.changedFiles, view.state.doc.toString()]).toEqual([[], element.currentFiles['scheme.json']]);
    await userEvent.keyboard('{Tab}');
    expect(element.shadowRoot?.activeElement?.classList.contains('cm-content')).toBe(false);
  });
});
