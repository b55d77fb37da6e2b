import { describe, expect, it } from 'vitest';
import { everyRecord } from '../../../../../test/every-record.js';
import { registered } from '../../../../../test/record-answers.js';
import { discussionsTables } from './discussions-tables.js';

const settings = everyRecord.discussions.fields?.['/record']?.record?.discussions ?? { steps: [] };
const now = '2026-03-30T09:00:00+08:00';

describe('discussionsTables', () => {
  it('has a row for each recorded step, with heads and votes in words', () => {
    const [table] = discussionsTables(registered, settings, { locale: 'zh-CN', now });

    expect(table?.rows[2]).toEqual(['党员大会审议', '已完成', '2026年3月9日', '应到50人，实到34人，达到2/3，会议有效。', '赞成30票，反对4票；赞成30票，应到会50人，达到50%，通过。', '赵干部', '']);
    expect(discussionsTables(registered, settings, { locale: 'en', now })[0]?.rows[2]?.[4]).toMatch(/^30 for, 4 against/);
    expect(table?.caption).toBe('四议两公开登记：修建村民活动室；党员群众提出');
    expect(table?.rows[4]?.slice(0, 3)).toEqual(['决议公开', '已完成', '2026年3月13日至2026年3月20日']);
  });

  it('has a column for officers and for supervisors where a step names one', () => {
    const heads = (over: object): readonly string[] => discussionsTables({ steps: registered.steps.map((step) => ({ ...step, officer: '', supervisor: '', ...over })) }, settings, { locale: 'zh-CN', now })[0]?.columns.slice(5).map(({ head }) => head) ?? [];

    expect([heads({}), heads({ officer: '赵干部' }), heads({ supervisor: '同意' })]).toEqual([[], ['镇街干部（签名）'], ['监督委员会意见']]);
  });

  it('has columns for source and motion where the steps differ in them', () => {
    const [first, ...rest] = registered.steps;
    const [table] = discussionsTables({ steps: [{ ...first, motion: '修路' } as typeof registered.steps[number], ...rest] }, settings, { locale: 'zh-CN', now });

    expect([table?.caption, table?.columns.slice(3, 5).map(({ head }) => head), table?.rows.map((row) => row[4]).slice(0, 2)]).toEqual(['四议两公开登记', ['议题来源', '议题'], ['修路', '修建村民活动室']]);
  });

  it('has nothing to show of an empty register', () => {
    expect(discussionsTables(undefined, settings, { locale: 'en', now })).toEqual([]);
  });
});
