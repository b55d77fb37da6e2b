import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from './data-template.js';
import { serviceStation } from './portal-harness.js';
import type { PortalProcess } from './portal-process.js';
import { spawnPortal, startPortal, startedFolder } from './portal-process.js';

/** The tests of it begin with an empty folder; all others with one that a portal has left. */
const firstStart = 'the first start';
let folder: string;
let running: PortalProcess[];
beforeEach(async ({ task }) => {
  folder = task.suite?.name === firstStart ? newFolder('process') : await startedFolder('process');
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((portal) => portal.kill()));
  rmSync(folder, { recursive: true, force: true });
});

const start = async (): Promise<PortalProcess> => {
  const portal = await startPortal(folder);
  running.push(portal);
  return portal;
};
const headers = (as: string): Record<string, string> => ({ 'content-type': 'application/json', cookie: `identity=${as}` });
const submit = (address: string, key: string): Promise<Response> =>
  fetch(`${address}/api/cases`, { method: 'POST', headers: { ...headers('secretary-heshun'), 'idempotency-key': key }, body: JSON.stringify({ answers: serviceStation() }) });
const list = async (address: string): Promise<{ cases: { state: { id: string; sequence: number } }[] }> =>
  (await fetch(`${address}/api/cases`, { headers: headers('committee-clerk') })).json() as Promise<{ cases: { state: { id: string; sequence: number } }[] }>;

describe('a data folder', () => {
  it('belongs to one server: a second one refuses and names the first', async () => {
    await start();
    await expect(startPortal(folder)).rejects.toThrow(/is in use by the process \d+\. Stop that server first/);
  });

  it('is taken over from a server that was killed, and is given up by one that stops', async () => {
    const first = await start();
    await first.kill();
    expect(existsSync(join(folder, 'portal.lock'))).toBe(true);
    const second = await start();
    await second.stop();
    expect(existsSync(join(folder, 'portal.lock'))).toBe(false);
    await start();
  });

  it('is given to one of several servers that start at the same moment after a kill', async () => {
    await (await start()).kill();
    const results = await Promise.allSettled([startPortal(folder), startPortal(folder), startPortal(folder)]);
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    running.push(...winners);
    expect(winners).toHaveLength(1);
  });
});

describe('what was acknowledged', () => {
  it('survives kills under writes, is there once, and is complete', async () => {
    const acknowledged = new Map<string, string>();
    let sent = 0;
    for (let round = 0; round < 3; round += 1) {
      const portal = await start();
      const before = acknowledged.size;
      let killed = false;
      const writers = [0, 1, 2, 3].map(async () => {
        while (!killed) {
          const key = `key-${(sent += 1)}`;
          try {
            const response = await submit(portal.address, key);
            if (response.ok) acknowledged.set(key, ((await response.json()) as { state: { id: string } }).state.id);
          } catch {
            return; // The server was killed while it worked on this one: not acknowledged.
          }
        }
      });
      await new Promise((resolve) => { setTimeout(resolve, 1200); });
      // A machine that does other work, too, may need longer until there is something to lose.
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 1);
      await portal.kill();
      killed = true;
      await Promise.all(writers);
    }
    const portal = await start();
    const stored = (await list(portal.address)).cases.map(({ state }) => state.id);
    expect(acknowledged.size).toBeGreaterThan(3);
    expect(stored).toEqual(expect.arrayContaining([...acknowledged.values()]));
    expect(new Set(stored).size).toBe(stored.length);
    // A request that is sent again after the restart gives the same case.
    const [key, id] = [...acknowledged][0] ?? ['', ''];
    expect(((await (await submit(portal.address, key)).json()) as { state: { id: string } }).state.id).toBe(id);
    expect((await list(portal.address)).cases).toHaveLength(stored.length);
  });
});

describe('schemes as files', () => {
  it('tell the administrator of a saved file within 2 seconds, while the published version keeps serving', async () => {
    const portal = await start();
    // As the page does: first what there is, then what changes.
    expect((await fetch(`${portal.address}/api/admin/schemes`, { headers: headers('administrator') })).status).toBe(200);
    const events = await fetch(`${portal.address}/api/admin/events`, { headers: headers('administrator') });
    const reader = events.body?.getReader();
    const file = join(folder, 'schemes/gaoming-demo/scheme.json');
    const saved = Date.now();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version"', '"version'));
    let text = '';
    while (!text.includes('scheme/broken-json')) {
      const part = await reader?.read();
      text += new TextDecoder().decode(part?.value);
    }
    expect(Date.now() - saved).toBeLessThan(2000);
    await reader?.cancel();
    expect((await submit(portal.address, 'still')).status).toBe(200);
  });
});

describe(firstStart, () => {
  it.each([300, 900, 1800])('leaves nothing half-made when it is killed after %i ms', async (delay) => {
    const child = spawnPortal(folder);
    await new Promise((resolve) => { setTimeout(resolve, delay); });
    child.kill('SIGKILL');
    await new Promise((resolve) => { child.on('exit', resolve); });
    const portal = await start();
    expect((await submit(portal.address, 'after')).status).toBe(200);
    expect((await list(portal.address)).cases).toHaveLength(1);
  });

  it('says in one line what is wrong with PORT', async () => {
    await expect(startPortal(folder, { PORT: 'eighty' })).rejects.toThrow(/exit 2: PORT must be a number/);
  });
});
