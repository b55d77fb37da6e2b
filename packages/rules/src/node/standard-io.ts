import type { CommandIo } from './command-io.js';

/** The streams of this process. */
export function standardIo(): CommandIo {
  // Whoever reads our output may stop early: `cobuild decide … | head -1`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    // Only a command that waits for the signal takes Ctrl+C into its own hands; the others are broken off by it.
    get signal() {
      return endOfProcess();
    },
    async readStandardInput() {
      process.stdin.setEncoding('utf8');
      let text = '';
      for await (const part of process.stdin) text += String(part);
      return text;
    },
  };
}

function endOfProcess(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
