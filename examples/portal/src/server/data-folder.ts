import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder belongs to another process that is alive. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
  constructor(readonly folder: string, readonly pid: number) {
    super(`The data folder ${folder} is in use by the process ${pid}. Stop that server first, or set DATA_DIR to another folder.`);
  }
}

export interface DataFolder {
  readonly path: string;
  /** Gives the folder up; safe to call twice. */
  release(): void;
}

/**
 * Takes a data folder for this process alone. Two servers on one embedded database lose acknowledged rows, so the second is
 * refused. A lock whose owner is dead (kill -9, power cut) is taken over.
 *
 * @throws {DataFolderInUseError} when another live process holds it.
 */
export function takeDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true });
  const lock = join(path, 'portal.lock');
  const own = join(path, `portal.lock.${process.pid}.${randomBytes(4).toString('hex')}`);
  // A finished file is linked into place: the lock never exists without its owner's pid, and `link` fails where one exists.
  writeFileSync(own, JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) }));
  try {
    // Two rounds suffice for a stale lock; more only meet other starters that take over at the same moment.
    for (let round = 0; ; round += 1) {
      try {
        linkSync(own, lock);
        break;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
        const owner = readOwner(lock);
        if (owner !== undefined && isAlive(owner)) throw new DataFolderInUseError(path, owner.pid);
        if (round > 20) throw new DataFolderInUseError(path, owner?.pid ?? 0);
        removeStale(lock, own);
      }
    }
  } finally {
    unlinkSync(own);
  }
  let held = true;
  return {
    path,
    release() {
      if (held) rmSync(lock, { force: true });
      held = false;
    },
  };
}

interface Owner { readonly pid: number; readonly startedAt: string }

/** Moves a stale lock aside. Had another starter replaced it in between, the moved file is a live one and is put back. */
function removeStale(lock: string, own: string): void {
  const aside = `${own}.stale`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && isAlive(moved)) {
    try {
      linkSync(aside, lock);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
  unlinkSync(aside);
}

function readOwner(path: string): Owner | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner>;
    return typeof value.pid === 'number' ? { pid: value.pid, startedAt: value.startedAt ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  // The number may have gone to another process since; its start time tells, where the system shows it.
  const started = processStart(owner.pid);
  return started === '' || owner.startedAt === '' || started === owner.startedAt;
}

/** Start time of a process in clock ticks since boot (Linux); `''` elsewhere. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold blanks; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
