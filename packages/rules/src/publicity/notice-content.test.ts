import type { Notice, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { scheme as usual } from '../../test/case-scheme.js';
import type { CaseState } from '../results.js';
import { buildNotice, listNumbers, noticeHash, noticeText } from './index.js';

const [form] = usual.forms;
const [base] = usual.publicity?.notices ?? [];
if (form === undefined || base === undefined) throw new Error('no form or notice');
const notice: Notice = { ...base, columns: ['/projectName', '/phone'] };
const scheme: Scheme = {
  ...usual, publicity: { notices: [notice] },
  forms: [{ ...form, schema: { ...form.schema, properties: { ...(form.schema['properties'] as object), phone: { type: 'string', title: '电话' } } }, fields: { '/projectName': { title: { 'zh-CN': '项目名称', en: 'Project name' }, publish: 'plain' }, '/phone': { publish: 'masked', mask: 'phone' } } }],
};
const days = { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' };
const answers = { projectName: '暖心服务站', households: 25, phone: '13800138000' };
const hashOf = (more: object = {}, of: Notice = notice): string => noticeHash(scheme, of, { caseId: 'case-1', answers, postedOn: days.postedOn, until: days.until, ...more });
/** Posted with the hash of what was seen. */
function posted(given: Record<string, unknown> = answers): CaseState {
  const play = new CasePlay(scheme).submit(given).forward().accept().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
  play.act('noticePublished', { ...days, contentHash: hashOf({ answers: given }) });
  return play.state as CaseState;
}

describe('row 79: the content hash of a notice', () => {
  it('is one for the log, the list in both languages and on any day, and the plain text; that of another content is another', () => {
    const state = posted();
    const zh = buildNotice(scheme, notice, [state], '2026-03-03').notice;
    const later = buildNotice(scheme, notice, [state], '2026-03-20', 'en').notice;
    expect([zh.items[0]?.contentHash, later.items[0]?.contentHash]).toEqual([state.notice?.contentHash, state.notice?.contentHash]);
    expect([zh.contentHash, later.contentHash]).toEqual([zh.contentHash, zh.contentHash]);
    expect([noticeText(zh, 'zh-CN'), noticeText(later, 'en')].map((text) => text.includes(zh.contentHash ?? '-'))).toEqual([true, true]);
    const hashes = [hashOf(), hashOf({ answers: { ...answers, projectName: '暖心驿站' } }), hashOf({ until: '2026-03-10' }), hashOf({}, { ...notice, title: { 'zh-CN': '另一公示' } }), hashOf({ caseId: 'case-2' })];
    expect(new Set(hashes).size).toBe(hashes.length);
    // What the public is not told does not change it.
    expect(hashOf({ answers: { ...answers, households: 26 } })).toBe(hashOf());
  });

  it('is refused where it is not that of the notice as the server makes it', () => {
    const play = new CasePlay(scheme).toPublicity();
    expect(play.codes('noticePublished', { ...days, contentHash: hashOf({ answers: { projectName: '改过的名称' } }) })).toEqual(['case/notice-content-differs']);
    expect(play.codes('noticePublished', days)).toEqual([]);
  });
});

describe('the plain text of a notice', () => {
  it('says what the list says, and that something is masked only where something was answered', () => {
    const lines = (given: Record<string, unknown>): readonly string[] => noticeText(buildNotice(scheme, notice, [posted(given)], '2026-03-03').notice, 'zh-CN').split('\n');
    expect(lines(answers).slice(0, 5)).toEqual(['共建项目', '立项公示', '', '1. 项目名称：暖心服务站；电话：138****8000（已脱敏）', '   公示期：2026年3月2日至2026年3月9日']);
    expect(lines({ projectName: '暖心服务站', households: 25 })[3]).toBe('1. 项目名称：暖心服务站；电话：');
    expect(buildNotice(scheme, notice, [posted({ projectName: '暖心服务站', households: 25 })], '2026-03-03').notice.items[0]?.cells[1]).toMatchObject({ text: '', kind: 'plain' });
  });

  it.each([['2026-03-09', true], ['2026-03-10', false]])('on %s says that the last day may move: %s, for a period that is over moves no more', (today, says) => {
    const state = posted();
    const moving: CaseState = { ...state, ...(state.notice === undefined ? {} : { notice: { ...state.notice, provisional: true } }) };
    expect(noticeText(buildNotice(scheme, notice, [moving], today).notice, 'zh-CN').includes('截止日可能调整')).toBe(says);
  });
});

describe('the last net before a list is shown', () => {
  it('finds the number of a person in any cell, with the place and the number covered', () => {
    const list = (text: string) => ({ items: [{ caseId: 'c', postedOn: '2026-03-02', until: '2026-03-09', provisional: false, status: 'open' as const, cells: [{ pointer: '/a', label: '内容', text, kind: 'plain' as const }] }] });
    expect(listNumbers(list('联系张三138-0013-8000'), 'zh-CN')).toEqual([{ pointer: '/a', label: '内容', kinds: ['手机号'], excerpts: ['联系张三******'] }]);
    expect(listNumbers(list('138****8000'), 'zh-CN')).toEqual([]);
  });
});
