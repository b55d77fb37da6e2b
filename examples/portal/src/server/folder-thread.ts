import { Worker } from 'node:worker_threads';
import type { Locale } from '@cobuild/core';
import type { FolderCheck, FolderWork, PublishResult } from './check-folder.js';

export interface FolderRequest { readonly id: number; readonly kind: 'check' | 'publish'; readonly folder: string; readonly locale: Locale }
export type FolderReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };

interface Waiting { readonly done: (value: never) => void; readonly failed: (error: Error) => void }

/** Checks and publishes scheme folders on a thread of its own, so that no page waits for it. The thread is started at the first folder, and anew where it came to an end. */
export class FolderThread implements FolderWork {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;

  constructor(private readonly script: URL = new URL('./folder-worker.js', import.meta.url)) {}

  check(folder: string, locale: Locale): Promise<FolderCheck> {
    return this.#ask('check', folder, locale);
  }

  publish(folder: string, locale: Locale): Promise<PublishResult> {
    return this.#ask('publish', folder, locale);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask<T>(kind: FolderRequest['kind'], folder: string, locale: Locale): Promise<T> {
    const id = (this.#last += 1);
    return new Promise<T>((done, failed) => {
      this.#waiting.set(id, { done, failed });
      const request: FolderRequest = { id, kind, folder, locale };
      this.#started().postMessage(request);
    });
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    // Flags of the process, such as where it finds packages, are not the thread's.
    const worker = new Worker(this.script, { execArgv: [] });
    worker.on('message', (reply: FolderReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('error' in reply) waiting?.failed(new Error(reply.error));
      else waiting?.done(reply.value as never);
    });
    worker.on('error', (error) => this.#ended(error));
    worker.on('exit', (code) => this.#ended(new Error(`The thread that checks schemes ended with ${code}.`)));
    // Nobody who stops the portal waits for a check.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #ended(error: Error): void {
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    all.forEach(({ failed }) => failed(error));
  }
}
