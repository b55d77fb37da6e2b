import type { Locale, Problem, SchemeTexts } from '@cobuild/core';
import { escapeToken } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { EditingSession } from '../editing-session.js';
import type { EditorWords } from '../words.js';
import type { SourceView } from './source-view.js';

/** What the editor lends to the desk. */
export interface SourceHost {
  /** The scheme that is open. */
  readonly session: () => EditingSession | undefined;
  readonly isReadonly: () => boolean;
  readonly locale: () => Locale;
  /** Somebody has typed into a file. */
  readonly onInput: () => void;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The files as they are written: which one is open, and the line that somebody wants to see. The code editor is fetched when it is asked for first. */
export class SourceDesk implements ReactiveController {
  private file = 'scheme.json';
  private wanted: Parameters<SourceView['goTo']>[0] | undefined;
  private readonly box = createRef<HTMLElement>();
  private view: SourceView | undefined;
  /** What the view was made for. */
  private drawn: { readonly box: HTMLElement; readonly file: string; readonly session: EditingSession } | undefined;

  constructor(private readonly host: Host, private readonly editor: SourceHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    void this.draw();
  }

  /** Opens the file of a place, or of a problem, at its line; where that is no file of this scheme, the scheme's own. */
  open({ draft }: EditingSession, { document, line = 1, column = 1 }: Partial<Pick<Problem, 'document' | 'line' | 'column'>>, takesFocus: boolean): void {
    const isHere = document !== undefined && document in draft.texts;
    this.file = isHere ? document : 'scheme.json';
    this.wanted = isHere ? { line, column, takesFocus } : { line: 1, column: 1, takesFocus };
  }

  render({ draft }: EditingSession, words: EditorWords): TemplateResult {
    const open = this.fileIn(draft.texts);
    const choose = (event: Event): void => {
      this.file = (event.target as HTMLSelectElement).value;
      this.host.requestUpdate();
    };
    return html`<div class="row"><label for="file">${words.file}</label><select class="input small-input" id="file" @change=${choose}>${Object.keys(draft.texts).sort().map((file) => html`<option value=${file} ?selected=${file === open}>${file}</option>`)}</select><span class="small muted">${words.cursorHelp}</span></div>
      <div class="source" ${ref(this.box)}></div>`;
  }

  /** A file may go again: what brought it is undone, or other files are opened. */
  private fileIn(texts: SchemeTexts): string {
    return this.file in texts ? this.file : 'scheme.json';
  }

  /** Puts the code into its box, where that is on the page, and into the code what was changed elsewhere. */
  private async draw(): Promise<void> {
    const box = this.box.value;
    const session = this.editor.session();
    if (box === undefined || session === undefined) return this.close();
    const file = this.fileIn(session.draft.texts);
    if (this.drawn?.box !== box || this.drawn.file !== file || this.drawn.session !== session) {
      this.close();
      const drawn = { box, file, session };
      this.drawn = drawn;
      const { SourceView: View } = await import('./source-view.js');
      if (this.drawn !== drawn) return;
      this.view = new View({
        root: this.host.renderRoot as ShadowRoot, parent: box, text: session.draft.texts[file] ?? '', label: file, readonly: this.editor.isReadonly(), locale: this.editor.locale(),
        document: () => session.draft.document, standsAt: () => standsAt(session, file),
        onInput: (written) => { session.draft.write(file, written, { group: `source:${file}` }); this.editor.onInput(); },
      });
    }
    this.view?.setText(session.draft.texts[file] ?? '');
    this.view?.setProblems((session.checked?.problems ?? []).filter(({ document }) => document === file));
    if (this.view === undefined || this.wanted === undefined) return;
    this.view.goTo(this.wanted);
    this.wanted = undefined;
  }

  private close(): void {
    this.view?.destroy();
    this.view = undefined;
    this.drawn = undefined;
  }
}

/** Where in the merged scheme a file stands. */
function standsAt({ checked }: EditingSession, file: string): string {
  if (file === 'scheme.json' || checked === undefined) return '';
  const { places } = checked;
  const found: string[] = [];
  const visit = (value: unknown, pointer: string, depth: number): void => {
    const at = places.locate(pointer);
    if (at.document === file && at.pointer === '') found.push(pointer);
    else if (depth < 4 && value !== null && typeof value === 'object') for (const [key, member] of Object.entries(value)) visit(member, `${pointer}/${escapeToken(key)}`, depth + 1);
  };
  visit(places.document, '', 0);
  return found[0] ?? '';
}
