import type { Locale, PrefillAdapter, Scheme } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { smallAnswers, smallScheme } from '../../test/small-scheme.js';
import '../define/cobuild-application.js';
import { messages } from '../locales/messages.js';
import type { CobuildApplication } from './cobuild-application.js';

type Rule = Scheme['eligibility']['rules'][number];
const [withinCap, enoughHouseholds] = smallScheme.eligibility.rules as [Rule, Rule];

/** One requirement about the applicant, one about earlier projects, one about an answer that a register may know, one that only the form can tell. */
const strictScheme: Scheme = {
  ...smallScheme,
  eligibility: {
    rules: [
      {
        id: 'own-level',
        title: { 'zh-CN': '由村申报', en: 'A village applies' },
        conditions: { fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' },
        reason: { 'zh-CN': '镇街不能申报。', en: 'Towns cannot apply.' },
        remedy: { 'zh-CN': '请由村党组织申报。', en: 'Let a village apply.' },
        source: { 'zh-CN': '办法第三条', en: 'Clause 3' },
      },
      {
        id: 'open-case',
        title: { 'zh-CN': '没有未结的项目', en: 'No open project' },
        conditions: { fact: 'history', path: '$.open', operator: 'equal', value: 0 },
        reason: { 'zh-CN': '去年的项目还没有结项。', en: 'The project of last year is still open.' },
        remedy: { 'zh-CN': '请先办结去年的项目。', en: 'Close the project of last year first.' },
      },
      { ...enoughHouseholds, provenance: { kind: 'invented' } },
      withinCap,
    ],
  },
};
const registers: PrefillAdapter = { answersFor: () => Promise.resolve([{ pointer: '/households', value: 19, source: { id: 'households', title: '户籍登记' }, at: '2026-03-01T00:00:00+08:00' }]) };
const failing = { scheme: strictScheme, applicant: { id: 't1', level: 'town' }, facts: { today: '2026-03-05', history: { open: 1 } }, prefill: registers };

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const told = (application: CobuildApplication): string[] => Array.from(application.renderRoot.querySelectorAll('.pre-check li'), words);
const heading = (application: CobuildApplication): string => words(find(application, 'h2'));

async function mountFailing(properties: Partial<CobuildApplication> = {}): Promise<CobuildApplication> {
  const application = await mount<CobuildApplication>('cobuild-application', { ...failing, ...properties });
  if (properties.prefill === undefined) await expect.poll(() => application.value['households']).toBeDefined();
  await application.updateComplete;
  return application;
}

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-application before the form begins', () => {
  it.each<[Locale, string, readonly (readonly string[])[], string]>([
    ['zh-CN', '填写之前：有 3 项申报条件不符合', [['镇街不能申报。', '怎样改：请由村党组织申报。'], ['去年的项目还没有结项。', '怎样改：请先办结去年的项目。'], ['受益户数不足。', '怎样改：请扩大受益范围。']], '其余条件：1 项待填写后核对。'],
    ['en', 'Before you begin: 3 requirements are not met', [['Towns cannot apply.', 'What would mend it: Let a village apply.'], ['The project of last year is still open.', 'What would mend it: Close the project of last year first.'], ['Too few households.', 'What would mend it: Reach more households.']], 'Other requirements: 1 not yet known.'],
  ])('row 18: shows an applicant who fails three rules three reasons and what would fix each, in %s', async (lang, title, reasons, rest) => {
    const application = await mountFailing({ lang });
    const lines = told(application);

    expect(heading(application)).toBe(title);
    expect(lines.length).toBe(3);
    reasons.forEach((parts, index) => {
      for (const part of parts) expect(lines[index]).toContain(part);
    });
    expect(words(find(application, '.pre-check'))).toContain(rest);
    expect(lines.map((line) => line.includes(messages[lang].provenanceInvented))).toEqual([false, false, true]);
    expect(application.renderRoot.querySelectorAll('[data-pointer], .steps').length).toBe(0);
    expect(await axeViolations(application)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it('lets one go on to the first step by keyboard, where the requirements stand beside the questions', async () => {
    const application = await mountFailing();
    find(application, '.pre-check .primary').focus();

    await userEvent.keyboard('{Enter}');

    await expect.poll(() => application.shadowRoot?.activeElement?.textContent).toBe('项目');
    expect([told(application).length, application.renderRoot.querySelectorAll('.requirement.false').length]).toEqual([0, 3]);
  });

  it('follows what becomes known, and gives way to the form when nothing is wrong any more', async () => {
    const application = await mountFailing();
    application.applicant = { id: 'v1', level: 'village' };
    await application.updateComplete;
    const two = told(application).length;
    application.facts = { today: '2026-03-05', history: { open: 0 } };
    await application.updateComplete;
    const one = told(application).length;
    application.prefill = undefined;
    application.value = { households: 20 };
    await application.updateComplete;

    expect([two, one, heading(application)]).toEqual([2, 1, '项目']);
  });

  it('does not come back once somebody began', async () => {
    const application = await mountFailing({ applicant: { id: 'v1', level: 'village' }, facts: { history: { open: 0 } }, prefill: { answersFor: () => Promise.resolve([]) } });
    await userEvent.fill(find(application, '[data-pointer="/projectName"] input'), '村口路灯');
    application.applicant = failing.applicant;
    await application.updateComplete;

    expect(heading(application)).toBe('项目');
  });

  it.each<[string, Partial<CobuildApplication>]>([
    ['answers that the page brought', { value: { projectName: '村口路灯' } }],
    ['a draft', { drafts: { load: () => Promise.resolve({ answers: { projectName: '村口路灯' }, savedAt: '2026-03-05T10:00:00+08:00' }), save: () => Promise.resolve({ savedAt: '2026-03-05T10:00:00+08:00' }), remove: () => Promise.resolve() } }],
    ['an application that was returned', { returned: { stage: 'review', outcome: 'return', at: '2026-03-12T10:00:00+08:00' } }],
  ])('does not stand in the way of %s', async (_what, properties) => {
    const application = await mountFailing(properties);
    await expect.poll(() => application.renderRoot.querySelector('.step h2')?.textContent).toBe('项目');

    expect(told(application)).toEqual([]);
  });

  it('says nothing of what only the answers can tell, default answers of the form among them', async () => {
    const [form] = strictScheme.forms;
    const properties = form?.schema['properties'] as Record<string, object>;
    const scheme = { ...strictScheme, forms: [{ ...form, schema: { ...form?.schema, properties: { ...properties, households: { type: 'integer', title: '受益户数', default: 0 } } } }] } as unknown as Scheme;
    const application = await mount<CobuildApplication>('cobuild-application', { scheme, applicant: { id: 'v1', level: 'village' }, facts: { history: { open: 0 } } });

    expect([application.value, told(application), heading(application)]).toEqual([{ households: 0 }, [], '项目']);
  });

  it('leads a page that asks for a question to it', async () => {
    const application = await mountFailing();

    expect(await application.focusField('/amount')).toBe(true);
    expect(heading(application)).toBe('资金');
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    await mountFailing({ lang });

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('shows the whole of an application that has everything', async () => {
    const application = await mount<CobuildApplication>('cobuild-application', { ...failing, prefill: undefined, value: smallAnswers });

    expect([told(application).length, words(find(application, '.eligibility-counts'))]).toEqual([0, '2 项符合，2 项不符合']);
  });
});
