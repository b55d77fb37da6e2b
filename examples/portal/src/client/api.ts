import type { Problem } from '@cobuild/core';
import { locale, wordsOf } from './language.js';

/** An answer of the server, or the problems for which it refused; a connection that fails is a problem too. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[]; /** All that came with the refusal, such as what stands now. */ readonly body: unknown };

const words = wordsOf({
  'zh-CN': { offline: '没有连接上服务器，内容没有提交。', tryAgain: '您填写的内容还在页面上，请检查网络后再试一次。' },
  en: { offline: 'The server was not reached; nothing was sent.', tryAgain: 'What you filled in is still on the page; check the connection and try again.' },
});
const offline: Problem = { code: 'portal/offline', severity: 'error', document: 'request', pointer: '', params: {}, message: words.offline, remedy: words.tryAgain };
/** The server answers in the language of the page. */
const language = { 'accept-language': locale };

/**
 * Calls our own server.
 *
 * @param key - Idempotency key: a request that is sent again because its answer was lost does nothing twice.
 */
export function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<Answer<T>> {
  return ask(path, {
    method,
    headers: { ...language, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Reads; `signal` gives up. */
export function read<T>(path: string, signal: AbortSignal): Promise<Answer<T>> {
  return ask(path, { method: 'GET', headers: language, signal });
}

/** Sends a file as it is. */
export function sendFile<T>(path: string, file: Blob): Promise<Answer<T>> {
  return ask(path, { method: 'POST', headers: { ...language, 'content-type': 'application/octet-stream' }, body: file });
}

/** Sends a text as it is. */
export function sendText<T>(path: string, text: string): Promise<Answer<T>> {
  return ask(path, { method: 'POST', headers: { ...language, 'content-type': 'application/json' }, body: text });
}

/**
 * Reads an answer that comes line by line, as JSON each, while the server is still at it.
 *
 * @param onLines - Called with what has come since the last call.
 */
export async function readLines<T>(method: 'GET' | 'POST', path: string, onLines: (lines: readonly T[]) => void): Promise<Answer<undefined>> {
  try {
    const response = await fetch(path, { method, headers: { ...language, 'content-type': 'application/json' }, ...(method === 'GET' ? {} : { body: '{}' }) });
    if (!response.ok || response.body === null) return { ok: false, problems: ((await response.json()) as { problems?: readonly Problem[] }).problems ?? [offline], body: {} };
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      const texts = `${rest}${done ? '' : decoder.decode(value, { stream: true })}`.split('\n');
      rest = texts.pop() ?? '';
      if (texts.length > 0) onLines(texts.map((text) => JSON.parse(text) as T));
      if (done) return { ok: true, value: undefined };
    }
  } catch {
    return { ok: false, problems: [offline], body: {} };
  }
}

/** Sends a piece of a file; `signal` stops it on its way. */
export function sendPiece<T>(path: string, piece: Blob, signal: AbortSignal): Promise<Answer<T>> {
  return ask(path, { method: 'PUT', headers: { ...language, 'content-type': 'application/octet-stream' }, body: piece, signal });
}

async function ask<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, request);
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, problems: (value as { problems?: readonly Problem[] }).problems ?? [offline], body: value };
  } catch {
    return { ok: false, problems: [offline], body: {} };
  }
}

/** An id that works on plain http too, where `crypto.randomUUID` does not exist. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
