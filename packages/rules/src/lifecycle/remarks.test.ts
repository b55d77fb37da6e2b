import type { CaseEvent, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { reviewer, scheme as usual } from '../../test/case-scheme.js';
import { decide } from '../decision/decide.js';
import { caseFromState } from './case-from-state.js';
import { eventHash } from './event-chain.js';
import { foldCase } from './fold-case.js';

const account = { payeeAccount: { type: 'string', title: '收款账号' }, lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { amount: { type: 'number', title: '金额' } } } } };
/** The account is for the district's office alone. */
const scheme: Scheme = {
  ...usual,
  forms: usual.forms.map((form) => ({ ...form, schema: { ...form.schema, properties: { ...(form.schema['properties'] as object), ...account } }, fields: { ...form.fields, '/payeeAccount': { visibleTo: { '*': ['office'] } } } })),
};
const first = { projectName: '服务站', households: 25, payeeAccount: '1', lines: [{ amount: 1 }] };
const remarks = [{ pointer: '/projectName', text: '名称要与方案一致' }, { pointer: '/lines/0/amount', text: '单价偏高' }];
const back = (given: unknown, more: object = {}): Record<string, unknown> => ({ stage: 'preliminary', outcome: 'return', reason: '请补正', remarks: given, ...more });
const submitted = (): CasePlay => new CasePlay(scheme).submit(first);
const codes = (given: unknown, more: object = {}): string[] => submitted().codes('reviewed', back(given, more), reviewer);
const of = (length: number): unknown => Array.from({ length }, (_, index) => ({ pointer: `/lines/${index}/amount`, text: '核对' }));

describe('remarks of a return', () => {
  it('come to the applicant with the review that returned the application', () => {
    const { state } = submitted().act('reviewed', back(remarks), reviewer);
    expect(state?.returned).toMatchObject({ stage: 'preliminary', reason: '请补正', remarks });
  });

  it('are no part of what is decided, nor of the decision that others read', () => {
    const { state } = submitted().act('reviewed', back(remarks), reviewer);
    if (state === undefined) throw new Error('no state');
    expect(JSON.stringify(decide(scheme, caseFromState(state), { calendar: chinaCalendar }))).not.toContain('单价偏高');
  });

  it('stand with the submission that answers them, and no longer with the one before', () => {
    const { state } = submitted().act('reviewed', back(remarks), reviewer).submit({ ...first, projectName: '暖心服务站' });
    expect(state?.returned).toBeUndefined();
    expect(state?.submissions.map(({ answers, after }) => [answers['projectName'], after?.remarks])).toEqual([['服务站', undefined], ['暖心服务站', remarks]]);
  });

  it('of an earlier return are not those of a later one', () => {
    const { state } = submitted().act('reviewed', back(remarks), reviewer).submit(first).act('reviewed', back([]), reviewer).submit(first);
    expect(state?.submissions.map(({ after }) => after?.remarks)).toEqual([undefined, remarks, []]);
  });

  it('are there again when the log is replayed, and one that was changed in the log is found', () => {
    const play = submitted().act('reviewed', back(remarks), reviewer).submit(first);
    expect(foldCase(scheme, play.events)).toEqual({ state: play.state, problems: [] });
    const tampered = JSON.parse(JSON.stringify(play.events).replace('单价偏高', '单价合理')) as CaseEvent[];
    expect(foldCase(scheme, tampered).problems.map(({ code }) => code)).toEqual(['case/broken-chain']);
  });

  it('of a log with a malformed remark are not read', () => {
    const play = submitted().act('reviewed', back(remarks), reviewer);
    const [application, event] = play.events as [CaseEvent, CaseEvent & { type: 'reviewed' }];
    const broken = { ...event, data: { ...event.data, remarks: [{ pointer: '/projectName' }] } } as unknown as CaseEvent;
    const { state, problems } = foldCase(scheme, [application, { ...broken, hash: eventHash(broken) }]);
    expect([state?.stage, problems.map(({ code }) => code)]).toEqual(['preliminary', ['case/malformed-event']]);
  });

  it('are taken up to 100 and up to 2,000 characters each', () => {
    expect([99, 100, 101].map((length) => codes(of(length)))).toEqual([[], [], ['case/too-many-remarks']]);
    expect([1999, 2000, 2001].map((length) => codes([{ pointer: '/projectName', text: '字'.repeat(length) }]))).toEqual([[], [], ['case/remark-too-long']]);
  });

  it.each<[string, unknown, string[], string]>([
    ['blank', [{ pointer: '/projectName', text: ' \n' }], ['case/remark-empty'], '/data/remarks/0/text'],
    ['two on one answer', [remarks[0], remarks[0]], ['case/remark-repeated'], '/data/remarks/1/pointer'],
    ['on no question', [{ pointer: '/stranger', text: 't' }], ['case/remark-unknown-answer'], '/data/remarks/0/pointer'],
    ['on every item', [{ pointer: '/lines/*/amount', text: 't' }], ['case/remark-unknown-answer'], '/data/remarks/0/pointer'],
    ['on a name that every object has', [{ pointer: '/__proto__', text: 't' }], ['case/remark-unknown-answer'], '/data/remarks/0/pointer'],
    ['on an answer that the reviewer may not see', [{ pointer: '/payeeAccount', text: 't' }], ['case/remark-unknown-answer'], '/data/remarks/0/pointer'],
    ['no list', 'text', ['case/malformed-action'], '/data/remarks'],
    ['with more than pointer and text', [{ ...remarks[0], by: 'x' }], ['case/malformed-action'], '/data/remarks/0/by'],
  ])('are refused: %s', (_, given, expected, pointer) => {
    const problems = submitted().problems('reviewed', back(given), reviewer);
    expect(problems.map(({ code }) => code)).toEqual(expected);
    expect(problems[0]?.pointer).toBe(pointer);
  });

  it('on an answer for the office alone are taken from the office', () => {
    expect(submitted().forward().codes('reviewed', { stage: 'officeCheck', outcome: 'sendBack', remarks: [{ pointer: '/payeeAccount', text: '少一位' }] })).toEqual([]);
  });

  it('go with a return to the applicant only; none at all are none', () => {
    expect(codes(remarks, { outcome: 'forward' })).toEqual(['case/remarks-without-return']);
    expect(submitted().forward().codes('reviewed', { stage: 'officeCheck', outcome: 'toTown', remarks })).toEqual(['case/remarks-without-return']);
    expect(codes([], { outcome: 'forward' })).toEqual([]);
  });

  it('are refused in sentences that name the field and the way out', () => {
    const said = (given: unknown): string[] => submitted().problems('reviewed', back(given), reviewer).map(({ message, remedy }) => [message, remedy].filter(Boolean).join(' '));
    expect(said([{ pointer: '/projectName', text: '字'.repeat(2001) }])).toEqual(['对“项目名称”的备注不能超过2000个字，现有2001个字。']);
    expect(said(of(101))).toEqual(['一次退回最多附100条备注，现有101条。 请把相近的备注合并，或者写在理由里。']);
  });
});
