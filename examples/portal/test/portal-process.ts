import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderTemplate } from './data-template.js';

const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));

/** The built portal as a process of its own. */
export interface PortalProcess {
  readonly address: string;
  readonly output: () => string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Starts the portal on a free port, with the Gaoming demonstration unless `SCHEMES` names others. Rejects with its output when it ends before it listens. */
export async function startPortal(dataFolder: string, environment: Readonly<Record<string, string>> = {}): Promise<PortalProcess> {
  const child = spawnPortal(dataFolder, environment);
  let output = '';
  child.stdout?.on('data', (part: Buffer) => { output += part.toString(); });
  child.stderr?.on('data', (part: Buffer) => { output += part.toString(); });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /Portal: (http:\/\/localhost:\d+)\//.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (code) => { reject(new Error(`exit ${code ?? 'signal'}: ${output}`)); });
  });
  const ended = new Promise<void>((resolve) => { child.on('exit', () => { resolve(); }); });
  const end = (signal: 'SIGKILL' | 'SIGTERM') => (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    child.kill(signal);
    return ended;
  };
  return { address, output: () => output, kill: end('SIGKILL'), stop: end('SIGTERM') };
}

export function spawnPortal(dataFolder: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', DATA_DIR: dataFolder, SCHEMES: 'gaoming-demo', DEMONSTRATION: 'off', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * A new data folder as a portal leaves it that was started once and stopped in order: database, schemes, a published version. Of the schemes
 * only those of Gaoming: the page of the administrator checks every scheme that there is, two dozen of them in a quarter of a minute.
 */
export const startedFolder = folderTemplate(async (folder) => {
  await (await startPortal(folder)).stop();
  const schemes = join(folder, 'schemes');
  for (const name of readdirSync(schemes).filter((each) => !each.startsWith('gaoming'))) {
    rmSync(join(schemes, name), { recursive: true });
    // A folder that is there is not filled again.
    mkdirSync(join(schemes, name));
  }
});
