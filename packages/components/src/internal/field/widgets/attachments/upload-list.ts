import type { FileRefusal, FileStore, FileUpload, StoredFile } from '../../../../hosts/file-store.js';

/** A file on its way. What is not all there is never among the answers. */
export interface RunningUpload {
  readonly key: number;
  readonly file: File;
  readonly kind: string | undefined;
  readonly sent: number;
  readonly state: 'sending' | 'paused' | 'broken';
}

/** Any other error is one of the way there. */
function reasonOf(error: unknown): string | undefined {
  const reason = typeof error === 'object' && error !== null ? (error as Partial<FileRefusal>).refused : undefined;
  return typeof reason === 'string' && reason !== '' ? reason : undefined;
}

interface Entry { upload: FileUpload; running: RunningUpload }

export interface UploadListHost<Taken> {
  readonly store: () => FileStore | undefined;
  readonly field: () => string;
  readonly changed: () => void;
  /** What is kept of a file that the store has. Until it is known the file is on its way. */
  readonly describe: (file: File, kind: string | undefined, stored: StoredFile) => Promise<Taken>;
  readonly arrived: (taken: Taken) => void;
  /** The store does not take it. @param reason - A sentence of the host. */
  readonly refused: (file: File, reason: string) => void;
}

/** The uploads of one field: begun, stopped, gone on with, taken back. */
export class UploadList<Taken> {
  private readonly entries = new Map<number, Entry>();
  private count = 0;

  /** @param host - The field as it is drawn now; uploads go on while it is not drawn, and another drawing of it takes them over. */
  constructor(public host: UploadListHost<Taken>) {}

  get running(): readonly RunningUpload[] {
    return Array.from(this.entries.values(), ({ running }) => running);
  }

  begin(file: File, kind: string | undefined): void {
    const store = this.host.store();
    if (!store) return;
    const key = (this.count += 1);
    this.entries.set(key, { upload: store.upload(file, this.host.field()), running: { key, file, kind, sent: 0, state: 'paused' } });
    this.resume(key);
  }

  resume(key: number): void {
    const entry = this.entries.get(key);
    if (!entry || entry.running.state === 'sending') return;
    this.show(key, { state: 'sending' });
    const isStill = (): boolean => this.entries.get(key)?.running.state === 'sending';
    entry.upload.resume((sent) => {
      if (isStill()) this.show(key, { sent });
    }).then((stored) => this.host.describe(entry.running.file, entry.running.kind, stored)).then(
      (taken) => {
        // What was stopped or taken back in its last moment did not arrive.
        if (!isStill()) return;
        this.entries.delete(key);
        this.host.arrived(taken);
      },
      (error: unknown) => {
        if (!isStill()) return;
        const reason = reasonOf(error);
        if (reason === undefined) {
          this.show(key, { state: 'broken' });
          return;
        }
        this.entries.delete(key);
        this.host.refused(entry.running.file, reason);
      },
    );
  }

  pause(key: number): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.show(key, { state: 'paused' });
    entry.upload.pause();
  }

  cancel(key: number): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    entry.upload.cancel();
    this.host.changed();
  }

  private show(key: number, change: Partial<RunningUpload>): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.running = { ...entry.running, ...change };
    this.host.changed();
  }
}
