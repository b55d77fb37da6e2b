/// <reference types="vite/client" />
import type { SchemeTexts } from '@cobuild/core';

const texts = import.meta.glob<string>('../../../examples/schemes/*/**/*.json', { query: '?raw', import: 'default' });

/** The files of an example scheme as its folder has them, by their paths in it. */
export async function exampleFiles(name: string, prefix = ''): Promise<SchemeTexts> {
  const files = Object.entries(texts).flatMap(([path, load]) => { const [, rest] = path.split(`/schemes/${name}/`); return rest === undefined ? [] : [[prefix + rest, load] as const]; });
  return Object.fromEntries(await Promise.all(files.map(async ([path, load]) => [path, await load()] as const)));
}

/** Names of all folders with a scheme. */
export const exampleNames: readonly string[] = [...new Set(Object.keys(texts).flatMap((path) => /\/schemes\/([^/]+)\/scheme\.json$/.exec(path)?.[1] ?? []))];

/** The files of the schemes that one extends, by their paths from its folder. */
export async function exampleBase(files: SchemeTexts): Promise<SchemeTexts> {
  const { extends: above } = JSON.parse(files['scheme.json'] ?? '{}') as { readonly extends?: string };
  const name = above === undefined ? undefined : /^\.\.\/([^/]+)/.exec(above)?.[1];
  if (name === undefined) return {};
  const own = await exampleFiles(name);
  return { ...await exampleFiles(name, `../${name}/`), ...await exampleBase(own) };
}
