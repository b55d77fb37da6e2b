/// <reference types="vite/client" />
// The Gaoming scheme with its demonstration overlay, for stories and browser tests: the files of `examples/`, nothing made up here.
import type { Case, CommitteeMember, EventActor, Scheme, SchemeFiles } from '@cobuild/core';
import { parseScheme } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';

const texts = import.meta.glob<string>(['../examples/schemes/gaoming/**/*.json', '../examples/schemes/gaoming-demo/**/*.json'], { query: '?raw', import: 'default', eager: true });
const root = '../examples/schemes/';

/** Turns `../gaoming/scheme.json`, seen from a folder beside it, into a key of `texts`. */
function keyOf(path: string, folder = 'gaoming-demo'): string {
  return root + (path.startsWith('../') ? path.slice(3) : `${folder}/${path}`);
}

/** A scheme folder of the examples, as whoever loads a scheme reads it. */
export function gaomingFiles(folder: 'gaoming' | 'gaoming-demo' = 'gaoming-demo'): SchemeFiles {
  return { read: (path) => texts[keyOf(path, folder)] };
}

function document<T>(path: string): T {
  const text = texts[keyOf(path)];
  if (text === undefined) throw new Error(`examples/schemes has no ${path}`);
  return JSON.parse(text) as T;
}

const loaded = parseScheme(gaomingFiles());
if (loaded.scheme === undefined) throw new Error(`gaoming-demo cannot be loaded: ${JSON.stringify(loaded.problems.filter(({ severity }) => severity === 'error'))}`);

/** The scheme that runs, base and overlay merged. */
export const gaomingDemo: Scheme = loaded.scheme;

/** The same screen under another value of a parameter, as an overlay would set it. */
export function gaomingWith(parameters: Readonly<Record<string, unknown>>): Scheme {
  const changed = Object.entries(parameters).map(([key, value]) => [key, { ...gaomingDemo.parameters[key], value }]);
  return { ...gaomingDemo, parameters: { ...gaomingDemo.parameters, ...(Object.fromEntries(changed) as Scheme['parameters']) } };
}

/** The twenty-four members of the committee, with their departments as `x-department`. */
export const committee = document<{ members: readonly CommitteeMember[] }>('committee.json').members;

export const identities = document<{ identities: readonly Identity[] }>('identities.json').identities;

/** Somebody of the demonstration, as actions name them. */
export function actor(id: string): EventActor {
  const found = identities.find((identity) => identity.id === id);
  if (found === undefined) throw new Error(`No identity ${id}`);
  const { name, role, unit, town } = found;
  return { id, name, role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
}

/** A case file of either folder: `gaomingCase('../gaoming/cases/service-station.json')`, `gaomingCase('cases/13-tied.json')`. */
export function gaomingCase(path: string): Case {
  return document<Case>(path);
}
