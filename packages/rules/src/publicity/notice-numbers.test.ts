import type { Scheme } from '@cobuild/core';
import { bankCardCheckDigit } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { scheme as usual } from '../../test/case-scheme.js';
import { noticeNumbers } from './notice-numbers.js';

const [form] = usual.forms;
const [notice] = usual.publicity?.notices ?? [];
if (form === undefined || notice === undefined) throw new Error('no form or notice');
const scheme: Scheme = {
  ...usual,
  forms: [{ ...form, schema: { ...form.schema, properties: { ...(form.schema['properties'] as object), phone: { type: 'string', title: '电话' } } }, fields: { '/projectName': { title: { 'zh-CN': '项目名称', en: 'Project name' }, publish: 'plain' }, '/phone': { publish: 'masked', mask: 'phone' } } }],
  publicity: { notices: [{ ...notice, columns: ['/projectName', '/phone'] }] },
};
const card = `622202123456789012${bankCardCheckDigit('622202123456789012')}`;
const found = (projectName: string): readonly string[] => noticeNumbers(scheme, 'result', { projectName, phone: '13800138000' }).flatMap(({ label, kinds, excerpts }) => [label, ...kinds, ...excerpts]);

describe('noticeNumbers', () => {
  it.each([
    ['服务站，联系张书记138-0013-8000', ['项目名称', '手机号', '…务站，联系张书记******']],
    ['服务站１３８００１３８０００', ['项目名称', '手机号', '服务站******']],
    ['服务站一三八〇〇一三八〇〇〇', ['项目名称', '手机号', '服务站******']],
    ['张三11010519491231002X的家', ['项目名称', '身份证号', '张三******的家']],
    [`卡号${card}`, ['项目名称', '银行卡号', '卡号******']],
    ['服务站1380013800', []], ['服务站138001380001', []], ['身份证110105194912310021', []], ['暖心服务站（2026年度）', []],
  ])('finds in "%s" what the notice may not say', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('leaves alone what is masked by its own field, and notices and schemes that have no such text', () => {
    expect(noticeNumbers(scheme, 'result', { projectName: '服务站', phone: '13800138000' })).toEqual([]);
    expect(noticeNumbers(scheme, 'toString', { projectName: card })).toEqual([]);
    expect(noticeNumbers(usual, 'result', { projectName: card })).toEqual([]);
  });
});

describe('a notice with a number in it', () => {
  it('is refused whoever sends it, with the answer, the kind and the place, and is published once the application was mended', () => {
    const post = { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' };
    const play = new CasePlay(scheme).submit({ projectName: `服务站 ${card.slice(0, 6)} ${card.slice(6)}`, households: 25 }).forward().accept().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
    const [problem, ...others] = play.problems('noticePublished', post);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'case/notice-personal-data', params: { answer: '/projectName' }, message: '公示内容“项目名称”里有银行卡号，不能公示：服务站 ******。' });
    expect(problem?.remedy).toMatch(/退回申报单位/);
    expect(JSON.stringify(problem)).not.toContain(card.slice(6));
    expect(new CasePlay(scheme).toPublicity().codes('noticePublished', post)).toEqual([]);
  });
});
