import type { Case, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../test/case-scheme.js';
import { findCaseProblems } from './case-problems.js';

const item: Case = { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '站', households: 20 } };
const found = (change: Partial<Case>, own: Scheme = scheme): string[] => findCaseProblems(own, { ...item, ...change }).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
const [form] = scheme.forms;
const withForm = (schema: object, fields: object = {}): Scheme => ({ ...scheme, forms: scheme.forms.map((one) => (one === form ? { ...one, schema, fields } as typeof one : one)) });

describe('findCaseProblems', () => {
  it('finds nothing in a sound case', () => {
    expect(found({})).toEqual([]);
  });

  it.each([[19, []], [20, []], [21, ['error form/maximum /answers/households']], ['20', ['error form/type /answers/households']], [null, ['error form/type /answers/households']]])('with %j households where at most 20 are allowed finds %j', (households, problems) => {
    expect(found({ answers: { households } }, withForm({ type: 'object', properties: { households: { type: 'integer', maximum: 20 } } }))).toEqual(problems);
  });

  it('asks for what is required, only where it is shown', () => {
    const fields = { '/reason': { visibleWhen: { fact: 'applicant', path: '$.level', operator: 'equal', value: 'town' } } };
    const own = withForm({ type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } }, fields);
    expect(found({ answers: {} }, own)).toEqual([]);
    expect(found({ answers: {}, applicant: { ...applicant, level: 'town' } }, own).filter((line) => line.includes('/answers'))).toEqual(['error form/required /answers/reason']);
  });

  it('tells what of a record nobody has decided, with the remedy of the record, and finds no error in it', () => {
    const own = withForm({ type: 'object', properties: { opinions: { type: 'object' } } }, { '/opinions': { record: { opinions: { minimum: 'UNDECIDED', groups: [{ id: 'residents', title: { 'zh-CN': '居民' } }] } } } });
    const answers = { opinions: { heldOn: '2026-03-01', method: 'visit', summary: '都赞成', counts: [{ group: 'residents', asked: 3, for: 3, against: 0, other: 0 }] } };
    expect(found({ answers }, own).filter((line) => line.startsWith('undecided'))).toEqual(['undecided records/undecided /answers/opinions/counts']);
    expect(findCaseProblems(own, { ...item, answers }).find(({ severity }) => severity === 'undecided')?.remedy).toBe('请向主管部门确认。');
  });

  it('finds events and evidence of stages that the scheme does not have', () => {
    const event = { id: 'e', caseId: 'c', sequence: 1, type: 'reviewed', at: '2026-03-02T09:00:00+08:00', actor: { id: 'a', role: 'town' }, schemeHash: '', previousHash: '', hash: '' };
    const events = [{ ...event, data: { stage: 'nowhere', outcome: 'forward' } }, { ...event, type: 'withdrawn', data: {} }] as unknown as NonNullable<Case['events']>;
    expect(found({ events })).toEqual(['error case/unknown-stage /events/0/data/stage']);
    expect(found({ evidence: [{ kind: 'photo', stage: 'nowhere' }] })).toEqual(['error case/unknown-stage /evidence/0/stage']);
  });

  it('holds a review that sends a case on against the form of its stage, and no other', () => {
    const [application, stage] = scheme.stages;
    const outcome = (kind: string): string | undefined => stage?.outcomes.find((one) => one.kind === kind)?.id;
    const own: Scheme = {
      ...scheme, stages: scheme.stages.map((one) => (one === stage ? { ...one, form: 'visit' } : one)),
      forms: [...scheme.forms, { id: 'visit', title: { 'zh-CN': '查看' }, schema: { type: 'object', required: ['visited'], properties: { visited: { type: 'boolean' } } } }],
    };
    const review = (kind: string, answers?: object): Partial<Case> => ({ reviews: [{ stage: stage?.id ?? '', outcome: outcome(kind) ?? '', ...(answers === undefined ? {} : { answers }) }] } as Partial<Case>);
    expect(application?.method).toBe('application');
    expect(found(review('forward', {}), own)).toEqual(['error form/required /reviews/0/answers/visited']);
    expect(found(review('forward', { visited: true }), own)).toEqual([]);
    expect(found(review('return', {}), own)).toEqual([]);
  });

  it('holds a review against its form on the day on which it was made, which comes after the submission', () => {
    const stage = scheme.stages[1];
    const pledged = { signatures: [{ signer: 'secretary', by: { id: 'p', name: '陈志远' }, at: '2026-04-01T10:00:00+08:00', locale: 'zh-CN', text: '0'.repeat(64), covers: '0'.repeat(64) }] };
    const settings = { text: { 'zh-CN': '按期完成。' }, signers: [{ id: 'secretary', title: { 'zh-CN': '书记' } }] };
    const own = {
      ...scheme, stages: scheme.stages.map((one) => (one === stage ? { ...one, form: 'promise' } : one)),
      forms: [...scheme.forms, { id: 'promise', title: { 'zh-CN': '承诺' }, schema: { type: 'object', properties: { pledge: {} } }, fields: { '/pledge': { record: { pledge: settings } } } }],
    } as Scheme;
    const outcome = stage?.outcomes.find(({ kind }) => kind === 'forward')?.id ?? '';
    const codes = (at?: string): string[] => found({ reviews: [{ stage: stage?.id ?? '', outcome, answers: { pledge: pledged }, ...(at === undefined ? {} : { at }) }] }, own).map((line) => line.split(' ')[1] ?? '');
    expect(codes()).toContain('pledge/time-ahead');
    expect(codes('2026-03-31T23:59:59+08:00')).toContain('pledge/time-ahead');
    expect(codes('2026-04-01T10:00:00+08:00')).not.toContain('pledge/time-ahead');
  });

  it('does nothing with keys that would reach into objects', () => {
    expect(found({ answers: JSON.parse('{"__proto__":{"x":1},"projectName":"站","households":20}') as Case['answers'] })).toEqual([]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
