import { isMainThread, parentPort } from 'node:worker_threads';
import { chinaCalendar } from '@cobuild/core';
import { folderWork } from './check-folder.js';
import type { FolderReply, FolderRequest } from './folder-thread.js';

/** The thread on which scheme folders are checked and published; see `FolderThread`. */
if (!isMainThread) {
  const work = folderWork(chinaCalendar);
  parentPort?.on('message', ({ id, kind, folder, locale }: FolderRequest) => {
    const reply = (given: FolderReply): void => parentPort?.postMessage(given);
    work[kind](folder, locale).then((value) => reply({ id, value }), (error: unknown) => reply({ id, error: error instanceof Error ? error.message : String(error) }));
  });
}
