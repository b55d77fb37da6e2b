import { describe, expect, it } from 'vitest';
import type { AnswerQuestion } from './answer-question.js';
import { answerTexts } from './answer-texts.js';

const question = (widget: string, record: AnswerQuestion['record'] = {}): AnswerQuestion => ({ widget, label: '', unit: '', options: [], record });
const opinions = { counts: [{ group: 'a', asked: 40, for: 30, against: 2, other: 0 }], respondents: [{ name: '王小明', group: 'a', opinion: 'for', publish: true }, { name: '李小红', group: 'b', opinion: 'other', publish: false }] };
const discussions = { steps: [{ step: 'proposal', date: '2026-03-05', source: 'x', motion: 'y' }, { step: 'vote', date: '不详', source: 'x', motion: 'y' }] };
const signed = { signatures: [{ signer: 's', by: { id: '1', name: '林建国' }, at: '2026-03-05T23:30:00Z', locale: 'zh-CN', text: 't', covers: 'c' }] };

describe('records in one line', () => {
  it.each([
    ['budget', { lines: [{ item: '桌椅', quantity: 3, unitPrice: 0.35 }, { item: '书架', quantity: 1, unitPrice: 5, amount: 4.5 }] }, '共2项，合计 6.05 元', '2 lines, CNY 6.05 in all'],
    ['budget', { lines: [{ item: '书架', amount: 4.5 }] }, '共1项，合计 4.50 元', '1 line, CNY 4.50 in all'],
    ['budget', { lines: [{ item: '桌椅' }] }, '共1项', '1 line'],
    ['opinions', opinions, '征求 40 人：赞成 30 人，反对 2 人，其他意见 1 人', '40 asked: 30 for, 2 against, 1 otherwise'],
    ['applicants', { parties: [{ id: '1', role: 'lead', name: '和顺社区', share: 1 }, { id: '2', role: 'partner', name: '晴川村', share: 0 }] }, '和顺社区、晴川村', '和顺社区, 晴川村'],
    ['indicators', [{ name: '受益户数', unit: '户', direction: 'atLeast', target: 200 }, { name: '投诉', unit: '件', target: 0 }], '受益户数：不低于 200 户；投诉：0 件', '受益户数: at least 200 户; 投诉: 0 件'],
    ['attachments', [{ id: '1', name: '方案.pdf' }, { id: '2', name: '照片.jpg' }], '方案.pdf、照片.jpg', '方案.pdf, 照片.jpg'],
    ['pledge', signed, '已签署 1 份，最近一份签于2026年3月6日', '1 signature, the last on 6 March 2026'],
  ])('%s', (widget, value, zh, en) => {
    expect([answerTexts.text(question(widget), value, 'zh-CN'), answerTexts.text(question(widget), value, 'en')]).toEqual([zh, en]);
  });

  it('names the steps of a register by their titles', () => {
    const record = { discussions: { steps: [{ id: 'proposal', title: { 'zh-CN': '党支部提议', en: 'Proposal' } }] } } as unknown as NonNullable<AnswerQuestion['record']>;
    expect(answerTexts.text(question('discussions', record), discussions, 'zh-CN')).toBe('党支部提议（2026年3月5日）、vote（不详）');
  });

  it('names no person', () => {
    expect([answerTexts.text(question('opinions'), opinions, 'zh-CN'), answerTexts.text(question('pledge'), signed, 'zh-CN')].join()).not.toMatch(/王小明|李小红|林建国/);
  });

  it.each(['budget', 'opinions', 'discussions', 'applicants', 'indicators', 'attachments', 'pledge'])('says a %s of another shape as it is', (widget) => {
    expect([answerTexts.text(question(widget), '见附件', 'zh-CN'), answerTexts.text(question(widget), 7, 'zh-CN')]).toEqual(['见附件', '7']);
  });

  it.each(['budget', 'opinions', 'discussions', 'applicants', 'pledge'])('reads a %s with odd parts', (widget) => {
    expect(() => answerTexts.text(question(widget), { lines: [null, 3], counts: 'x', respondents: [{}], steps: [{}, 'y'], parties: [{}], signatures: [{ at: 'soon' }] }, 'zh-CN')).not.toThrow();
  });
});
