import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Sql, SqlDatabase } from '../src/server/sql-database.js';

/** An error that the server told, with its SQLSTATE. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  constructor(message: string, readonly code: string) { super(message); }
}

interface Waiting { readonly resolve: (rows: readonly Record<string, unknown>[]) => void; readonly reject: (error: Error) => void }

/** One connection over a unix socket: as much of the protocol (version 3, trusted, texts only) as the stores speak. */
export class PostgresConnection implements Sql {
  #buffer = Buffer.alloc(0);
  #columns: readonly { readonly name: string; readonly type: number }[] = [];
  #rows: Record<string, unknown>[] = [];
  #error: Error | undefined;
  #waiting: Waiting | undefined;

  private constructor(readonly socket: Socket) {
    socket.on('data', (part) => { this.#read(part); });
    socket.on('error', (error) => { this.#waiting?.reject(error); });
    // A server that is still starting says so and hangs up.
    socket.on('close', () => { this.#waiting?.reject(this.#error ?? new Error('The connection was closed')); });
  }

  static async open(path: string): Promise<PostgresConnection> {
    const connection = new PostgresConnection(connect(path));
    const body = Buffer.from('user\0cobuild\0database\0postgres\0\0');
    const head = Buffer.alloc(8);
    head.writeInt32BE(body.length + 8, 0);
    head.writeInt32BE(196608, 4);
    await connection.#send(Buffer.concat([head, body]));
    return connection;
  }

  async query<T>(text: string, params: readonly unknown[] = []): Promise<{ readonly rows: readonly T[] }> {
    const values = params.map((value) => {
      if (value === null || value === undefined) return int32(-1);
      const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
      return Buffer.concat([int32(bytes.length), bytes]);
    });
    const rows = await this.#send(Buffer.concat([
      message('P', Buffer.from(`\0${text}\0`), int16(0)), message('B', Buffer.from('\0\0'), int16(0), int16(values.length), ...values, int16(0)),
      message('D', Buffer.from('P\0')), message('E', Buffer.from('\0'), int32(0)), message('S'),
    ]));
    return { rows: rows as readonly T[] };
  }

  /** Statements without answers, one after the other. */
  async exec(text: string): Promise<void> {
    await this.#send(message('Q', Buffer.from(`${text}\0`)));
  }

  close(): void {
    this.socket.end(message('X'));
  }

  #send(bytes: Buffer): Promise<readonly Record<string, unknown>[]> {
    if (this.#waiting !== undefined) throw new Error('A connection answers one statement at a time');
    [this.#rows, this.#error] = [[], undefined];
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(bytes);
    });
  }

  #read(part: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, part]);
    while (this.#buffer.length >= 5 && this.#buffer.length > this.#buffer.readInt32BE(1)) {
      const end = this.#buffer.readInt32BE(1) + 1;
      this.#take(String.fromCharCode(this.#buffer[0] ?? 0), this.#buffer.subarray(5, end));
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #take(kind: string, body: Buffer): void {
    if (kind === 'T') this.#columns = columnsOf(body);
    else if (kind === 'D') this.#rows.push(rowOf(body, this.#columns));
    else if (kind === 'E') this.#error = errorOf(body);
    else if (kind === 'Z') {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (this.#error === undefined) waiting?.resolve(this.#rows);
      else waiting?.reject(this.#error);
    }
  }
}

/** Hands out connections, one to a statement or transaction; who finds none waits. */
export class PostgresPool implements SqlDatabase {
  readonly #free: PostgresConnection[];
  readonly #waiting: ((connection: PostgresConnection) => void)[] = [];

  constructor(readonly connections: readonly PostgresConnection[]) { this.#free = [...connections]; }

  query<T>(text: string, params: readonly unknown[] = []): Promise<{ readonly rows: readonly T[] }> {
    return this.#with((connection) => connection.query<T>(text, params));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#with(async (connection) => {
      await connection.exec('begin');
      try {
        const done = await work(connection);
        await connection.exec('commit');
        return done;
      } catch (error) {
        await connection.exec('rollback');
        throw error;
      }
    });
  }

  async #with<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    const connection = this.#free.pop() ?? (await new Promise<PostgresConnection>((resolve) => { this.#waiting.push(resolve); }));
    try {
      return await work(connection);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(connection);
      else next(connection);
    }
  }
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const message = (kind: string, ...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from(kind), int32(parts.reduce((sum, { length }) => sum + length, 4)), ...parts]);

function columnsOf(body: Buffer): readonly { readonly name: string; readonly type: number }[] {
  let at = 2;
  return Array.from({ length: body.readInt16BE(0) }, () => {
    const end = body.indexOf(0, at);
    const column = { name: body.toString('utf8', at, end), type: body.readInt32BE(end + 7) };
    at = end + 19;
    return column;
  });
}

/** Whole numbers (int4, int8) become numbers, everything else stays a text. */
function rowOf(body: Buffer, columns: readonly { readonly name: string; readonly type: number }[]): Record<string, unknown> {
  let at = 2;
  return Object.fromEntries(columns.map(({ name, type }) => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return [name, null];
    const text = body.toString('utf8', at, at + length);
    at += length;
    return [name, type === 23 || type === 20 ? Number(text) : text];
  }));
}

function errorOf(body: Buffer): PostgresError {
  const fields = new Map(body.toString('utf8').split('\0').map((field) => [field.charAt(0), field.slice(1)]));
  return new PostgresError(fields.get('M') ?? 'unknown', fields.get('C') ?? '');
}
