/** Where progress is drawn: standard error of a process. */
export interface ProgressStream { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

export interface Progress {
  /** @param total - Absent while nobody knows it. */
  readonly update: (done: number, total?: number) => void;
  /** Wipes the line, so that what comes next begins at its start. */
  readonly end: () => void;
}

const WIDTH = 24;
/** Short runs show nothing; a long one is drawn a few times a second. */
const FIRST_MS = 400;
const NEXT_MS = 100;

/**
 * A progress bar in one line. Draws on a terminal only: in a pipe or a log file it stays silent. It does not go through `CommandIo`, which writes control characters
 * such as the return to the start of the line as visible text.
 *
 * @example const progress = startProgress('读入案件'); progress.update(500, 2000); progress.end();
 */
export function startProgress(label: string, stream: ProgressStream = process.stderr, now: () => number = Date.now): Progress {
  if (stream.isTTY !== true) return { update: () => undefined, end: () => undefined };
  let next = now() + FIRST_MS;
  let drawn = 0;
  return {
    update: (done, total) => {
      const time = now();
      if (time < next) return;
      next = time + NEXT_MS;
      const text = `${label} ${total === undefined || total === 0 ? `${done}` : bar(done, total)}`;
      stream.write(`\r${text}${' '.repeat(Math.max(0, drawn - text.length))}`);
      drawn = text.length;
    },
    end: () => {
      if (drawn > 0) stream.write('\r\u001b[K');
      drawn = 0;
    },
  };
}

function bar(done: number, total: number): string {
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % (${done}/${total})`;
}
