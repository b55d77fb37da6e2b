import type { SchemeTexts } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, noticeBox } from '../../internal/pieces.js';
import type { Messages } from '../../locales/messages.js';
import type { ChosenFile } from './dropped-files.js';
import { chosenFiles, droppedFiles, holdsFiles } from './dropped-files.js';
import type { ImportedFiles } from './read-files.js';
import { readSchemeFiles } from './read-files.js';
import type { importWords } from './words.js';

type ImportWords = (typeof importWords)['zh-CN'];

/** What the editor lends to the desk. */
export interface ImportHost {
  readonly isReadonly: () => boolean;
  readonly texts: () => SchemeTexts;
  readonly words: () => ImportWords;
  /** Puts what was read into the scheme. */
  readonly take: (read: ImportedFiles) => void;
}

const DRAG_EVENTS = ['dragover', 'dragleave', 'drop'] as const;

/** Files that somebody chooses, or drops anywhere on the editor: read, taken in, and those that are refused told one by one. */
export class ImportDesk implements ReactiveController {
  /** Files are held over the editor. */
  isFileOver = false;
  private refused: readonly string[] = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly editor: ImportHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of DRAG_EVENTS) this.host.addEventListener(name, this.onDrag);
  }

  hostDisconnected(): void {
    for (const name of DRAG_EVENTS) this.host.removeEventListener(name, this.onDrag);
  }

  /** Buttons that open the browser's choice: of files, and of a whole folder. */
  buttonView(): TemplateResult {
    const words = this.editor.words();
    const choose = (event: Event): void => (event.currentTarget as HTMLElement).closest('.import')?.querySelector('input')?.click();
    const take = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const chosen = chosenFiles(input.files ?? []);
      input.value = '';
      void this.import(chosen);
    };
    return html`<span class="import" title=${words.help}>${button({ label: words.importFiles, onClick: choose })}<input type="file" hidden multiple accept=".json,.zip,application/json,application/zip" @change=${take}></span>
      <span class="import" title=${words.folderHelp}>${button({ label: words.importFolder, onClick: choose })}<input type="file" hidden webkitdirectory @change=${take}></span>`;
  }

  /** Files that could not be taken in, one by one, until somebody has read it. */
  refusedView(messages: Messages): unknown {
    const words = this.editor.words();
    if (this.refused.length === 0) return nothing;
    const close = (): void => { this.refused = []; this.host.requestUpdate(); };
    return noticeBox('warning', messages.warning, html`<ul class="refused-files">${this.refused.map((said) => html`<li>${said}</li>`)}</ul><div class="row">${button({ label: words.close, kind: 'quiet', onClick: close })}</div>`, { title: words.refusedTitle, role: 'alert' });
  }

  private async import(chosen: readonly ChosenFile[]): Promise<void> {
    const read = await readSchemeFiles(chosen, Object.keys(this.editor.texts()));
    const words = this.editor.words();
    this.refused = read.refused.map(({ name, why }) => words.refused[why](name));
    this.editor.take(read);
    this.host.requestUpdate();
  }

  private readonly onDrag = (event: DragEvent): void => {
    if (this.editor.isReadonly() || !holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.isFileOver = event.type === 'dragover';
    this.host.requestUpdate();
    if (event.type === 'drop' && event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then((chosen) => this.import(chosen));
  };
}
