/** A file on its way to the host. */
export interface FileUpload {
  /**
   * Goes on from where it stopped, or begins. Resolves when the host has the whole file; what it rejects can be resumed, unless the host says with a {@link FileRefusal} that it
   * does not take this file, however often it is sent.
   */
  resume(progress: (sent: number, total: number) => void): Promise<StoredFile>;
  /** Stops; what was sent stays with the host until it forgets it. */
  pause(): void;
  /** Stops and forgets what was sent. */
  cancel(): void;
}

/**
 * What an upload rejects with where the host does not take the file: the sentence for the person, why, and what to do.
 *
 * @example throw Object.assign(new Error('Refused'), { refused: '文件内容与扩展名不符，请另存后重新选择。' });
 */
export interface FileRefusal { readonly refused: string }

/** What the host knows of a file that it has. */
export interface StoredFile {
  readonly id: string;
  /** SHA-256, hexadecimal. */
  readonly hash?: string;
  readonly scan?: 'pending' | 'clean' | 'infected' | 'failed';
  /** An instant, ISO 8601. */
  readonly uploadedAt?: string;
}

/** Where a host keeps files. The answers hold what is known of them, never their content. */
export interface FileStore {
  /** @param field - JSON Pointer of the question that the file belongs to. */
  upload(file: File, field: string): FileUpload;
  /** What has become of the scan; asked again until it is decided. */
  state?(id: string): Promise<StoredFile>;
  /** Where a person can open it; `undefined` where they may not. */
  link?(id: string): string | undefined;
  remove?(id: string): Promise<void>;
}
