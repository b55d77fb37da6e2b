import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';

const folder = (name: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));

/** A scheme of the examples, for pages that are given JSON. */
export function exampleScheme(name: string): Scheme {
  const { scheme, problems } = loadSchemeFolder(folder(name));
  if (scheme === undefined) throw new Error(`${name} cannot be loaded: ${JSON.stringify(problems)}`);
  return scheme;
}

export function exampleCases(name: string): readonly Case[] {
  return readFileSync(`${folder(name)}/cases.jsonl`, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Case);
}
