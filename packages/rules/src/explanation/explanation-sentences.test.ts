import { describe, expect, it } from 'vitest';
import type { Locale, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { decide } from '../decision/index.js';
import { explainDecision } from './explain-decision.js';
import { explanationSentences } from './explanation.js';

const { scheme } = loadSchemeFolder('examples/schemes/gaoming-demo');
if (scheme === undefined) throw new Error('the example scheme does not load');
const demo: Scheme = scheme;
const sentencesOf = (id: string, locale: Locale): readonly string[] => {
  const test = demo.tests?.find((other) => other.id === id);
  if (test?.case === undefined) throw new Error(`no test ${id} of a case`);
  const decision = decide(demo, test.case, { calendar: chinaCalendar, ...(test.set === undefined ? {} : { parameters: test.set }) });
  return explanationSentences(explainDecision(demo, decision, test.case, locale));
};

describe('explanationSentences', () => {
  it('tells a refusal with what stood in the way and what would mend it', () => {
    expect(sentencesOf('ineligible-category-other', 'zh-CN')).toMatchInlineSnapshot(`
      [
        "不符合申报条件：1项不满足。",
        "类别属于专项资金适用范围：不符合。所选类别不在专项资金适用范围内。",
        "项目类别：其他，须属于“资金适用范围的项目类别”：党建+物业服务、党建+志愿服务、党建+红色文化。",
        "按物业、志愿、红色三类之一重新设计项目；确需申报其他类别的，先请区里调整适用范围。",
      ]
    `);
    expect(sentencesOf('exactly-half-fails', 'zh-CN')).toMatchInlineSnapshot(`
      [
        "没有通过“区级会审”，不予立项。",
        "赞成12票；以回避后有表决权的24人为基数，须超过半数（12票），即至少13票，未通过（12×2＝24，不大于24）。",
      ]
    `);
  });

  it('does not call an answer missing that is there and cannot be compared', () => {
    const test = demo.tests?.find(({ id }) => id === 'waiting-for-town');
    if (test?.case === undefined) throw new Error('the example case is gone');
    const application = { ...test.case, answers: { ...test.case.answers, opinionTotal: '30' } };
    const text = explanationSentences(explainDecision(demo, decide(demo, application, { calendar: chinaCalendar }), application, 'zh-CN')).join('');
    expect(text).toContain('填写的内容不能用来比较：收回意见合计');
    expect(text).not.toContain('缺少：');
  });

  it('speaks English', () => {
    expect(sentencesOf('ineligible-category-other', 'en')).toMatchInlineSnapshot(`
      [
        "The application does not meet the requirements. Not met: 1.",
        "The category is in the scope of the fund: not met. The chosen category is outside the scope of the fund.",
        "Category: Other, must be listed under “Categories in scope”: Party building + property service, Party building + volunteer service, Party building + red culture.",
        "Shape the project to one of the three families, or ask the district to widen the scope first.",
      ]
    `);
  });

  it('ends every sentence once', () => {
    for (const { id } of (demo.tests ?? []).filter((test) => test.case !== undefined)) {
      for (const locale of ['zh-CN', 'en'] as const) {
        for (const sentence of sentencesOf(id, locale)) expect(sentence).toMatch(/[^。.！？：:][。.！？：:]$/);
      }
    }
  });
});
