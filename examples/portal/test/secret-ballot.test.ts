import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent, PublishedScheme, Scheme } from '@cobuild/core';
import { buildPublished, chinaCalendar } from '@cobuild/core';
import type { CaseRecord, CaseState, Identity, PublicNotice } from '@cobuild/rules';
import { buildMinutes, buildNotice, dossierOf, foldCase, minutesText, noticeText, statisticsOf } from '@cobuild/rules';
import { runCommand } from '@cobuild/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk, reviewer, secretary } from './gaoming-way.js';
import type { Portal } from './portal-harness.js';
import { openPortal, published, serviceStation } from './portal-harness.js';

/** Gaoming's committee as the demonstration has it, with the one setting that this is about. */
function withSecrecy(value: 'open' | 'secret'): PublishedScheme {
  const { scheme } = published('gaoming-demo');
  const secrecy = scheme.parameters['voteSecrecy'];
  if (secrecy === undefined) throw new Error('the scheme has no such parameter');
  return buildPublished({ ...scheme, parameters: { ...scheme.parameters, voteSecrecy: { ...secrecy, value } } }, { calendarVersion: chinaCalendar.version });
}

const seats = 20;
const choices = ['赞成', '反对', '弃权', 'yes', 'no', 'abstain', 'for', 'against'] as const;

/** Where a text says how one of these people voted: a ballot as data, or their name or id with a choice close by. */
function told(text: string, people: readonly { readonly id: string; readonly name?: string }[]): readonly string[] {
  const named = people.flatMap(({ id, name }) => [id, ...(name === undefined ? [] : [name])]);
  const close = new RegExp(`(?:${named.join('|')})["\\\\]{0,4}[^。；\\n{}]{0,24}?(?:[:：，,、（( "]|投|\\\\")(?:${choices.join('|')})(?![\\p{L}])`, 'gu');
  return [...text.matchAll(/\\?"choice\\?"\s*:\s*\\?"\w+/g), ...text.matchAll(close)].map(([found]) => found);
}

/** One ballot of twenty seats: cast by name where it is open; where it is secret each is tried by name, refused, and the count entered. Up to the approval. */
async function vote(portal: Portal, secrecy: 'open' | 'secret'): Promise<string> {
  const sent = await portal.call<{ state: { id: string } }>(secretary, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': `ballot-${secrecy}` });
  const { id } = sent.body.state;
  const act = async (as: string, type: string, data: object): Promise<{ status: number; codes: readonly string[] }> => {
    const { status, body } = await portal.act(as, id, { type, data } as Parameters<Portal['act']>[2]);
    return { status, codes: body.problems.map(({ code }) => code) };
  };
  const done = async (as: string, type: string, data: object): Promise<void> => expect([type, await act(as, type, data)]).toEqual([type, { status: 200, codes: [] }]);
  await done(reviewer, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } });
  await done(clerk, 'meetingOpened', { stage: 'jointReview', members: portal.members });
  const seated = portal.members.slice(0, seats);
  for (const { id: member } of seated) await done(clerk, 'memberSignedIn', { member });
  await done(clerk, 'votingOpened', {});
  for (const [index, { id: member }] of seated.entries()) {
    const ballot = { member, choice: index < 15 ? 'yes' : index < 18 ? 'no' : 'abstain' };
    if (secrecy === 'open') await done(clerk, 'ballotCast', ballot);
    else for (const as of [clerk, member]) expect([401, 422]).toContain((await act(as, 'ballotCast', ballot)).status);
  }
  if (secrecy === 'secret') await done(clerk, 'ballotsCounted', { counts: { issued: seats, returned: seats, yes: 15, no: 3, abstain: 2, void: 0 } });
  await done(clerk, 'votingClosed', {});
  await done(clerk, 'noticePublished', { notice: 'approvedProjects', postedOn: '2026-03-05', until: '2026-03-12' });
  portal.clock = new Date('2026-03-16T09:00:00+08:00');
  await done(clerk, 'reviewed', { stage: 'publicity', outcome: 'confirmed' });
  return id;
}

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
