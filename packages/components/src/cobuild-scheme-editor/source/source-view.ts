import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { HighlightStyle, bracketMatching, foldGutter, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Locale, Problem } from '@cobuild/core';
import { describePlace, jsonLocationAt, toPointer } from '@cobuild/core';

/** Not typed by anybody: the text was changed elsewhere in the editor. */
const fromOutside = Annotation.define<boolean>();

export interface SourceViewOptions {
  readonly root: ShadowRoot;
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly readonly: boolean;
  readonly locale: Locale;
  /** The merged scheme as it stands, for what may be written where. */
  readonly document: () => unknown;
  /** Where in it the file stands: `''` for `scheme.json`, `/forms/0` for an included form. */
  readonly standsAt: () => string;
  readonly onInput: (text: string) => void;
}

/** A file as its author wrote it, in a real code editor: completion and help from the format, problems where they stand. Undo is the editor's as a whole, so there is none here. */
export class SourceView {
  private readonly view: EditorView;

  constructor(private readonly options: SourceViewOptions) {
    const { root, parent, text, label, readonly } = options;
    this.view = new EditorView({
      root, parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), foldGutter(), drawSelection({ cursorBlinkRate: 0 }), indentOnInput(), indentUnit.of('  '), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), lintGutter(),
          json(), syntaxHighlighting(colours), EditorView.lineWrapping, theme,
          autocompletion({ override: [(context) => this.complete(context)], icons: false }),
          hoverTooltip((_, position) => this.help(position)),
          // Tab goes on to what follows, as everywhere else.
          keymap.of([...completionKeymap, ...searchKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': label, 'tabindex': '0' }), EditorState.readOnly.of(readonly),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)) options.onInput(update.state.doc.toString());
          }),
        ],
      }),
    });
    // The box around the lines is no stop of its own.
    this.view.scrollDOM.removeAttribute('tabindex');
  }

  /** Takes a text that was changed elsewhere; the cursor stays where it is. */
  setText(text: string): void {
    const now = this.view.state.doc.toString();
    if (now === text) return;
    let start = 0;
    while (start < now.length && start < text.length && now[start] === text[start]) start += 1;
    let end = 0;
    while (end < now.length - start && end < text.length - start && now[now.length - 1 - end] === text[text.length - 1 - end]) end += 1;
    this.view.dispatch({ changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) }, annotations: fromOutside.of(true) });
  }

  /** Problems of this file, where they stand. */
  setProblems(problems: readonly Problem[]): void {
    const { doc } = this.view.state;
    const diagnostics = problems.flatMap(({ line, column, severity, message, remedy }): Diagnostic[] => {
      if (line === undefined || line > doc.lines) return [];
      const at = doc.line(line);
      const from = Math.min(at.to, at.from + (column ?? 1) - 1);
      return [{ from, to: Math.max(from, at.to), severity: severity === 'error' ? 'error' : severity === 'info' ? 'info' : 'warning', message: remedy === undefined ? message : `${message}\n${remedy}` }];
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Shows a line and puts the cursor there. */
  goTo({ line, column, takesFocus }: { readonly line: number; readonly column: number; readonly takesFocus: boolean }): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(1, line), doc.lines));
    const position = Math.min(at.to, at.from + column - 1);
    this.view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) });
    if (takesFocus) this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  private complete(context: CompletionContext): CompletionResult | null {
    const text = context.state.doc.toString();
    const { pointer, isKey } = jsonLocationAt(text, context.pos);
    const { locale } = this.options;
    const document = this.options.document();
    const place = describePlace(document, `${this.options.standsAt()}${pointer}`, locale);
    const typed = context.matchBefore(/"[^"\n]*|[A-Za-z0-9.-]+/);
    if (place === undefined || (typed === null && !context.explicit)) return null;
    // What is typed is held against the words without their quotes; what stands behind the cursor of the same word goes with it.
    const quote = typed?.text.startsWith('"') === true ? 1 : 0;
    const from = (typed?.from ?? context.pos) + quote;
    const rest = (quote === 1 ? /^[\w.$-]*"/.exec(text.slice(context.pos))?.[0] : undefined) ?? '';
    const option = (written: string, word: string, info?: string): Completion => ({
      label: written.replace(/^"|"$/g, ''), detail: word, ...(info === undefined ? {} : { info }),
      apply: (view, _, start, end) => view.dispatch({ changes: { from: start - quote, to: end + rest.length, insert: written }, selection: { anchor: start - quote + written.length } }),
    });
    const options = isKey
      ? place.members.filter(({ present }) => !present).map(({ name, word, pointer: at }) => option(`"${name}"`, word, describePlace(document, at, locale)?.description))
      : [
          ...place.options.map(({ value, word }) => option(JSON.stringify(value), word)),
          ...(place.refersTo?.choices ?? []).map(({ id, title }) => option(JSON.stringify(id), title)),
          ...(place.open ? [option('"UNDECIDED"', locale === 'en' ? 'not decided yet' : '尚未决定')] : []),
          ...(place.kind === 'boolean' ? [option('true', ''), option('false', '')] : []),
        ];
    return options.length === 0 ? null : { from, options, validFor: /^[^"\n]*$/ };
  }

  private help(position: number): { readonly pos: number; readonly create: () => { readonly dom: HTMLElement } } | null {
    const { pointer, isKey } = jsonLocationAt(this.view.state.doc.toString(), position);
    const line = this.view.state.doc.lineAt(position);
    // Of several keys of a line the one under the pointer.
    const key = isKey ? [...line.text.matchAll(/"([^"\\]*)"\s*:/g)].find((found) => line.from + found.index <= position && position <= line.from + found.index + found[0].length)?.[1] : undefined;
    const place = describePlace(this.options.document(), `${this.options.standsAt()}${pointer}${key === undefined ? '' : toPointer(key)}`, this.options.locale);
    if (place === undefined || place.name === '') return null;
    return { pos: position, create: () => {
      const dom = document.createElement('div');
      dom.className = 'source-help';
      dom.textContent = [place.word, place.options.map(({ value, word }) => `${value}：${word}`).join('\n'), place.description ?? ''].filter((line) => line !== '').join('\n');
      return { dom };
    } };
  }
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--cb-primary)' },
  { tag: [tags.string], color: 'var(--cb-success)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--cb-info)' },
  { tag: tags.invalid, color: 'var(--cb-danger)' },
]);

