import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresConnection, PostgresPool } from './postgres-client.js';

export interface PostgresServer {
  /** A pool of so many connections. */
  pool(connections: number): Promise<PostgresPool>;
  close(): Promise<void>;
}

/** Folder of the server's programs, the newest version of Debian's. */
function programs(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = [...versions.map((version) => join(root, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')].find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')));
  if (found === undefined) throw new Error('The test needs a PostgreSQL server: install it (Debian: `apt-get install postgresql`).');
  return found;
}

/** The server refuses to run as root: somebody without rights takes its place. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Starts a server of its own in a temporary folder, reached by a unix socket in it and by nothing else. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'cobuild-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const environment = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, ...user };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'cobuild', '-E', 'UTF8', '--no-sync'], { ...environment, stdio: 'pipe' });
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=40'], { ...environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (part: string) => { said += part; });
  const socket = join(folder, '.s.PGSQL.5432');
  const open: PostgresConnection[] = [];
  for (let attempt = 0; ; attempt += 1) {
    try {
      (await PostgresConnection.open(socket)).close();
      break;
    } catch (error) {
      if (attempt > 100 || server.exitCode !== null) throw new Error(`The PostgreSQL server did not start: ${said}`, { cause: error });
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }
  return {
    async pool(count) {
      const connections = await Promise.all(Array.from({ length: count }, () => PostgresConnection.open(socket)));
      open.push(...connections);
      return new PostgresPool(connections);
    },
    async close() {
      for (const connection of open) connection.close();
      const ended = new Promise((resolve) => { server.on('exit', resolve); });
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
