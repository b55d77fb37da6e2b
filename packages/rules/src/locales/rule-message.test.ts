import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { inLanguage, ruleMessage, ruleProblem } from './rule-message.js';
import { zhCN } from './zh-cn.js';

const codes = Object.keys(zhCN) as (keyof typeof zhCN)[];
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

type MessageFile = Readonly<Record<string, { readonly 'zh-CN'?: Readonly<Record<string, string>> }>>;
const folder = new URL('.', import.meta.url);
const tables = await Promise.all(readdirSync(folder).filter((name) => name.endsWith('-messages.ts')).map(async (name) => (await import(new URL(name, folder).href)) as MessageFile));

describe('message tables', () => {
  it('have each code once: one file would silently take the place of another', () => {
    const all = tables.flatMap((module) => Object.values(module)).flatMap((table) => Object.keys(table['zh-CN'] ?? {}));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('hold the same codes in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(codes);
  });

  it.each(codes)('%s says something in both languages, about the same params', (code) => {
    // Some are made of params and signs alone: {title}：{sum}.
    if (/\p{L}/u.test(zhCN[code].replace(/\{\w+\}/g, ''))) expect(zhCN[code]).toMatch(/\p{Script=Han}/u);
    expect(en[code]).not.toMatch(/\p{Script=Han}/u);
    expect(placeholders(en[code])).toEqual(placeholders(zhCN[code]));
  });

  it('have a problem for every remedy', () => {
    const orphans = codes.filter((code) => code.endsWith('/remedy') && code !== 'explain/remedy' && !codes.includes(code.replace('/remedy', '') as keyof typeof zhCN));
    expect(orphans).toEqual([]);
  });
});

describe('ruleMessage', () => {
  it('takes the title of its language, and again when the problem is said in another one', () => {
    const tranche = { 'zh-CN': '首期', en: 'First tranche' };
    const problem = ruleProblem('project/tranche-paid', { document: 'action', pointer: '', params: { tranche } });
    expect([problem.message, inLanguage(problem, 'en').message]).toEqual(['“首期”已经拨付。', en['project/tranche-paid'].replace('{tranche}', 'First tranche')]);
    expect(ruleMessage('case/unknown-outcome/remedy', { known: [tranche, { 'zh-CN': '尾款' }] }, 'en')).toContain('First tranche, 尾款');
  });

  it('fills in params and joins lists in the manner of the language', () => {
    expect(ruleMessage('case/unknown-outcome/remedy', { known: ['退回', '驳回'] }, 'zh-CN')).toBe('可选的结果：退回、驳回。');
    expect(ruleMessage('case/unknown-outcome/remedy', { known: ['return', 'reject'] }, 'en')).toBe('Possible outcomes: return, reject.');
  });

  it('leaves nothing for a missing param, also where objects inherit one of that name', () => {
    expect(ruleMessage('vote/second-ballot', {}, 'zh-CN')).toBe('投了不止一票，只计第一票。');
  });

  it('makes the quotation marks of a name single where the sentence quotes it', () => {
    const project = '“双拥”之家';
    expect(ruleMessage('explain/award-waiting', { project, waitingPlace: 2, why: '' }, 'zh-CN')).toBe('“‘双拥’之家”：列入候补，第2位。');
    expect(ruleMessage('explain/award-waiting', { project, waitingPlace: 2, why: '' }, 'en')).toContain('"‘双拥’之家" is number 2');
  });

  it('draws placeholders inside values as they are', () => {
    expect(ruleMessage('vote/second-ballot', { member: '{member}$&' }, 'zh-CN')).toBe('{member}$&投了不止一票，只计第一票。');
  });
});

describe('ruleProblem', () => {
  it('adds the remedy where there is one', () => {
    const problem = ruleProblem('vote/returned-more-than-issued', { document: 'case', pointer: '/meeting/counts/returned', params: { returned: 23, issued: 22 } });
    expect(problem).toMatchObject({ severity: 'error', message: '收回选票23张，多于发出的22张，本次投票无效。', remedy: '请重新投票。' });
    expect(ruleProblem('vote/second-ballot', { document: 'case', pointer: '' })).not.toHaveProperty('remedy');
  });
});
