import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent, PublishedScheme, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseRecord, CaseState, Identity, PublicNotice } from '@cobuild/rules';
import { buildMinutes, buildNotice, dossierOf, foldCase, minutesText, noticeText, statisticsOf } from '@cobuild/rules';
import { runCommand } from '@cobuild/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk } from './gaoming-way.js';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import { seats, told, vote, withSecrecy } from './secret-vote.js';

/** Everything that the portal gives out about a case, to each of these people, and what is made of its log. */
async function outputs(portal: Portal, id: string, scheme: Scheme, people: readonly (Identity | undefined)[]): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  const paths = [
    `/api/cases/${id}`, `/api/cases/${id}/at/2026-03-05`, `/api/cases/${id}/record`, `/api/cases`, '/api/cases.jsonl', `/api/projects/${id}`, '/api/projects', `/api/projects/${id}/at/2026-03-20`, `/api/projects/${id}/fund`,
    '/api/statistics', '/api/notices', '/api/ledger', '/api/waiting', '/api/messages', '/api/register', `/api/cases/${id}/reviewers`, '/api/committee/jointReview',
  ];
  for (const person of people) {
    for (const path of paths) {
      const { status, body } = await portal.call<unknown>(person?.id, 'GET', path);
      if (status === 200) all.set(`${person?.id ?? 'nobody'} ${path}`, typeof body === 'string' ? body : JSON.stringify(body));
    }
  }
  const events = await portal.events(id);
  const { state } = foldCase(scheme, events);
  if (state === undefined) throw new Error('no state');
  all.set('log', JSON.stringify(events));
  for (const [what, text] of made(scheme, state)) all.set(what, text);
  return all;
}

function made(scheme: Scheme, state: CaseState): readonly (readonly [string, string])[] {
  const dossier = dossierOf(scheme, state, { today: '2026-03-16', calendar: chinaCalendar });
  const [notice] = scheme.publicity?.notices ?? [];
  const board: PublicNotice | undefined = notice === undefined ? undefined : buildNotice(scheme, notice, [state], '2026-03-06').notice;
  return [
    ['dossier', JSON.stringify(dossier)], ...(board === undefined ? [] : [['notice', JSON.stringify(board)], ['notice in words', noticeText(board, 'zh-CN')]] as const),
    ['minutes', minutesText(buildMinutes(scheme, { stage: 'jointReview', heldOn: '2026-03-05' }, [state], { calendar: chinaCalendar, locale: 'zh-CN' }), 'zh-CN')],
    ['statistics', JSON.stringify(statisticsOf(scheme, [state], { rows: { by: 'outcome' } }))],
  ];
}

/** The case in one file by the command, from the stored log. */
async function commandFile(portal: Portal, scheme: PublishedScheme, events: readonly CaseEvent[]): Promise<string> {
  const [schemeFile, log, file] = ['scheme.json', 'log.jsonl', 'case.json'].map((name) => join(portal.folder, name)) as [string, string, string];
  writeFileSync(schemeFile, JSON.stringify(scheme));
  writeFileSync(log, events.map((event) => JSON.stringify(event)).join('\n'));
  let said = '';
  const io = { out: (part: string) => { said += part; }, error: (part: string) => { said += part; }, readStandardInput: () => Promise.resolve('') };
  expect([await runCommand(['export', schemeFile, '--events', log, '-o', file], io), said]).toEqual([0, expect.any(String)]);
  return readFileSync(file, 'utf8');
}

describe.each(['secret', 'open'] as const)('%s voting, through API, files taken out, log, statistics, notice and project file', (secrecy) => {
  let portal: Portal;
  let id: string;
  let found: ReadonlyMap<string, readonly string[]>;
  let all: ReadonlyMap<string, string>;
  const scheme = withSecrecy(secrecy);

  beforeAll(async () => {
    portal = await openPortal(scheme);
    id = await vote(portal, secrecy);
    const { body: { identities } } = await portal.call<{ identities: Identity[] }>(undefined, 'GET', '/api/session');
    const outs = new Map(await outputs(portal, id, scheme.scheme, [undefined, ...identities]));
    outs.set('cobuild export', await commandFile(portal, scheme, await portal.events(id)));
    all = outs;
    found = new Map([...outs].map(([where, text]) => [where, told(text, portal.members)] as const).filter(([, ballots]) => ballots.length > 0));
  }, 240_000);
  afterAll(() => portal.close());

  it('is looked for in every place that is named', () => {
    const wanted = [`${clerk} /api/cases/${id}`, `${clerk} /api/cases/${id}/record`, `${clerk} /api/statistics`, `nobody /api/notices`, `${clerk} /api/projects/${id}`, 'member-01 /api/cases', 'log', 'dossier', 'notice in words', 'minutes', 'cobuild export'];
    expect(wanted.filter((where) => (all.get(where) ?? '').length < 20)).toEqual([]);
    const record = JSON.parse(all.get('cobuild export') ?? '') as CaseRecord;
    expect(record.events).toHaveLength(logOf(all).length);
  });

  if (secrecy === 'secret') {
    it('tells nobody’s choice anywhere; the count is told', () => {
      expect(Object.fromEntries(found)).toEqual({});
      expect(JSON.parse(all.get(`${clerk} /api/cases/${id}`) ?? '{}')).toMatchObject({ state: { vote: { outcome: 'passed', counts: { yes: 15, no: 3, abstain: 2 } } } });
    });
  } else {
    it('is found by the same search where it is on record by name, so that the search can find it', () => {
      expect([...found.keys()]).toEqual(expect.arrayContaining([`${clerk} /api/cases/${id}`, `${clerk} /api/cases/${id}/record`, 'log', 'cobuild export']));
      // Each ballot as data, and beside its name.
      expect(found.get('log')).toHaveLength(2 * seats);
    });
  }
});

/** Events of the log as they were looked at. */
const logOf = (all: ReadonlyMap<string, string>): readonly unknown[] => JSON.parse(all.get('log') ?? '[]') as readonly unknown[];
