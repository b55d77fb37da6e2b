import type { Case, FormDefinition, Scheme, Stage } from '@cobuild/core';
import type { CaseAction, Identity } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { examples, openPortal } from './portal-harness.js';

/** Schemes whose cases come to their end without a notice, a pledge or a register of the host. */
const schemes = ['datong-express-demo', 'datong-secretaries-demo', 'datong-sites-demo', 'ruyuan-caps-demo', 'sanshui-xinan'];

let portal: Portal;
beforeAll(async () => { portal = await openPortal('gaoming-demo', ...schemes); }, 120_000);
afterAll(() => portal.close());

interface Question {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Question[];
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Question;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Question>>;
  readonly format?: string;
}

/** An answer that a schema takes: what an office writes where nothing is amiss. */
function sample({ const: only, enum: options, oneOf, type: types, minimum, minItems = 1, items, required = [], properties = {}, format }: Question): unknown {
  if (only !== undefined) return only;
  if (options !== undefined) return options[0];
  if (oneOf?.[0] !== undefined) return sample(oneOf[0]);
  const type = typeof types === 'string' ? types : types?.[0];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'array') return Array.from({ length: Math.max(1, minItems) }, () => sample(items ?? {}));
  if (type === 'object') return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {})]));
  return format === 'date' ? '2026-03-05' : '已核对，情况属实。';
}

interface Running { readonly scheme: Scheme; readonly hash: string; readonly people: readonly Identity[] }

async function running(id: string): Promise<Running> {
  const { body: { scheme, hash } } = await portal.call<{ scheme: Scheme; hash: string }>(undefined, 'GET', `/api/scheme?scheme=${id}`);
  const { body: { identities } } = await portal.call<{ identities: Identity[] }>(undefined, 'GET', `/api/session?scheme=${id}`);
  return { scheme, hash, people: identities };
}

/** Does what the stage asks for, by the first person of its role who may. */
async function settle({ scheme, people }: Running, stage: Stage, view: CaseView): Promise<CaseView | readonly string[]> {
  const refused: string[] = [];
  for (const { id } of people.filter(({ role }) => role === stage.actor.role)) {
    let current = view;
    const act = async (action: CaseAction): Promise<boolean> => {
      const { status, body } = await portal.act(id, view.state.id, action);
      if (status === 200) current = body;
      else refused.push(`${stage.id} ${action.type}: ${body.problems.map(({ message }) => message).join(' ')}`);
      return status === 200;
    };
    const records = async (): Promise<void> => {
      for (const { id: kind } of stage.evidence ?? []) await act({ type: 'evidenceRecorded', data: { kind, on: '2026-03-05' } });
    };
    if (stage.method === 'vote') {
      const { body: { members } } = await portal.call<{ members: { id: string }[] }>(id, 'GET', `/api/committee/${stage.threshold ?? ''}?scheme=${scheme.id}`);
      if (!(await act({ type: 'meetingOpened', data: { stage: stage.id, members } }))) continue;
      await records();
      for (const { id: member } of members) await act({ type: 'memberSignedIn', data: { member } });
      await act({ type: 'votingOpened', data: {} });
      const count = members.length;
      const [first, ...others] = members.map(({ id: member }) => member);
      // A secret ballot is counted, an open one is cast by name.
      if (await act({ type: 'ballotCast', data: { member: first ?? '', choice: 'yes' } })) for (const member of others) await act({ type: 'ballotCast', data: { member, choice: 'yes' } });
      else await act({ type: 'ballotsCounted', data: { counts: { issued: count, returned: count, yes: count, no: 0, abstain: 0, void: 0 } } });
      if (await act({ type: 'votingClosed', data: {} })) return current;
      continue;
    }
    await records();
    const outcome = stage.outcomes.find(({ kind }) => kind === 'forward' || kind === 'passed' || kind === 'confirmed')?.id ?? '';
    const form = scheme.forms.find((each: FormDefinition) => each.id === stage.form);
    const answers = form === undefined ? {} : { answers: sample(form.schema) as Record<string, unknown> };
    if (await act({ type: 'reviewed', data: { stage: stage.id, outcome, reason: '符合要求。', ...answers } })) return current;
  }
  return refused;
}

describe.each(schemes)('the scheme %s in the portal', (id) => {
  it('takes an application from its first step to its end by the roles that it names', async () => {
    portal.clock = new Date('2026-03-05T09:00:00+08:00');
    const all = await running(id);
    const [application] = all.scheme.stages;
    const [applicant] = all.people.filter(({ role }) => role === application?.actor.role);
    const example = JSON.parse(readFileSync(join(examples, id.replace(/-demo$/, ''), 'cases.jsonl'), 'utf8').split('\n')[0] ?? '') as Case;
    const sent = await portal.call<CaseView & Refusal>(applicant?.id, 'POST', '/api/cases', { answers: example.answers, schemeHash: all.hash }, { 'idempotency-key': id });
    expect(sent.body.problems).toEqual([]);

    let view: CaseView = sent.body;
    const way = [view.state.stage];
    while (view.state.status === 'open' && way.length < 30) {
      const stage = all.scheme.stages.find((each) => each.id === view.state.stage);
      expect(stage).toBeDefined();
      const settled = await settle(all, stage as Stage, view);
      if (Array.isArray(settled)) expect(settled).toEqual([]);
      view = settled as CaseView;
      way.push(view.state.stage);
    }
    expect({ status: view.state.status, end: view.state.end }).toEqual({ status: 'ended', end: 'approved' });
  }, 60_000);

  it('is seen by nobody of another scheme', async () => {
    const own = await running(id);
    const { body } = await portal.call<{ cases: CaseView[] }>(own.people.find(({ role }) => role === own.scheme.stages[0]?.actor.role)?.id, 'GET', `/api/cases?scheme=${id}`);
    const stranger = 'reviewer-hecheng';
    expect(body.cases.length).toBeGreaterThan(0);
    for (const { state } of body.cases) expect((await portal.call(stranger, 'GET', `/api/cases/${state.id}`)).status).toBe(404);
  });
});