const theme = EditorView.theme({
  '&': { border: '1px solid var(--cb-field-border)', borderRadius: 'var(--cb-radius)', background: 'var(--cb-background)', color: 'var(--cb-text)', fontSize: 'var(--cb-small-size)' },
  '&.cm-focused': { outline: 'var(--cb-focus-width, 3px) solid var(--cb-focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace', maxBlockSize: '70vh', overflow: 'auto' },
  '.cm-gutters': { background: 'var(--cb-surface)', color: 'var(--cb-muted)', borderInlineEnd: '1px solid var(--cb-border)' },
  '.cm-content': { caretColor: 'var(--cb-text)' },
  '.cm-content:focus-visible': { outline: 'var(--cb-focus-width, 3px) solid var(--cb-focus)', outlineOffset: '-3px' },
  '.cm-cursor': { borderInlineStartColor: 'var(--cb-text)' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--cb-surface)' },
  '.cm-tooltip': { background: 'var(--cb-background)', color: 'var(--cb-text)', border: '1px solid var(--cb-border)', whiteSpace: 'pre-line', maxInlineSize: '36em' },
  '.cm-tooltip .source-help': { padding: '6px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--cb-primary)', color: 'var(--cb-on-primary)' },
  '.cm-completionDetail': { marginInlineStart: '1em', fontStyle: 'normal' },
});
