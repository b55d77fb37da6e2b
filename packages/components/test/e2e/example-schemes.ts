import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import { SitePlay } from '../../../../.storybook/site-case.js';

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

/** A site of Datong that was accepted and put on the list. */
export function siteBuilt(): CaseState {
  const [application] = exampleCases('datong-sites-demo');
  if (application === undefined) throw new Error('datong-sites-demo has no cases');
  return new SitePlay(exampleScheme('datong-sites-demo')).built(application).now;
}

/** A project of Qianjiang at the desk that asks for papers, a hearing and a visit. */
export function projectAtAssessment(): CaseState {
  const scheme = exampleScheme('qianjiang-innovation-demo');
  const [project] = exampleCases('qianjiang-innovation-demo');
  if (project === undefined) throw new Error('qianjiang-innovation-demo has no cases');
  const { answers, applicant } = project;
  const context = { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'project-1' };
  const done = appendEvent(scheme, undefined, { type: 'submitted', data: { answers, applicant } }, { id: applicant.id, role: 'orgSecretary', unit: applicant.unit ?? applicant.id, town: applicant.town ?? '' }, '2022-03-05T09:00:00+08:00', 'e1', context);
  if ('problems' in done) throw new Error(JSON.stringify(done.problems));
  const forwarded = appendEvent(scheme, done.state, { type: 'reviewed', data: { stage: 'firstReview', outcome: 'forward' } }, { id: 'home-1', role: 'homeUnitReviewer', unit: applicant.town ?? '', town: applicant.town ?? '' }, '2022-03-20T09:00:00+08:00', 'e2', context);
  if ('problems' in forwarded) throw new Error(JSON.stringify(forwarded.problems));
  return forwarded.state;
}
