import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One schema of the official suite with its cases. */
export interface SuiteGroup {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

const folder = fileURLToPath(new URL('json-schema-test-suite/', import.meta.url));

/** The groups of each file directly in a folder of the suite, by file name. */
export function readSuite(path: string): (readonly [file: string, groups: readonly SuiteGroup[]])[] {
  const files = readdirSync(`${folder}tests/${path}`).filter((name) => name.endsWith('.json')).sort();
  return files.map((name) => [name, readJson(`tests/${path}/${name}`) as SuiteGroup[]]);
}

/** The documents that the suite expects under `http://localhost:1234/`, by draft. */
export function readRemotes(draft = 'draft2020-12'): Record<string, unknown> {
  const names = readdirSync(`${folder}remotes/${draft}`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(names.map((name) => [`http://localhost:1234/${draft}/${name.replace(/\\/g, '/')}`, readJson(`remotes/${draft}/${name}`)]));
}

/** Those that all drafts share stand beside the folders of the drafts. */
export function readSharedRemotes(): Record<string, unknown> {
  const names = readdirSync(`${folder}remotes`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && !/^(?:draft|v1)/.test(name));
  return Object.fromEntries(names.map((name) => [`http://localhost:1234/${name.replace(/\\/g, '/')}`, readJson(`remotes/${name}`)]));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(folder + path, 'utf8'));
}
