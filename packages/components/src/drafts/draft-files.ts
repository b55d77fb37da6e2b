import type { FormDraft } from '@cobuild/core';
import { SHORTEST_PASS_PHRASE, readDraftFile, writeDraftFile } from '@cobuild/core';
import type { ReactiveControllerHost } from 'lit';
import type { DraftView } from './draft-status.js';

/** Larger ones are no drafts, and reading them would fill the memory. */
const LARGEST_BYTES = 32 * 1024 * 1024;

export type FileFieldName = 'file' | 'passPhrase' | 'again';

/** What is wrong with one field of the panel, or with the file as a whole (at `file`). */
export interface FileFault { readonly field: FileFieldName; readonly message: string }

export interface DraftFilesHost {
  readonly view: () => DraftView;
  /** The draft to export with the name of its file; `undefined` without a form. */
  readonly draft: () => { readonly draft: FormDraft; readonly name: string } | undefined;
  /** Takes over a draft; answers `false` where it belongs to another form. */
  readonly take: (draft: FormDraft) => boolean;
  /** The panel opened, closed, or has something to say: where the focus goes. */
  readonly focus: (on: 'panel' | 'opener' | FileFieldName, opener: 'export' | 'import') => void;
}

/** Exporting a draft to one encrypted file and reading it back: what is open, what was typed, how far it is. */
export class DraftFiles {
  open: 'export' | 'import' | undefined;
  fault: FileFault | undefined;
  /** Share of the work, 0 to 1, while it goes on. */
  progress: number | undefined;
  /** What was exported. */
  done = '';
  private file: File | undefined;
  private passPhrase = '';
  private again = '';

  constructor(private readonly element: ReactiveControllerHost, private readonly host: DraftFilesHost) {}

  show(panel: 'export' | 'import'): void {
    this.forget();
    this.done = '';
    this.open = panel;
    this.element.requestUpdate();
    this.host.focus('panel', panel);
  }

  close(): void {
    const { open } = this;
    if (open === undefined || this.progress !== undefined) return;
    this.forget();
    this.open = undefined;
    this.element.requestUpdate();
    this.host.focus('opener', open);
  }

  setFile(file: File | undefined): void {
    this.file = file;
  }

  setPassPhrase(text: string): void {
    this.passPhrase = text;
  }

  setAgain(text: string): void {
    this.again = text;
  }

  async run(): Promise<void> {
    const panel = this.open;
    if (panel === undefined || this.progress !== undefined) return;
    this.fault = undefined;
    this.progress = 0;
    this.element.requestUpdate();
    try {
      this.fault = await (panel === 'export' ? this.export() : this.import());
    } catch {
      this.fault = { field: panel === 'export' ? 'passPhrase' : 'file', message: this.host.view().text.fileFailed };
    }
    this.progress = undefined;
    this.element.requestUpdate();
    if (this.fault) this.host.focus(this.fault.field, panel);
    else this.close();
  }

  private async export(): Promise<FileFault | undefined> {
    const { text } = this.host.view();
    if (Array.from(this.passPhrase).length < SHORTEST_PASS_PHRASE) return { field: 'passPhrase', message: text.tooShort({ count: SHORTEST_PASS_PHRASE }) };
    if (this.passPhrase !== this.again) return { field: 'again', message: text.notSame };
    const given = this.host.draft();
    if (given === undefined) return { field: 'passPhrase', message: text.fileFailed };
    const file = await writeDraftFile(given.draft, this.passPhrase, { random: (length) => crypto.getRandomValues(new Uint8Array(length)), onProgress: this.onProgress });
    download(file, given.name);
    this.done = text.exported({ name: given.name });
    return undefined;
  }

  private async import(): Promise<FileFault | undefined> {
    const { text, locale, inTerms } = this.host.view();
    const { file } = this;
    if (file === undefined) return { field: 'file', message: text.noFile };
    if (this.passPhrase === '') return { field: 'passPhrase', message: text.noPassPhrase };
    if (file.size > LARGEST_BYTES) return { field: 'file', message: text.fileTooLarge };
    const bytes = await bytesOf(file).catch(() => undefined);
    if (bytes === undefined) return { field: 'file', message: text.fileUnreadable };
    const read = await inTerms(() => readDraftFile(bytes, this.passPhrase, locale, this.onProgress));
    if (!read.ok) return { field: read.problem.code === 'draft-file/wrong-pass-phrase' ? 'passPhrase' : 'file', message: `${read.problem.message}${locale === 'en' ? ' ' : ''}${read.problem.remedy ?? ''}` };
    return this.host.take(read.draft) ? undefined : { field: 'file', message: text.otherForm };
  }

  private forget(): void {
    this.file = undefined;
    this.passPhrase = '';
    this.again = '';
    this.fault = undefined;
  }

  private readonly onProgress = (share: number): void => {
    // Whole steps of ten: a reader is told of each.
    const step = Math.floor(share * 10) / 10;
    if (step === this.progress) return;
    this.progress = step;
    this.element.requestUpdate();
  };
}

/** `Blob.arrayBuffer` came later than some browsers of closed networks. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.readAsArrayBuffer(file);
  });
}

function download(file: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([file as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has read the address by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
