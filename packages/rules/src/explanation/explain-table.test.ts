import type { DecisionTable, Facts } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import file from '../../test/decision-table-cases.json' with { type: 'json' };
import { traceDecisionTable } from '../decision-tables/index.js';
import { explainTable } from './explain-table.js';
import { explanationText } from './explanation.js';

const tables = file.tables as unknown as Readonly<Record<string, DecisionTable>>;
function told(name: string, facts: Facts, locale: 'zh-CN' | 'en' = 'zh-CN'): string {
  const table = tables[name] as DecisionTable;
  return explanationText({ verdict: '', locale, lines: [explainTable(traceDecisionTable(table, facts), table, locale)] }).trim();
}

describe('explainTable', () => {
  it('tells the row that fits, with what was found and wanted', () => {
    expect(told('route', { category: 'works', amount: 50000 })).toBe(
      '· 按“重大事项决定程序”：符合第2行，结果是决定机构为committee。\n    ✓ 第2行：事项类别为works，符合“works”；金额为50,000，符合“50,000以上（含），不满500,000”。',
    );
    expect(told('route', { category: 'works', amount: 50000 }, 'en')).toBe(
      '· By "Who decides": row 2 fits, which gives 决定机构: committee.\n    ✓ Row 2: 事项类别 is works, which fits "works"; 金额 is 50,000, which fits "50,000 or more, less than 500,000".',
    );
  });

  it('calls what follows by its title where the output has one', () => {
    const table = tables['route'] as DecisionTable;
    const [output, ...others] = table.outputs;
    const titled = { ...table, outputs: [{ ...(output as DecisionTable['outputs'][number]), options: { committee: { 'zh-CN': '委员会', en: 'the committee' } } }, ...others] };
    const text = (locale: 'zh-CN' | 'en', facts: Facts): string => explainTable(traceDecisionTable(titled, facts), titled, locale).text;
    expect(text('zh-CN', { category: 'works', amount: 50000 })).toBe('按“重大事项决定程序”：符合第2行，结果是决定机构为委员会。');
    expect(text('en', { category: 'works', amount: 50000 })).toContain('gives 决定机构: the committee.');
    expect(text('zh-CN', { category: 'works', amount: 500000 })).toBe(explainTable(traceDecisionTable(table, { category: 'works', amount: 500000 }), table, 'zh-CN').text);
  });

  it('tells what is missing, and the rows in question', () => {
    expect(told('route', { category: 'purchase' })).toBe(
      '? 按“重大事项决定程序”：还不能判定，缺少：金额。\n    ? 第4行：事项类别为purchase，符合“purchase”；金额没有填写或类型不对，要求“不满100,000”。\n    ? 第5行：事项类别为purchase，符合“purchase”；金额没有填写或类型不对，要求“100,000以上（含）”。',
    );
  });

  it('tells which rows clash, and every row where none fits', () => {
    expect(told('twice', { amount: 99.5 })).toContain('第1、2行同时符合，而只能有一行符合，不能判定。');
    expect(told('route', { category: 'gift', amount: 1 }).split('\n')).toHaveLength(6);
  });

  it('writes out a sum so that it can be done again by hand', () => {
    expect(told('deductions', { late: 30, report: 'good' })).toContain('符合第1、2行，结果是扣减金额合计0.3（0.1＋0.2）。');
    expect(told('deductions', { late: 30, report: 'poor' })).toContain('报告为poor，符合“除good、fair以外”');
  });

  it('says that something is not fixed', () => {
    expect(told('open', { amount: 100 })).toContain('方案还没有确定这张表的全部内容，不能判定。');
    expect(told('open', { amount: 100 })).toContain('金额的要求还没有确定');
  });

  it('writes days as days', () => {
    expect(told('dates', { today: '2026-07-01' })).toContain('提交日期为2026年7月1日，符合“2026年7月1日起”');
  });
});
