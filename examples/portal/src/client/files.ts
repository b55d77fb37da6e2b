import type { Problem } from '@cobuild/core';
import type { FileStore, FileUpload, StoredFile } from '@cobuild/components';
import type { Answer } from './api.js';
import { call, sendPiece } from './api.js';

/** What the server says of an upload: how much it has, and the file once it has all of it. */
interface Progress { readonly id: string; readonly received: number; readonly file?: StoredFile }

/** Sent again, it would be refused again. */
const REFUSED: readonly string[] = ['portal/file-type', 'portal/file-size', 'portal/files-full', 'portal/file-content'];

const pieceBytes = 256 * 1024;

/**
 * Files of the questions, kept by our server.
 *
 * @param caseId - Of the case whose files are opened; without it only those of one's own unit can be.
 * @param tell - Says why the server did not take a file.
 */
export function portalFiles(tell: (problems: readonly Problem[]) => void, caseId?: string): FileStore {
  const folder = caseId === undefined ? '/api/files' : `/api/cases/${encodeURIComponent(caseId)}/files`;
  return {
    upload: (file) => new PortalUpload(file, tell),
    link: (id) => `${folder}/${encodeURIComponent(id)}`,
    remove: async (id) => {
      const answer = await call('DELETE', `/api/files/${encodeURIComponent(id)}`);
      if (!answer.ok) tell(answer.problems);
    },
  };
}

/** A file sent piece by piece; the server knows where it stopped, also after it was started anew. */
class PortalUpload implements FileUpload {
  private id: string | undefined;
  private sent = 0;
  private stop = new AbortController();

  constructor(private readonly file: File, private readonly tell: (problems: readonly Problem[]) => void) {}

  async resume(progress: (sent: number, total: number) => void): Promise<StoredFile> {
    const { file } = this;
    const stop = (this.stop = new AbortController());
    this.id ??= this.settled(await call<Progress>('POST', '/api/files', { name: file.name, size: file.size }), stop).id;
    for (;;) {
      if (stop.signal.aborted) throw new Error('The upload was stopped');
      const answer = await sendPiece<Progress>(`/api/files/${this.id}?start=${this.sent}`, file.slice(this.sent, this.sent + pieceBytes), stop.signal);
      const { received, file: stored } = this.settled(answer, stop);
      if (stored) return stored;
      // A file that grew on the disk meanwhile does not fit what was announced.
      if (received === this.sent) throw new Error('The server took nothing of this piece');
      this.sent = received;
      progress(received, file.size);
    }
  }

  pause(): void {
    this.stop.abort();
  }

  cancel(): void {
    this.stop.abort();
    if (this.id !== undefined) void call('DELETE', `/api/files/${this.id}`);
  }

  /** What the server does not take is said at the question; anything else in the page, and the file stands there with a way to try again. Somebody who stopped it knows. */
  private settled<T>(answer: Answer<T>, stop: AbortController): T {
    if (answer.ok) return answer.value;
    const said = answer.problems.map(({ message }) => message).join(' ');
    if (answer.problems.some(({ code }) => REFUSED.includes(code))) throw Object.assign(new Error(said), { refused: said });
    if (!stop.signal.aborted) this.tell(answer.problems);
    // What the server has forgotten begins anew.
    if (answer.problems.some(({ code }) => code === 'portal/unknown-file')) {
      this.id = undefined;
      this.sent = 0;
    }
    throw new Error(said);
  }
}
