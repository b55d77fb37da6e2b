import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';

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

/** A micro-wish that waits for the village. */
export function wishHandedIn(): CaseState {
  const [wish] = exampleCases('yangjiang-wishes');
  if (wish === undefined) throw new Error('yangjiang-wishes has no cases');
  const { answers, applicant, facts = {} } = wish;
  const by = { id: applicant.id, role: 'resident', unit: applicant.unit ?? applicant.id, town: applicant.town ?? '' };
  const done = appendEvent(exampleScheme('yangjiang-wishes-demo'), undefined, { type: 'submitted', data: { answers, applicant } }, by, '2026-03-05T09:00:00+08:00', 'e1', { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'wish-1', known: { facts } });
  if ('problems' in done) throw new Error(JSON.stringify(done.problems));
  return done.state;
}
