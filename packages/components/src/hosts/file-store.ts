/** A file on its way to the host. */
export interface FileUpload {
  /** Goes on from where it stopped, or begins. Resolves when the host has the whole file; what it rejects can be resumed. */
  resume(progress: (sent: number, total: number) => void): Promise<StoredFile>;
  /** Stops; what was sent stays with the host until it forgets it. */
  pause(): void;
  /** Stops and forgets what was sent. */
  cancel(): void;
}

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
