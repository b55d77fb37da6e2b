import { describe, expect, it } from 'vitest';
import type { PledgeSettings, PledgeValue } from '../../generated/types.js';
import { checkPledge } from './check-pledge.js';
import { pledgeText } from './pledge-digests.js';
import { pledgeSentences } from './pledge-words.js';
import { signPledge } from './sign-pledge.js';

const settings: PledgeSettings = {
  text: { 'zh-CN': '所填内容真实。', en: 'What is stated is true.' }, except: ['/attachments/*/scan'],
  signers: [{ id: 'secretary', title: { 'zh-CN': '党组织书记', en: 'the secretary' } }, { id: 'director', title: { 'zh-CN': '村委会主任', en: 'the director' } }],
};
const answers = { projectName: '暖心服务站', amountRequested: 50_000, attachments: [{ id: 'f1', scan: 'pending' }, { id: 'f2', scan: 'clean' }] };
type Filled = Record<string, unknown> & { pledge?: PledgeValue };
const at = (hour: number): string => `2026-03-05T${String(hour).padStart(2, '0')}:00:00+08:00`;
const sign = (filled: Filled, signer: string, more: { id?: string; hour?: number; locale?: 'zh-CN' | 'en' } = {}, rules = settings): Filled => ({
  ...filled, pledge: signPledge(filled.pledge, filled, rules, { signer, by: { id: more.id ?? `p-${signer}`, name: '陈志远' }, at: at(more.hour ?? 9), ...(more.locale ? { locale: more.locale } : {}) }, '/pledge'),
});
const check = (filled: Filled, rules = settings) => checkPledge(filled.pledge, filled, rules, { pointer: '/pledge', now: at(20) });
const codes = (filled: Filled, rules = settings): string[] => check(filled, rules).problems.map(({ code, pointer }) => `${code} ${pointer}`);
const both = sign(sign(answers, 'secretary'), 'director', { hour: 10 });

describe('checkPledge', () => {
  it('waits for the second signature', () => {
    const one = sign(answers, 'secretary');
    expect(check(one)).toMatchObject({ complete: false, signatures: [{ signer: 'secretary', status: 'signed', name: '陈志远' }, { signer: 'director', status: 'waiting' }] });
    expect(check(one).problems.map(({ message }) => message)).toEqual(['还需要村委会主任签字']);
    expect(check(both)).toMatchObject({ complete: true, problems: [] });
  });

  it('voids every signature by a change after it, until it is signed again', () => {
    const changed = { ...both, amountRequested: 50_000.01 };
    expect(check(changed)).toMatchObject({ complete: false, signatures: [{ status: 'void' }, { status: 'void' }] });
    expect(codes(changed)).toEqual(['pledge/answers-changed /pledge/signatures/0', 'pledge/answers-changed /pledge/signatures/1']);
    expect(check(sign(changed, 'secretary')).signatures.map(({ status }) => status)).toEqual(['signed', 'void']);
    expect(check(sign(sign(changed, 'secretary'), 'director')).complete).toBe(true);
    expect(check({ ...changed, amountRequested: 50_000 }).complete).toBe(true);
  });

  it('is not voided by the second signature, by empty answers or by what is excepted', () => {
    expect(check({ ...both, note: '', list: [], group: { a: null } }).complete).toBe(true);
    expect(check({ ...both, attachments: [{ scan: 'clean', id: 'f1' }, { id: 'f2', scan: 'clean' }] }).complete).toBe(true);
    expect(check({ ...both, attachments: [{ id: 'f1', scan: 'clean' }, { id: 'f3', scan: 'clean' }] }).complete).toBe(false);
    expect(check({ ...both, attachments: [{ id: 'f1', scan: 'pending' }] }).complete).toBe(false);
    expect(check({ ...both, flag: false }).complete).toBe(false);
  });

  it('stands under the answers that it covers and no others', () => {
    const rules = { ...settings, covers: ['/projectName', '/lines/*/amount'] };
    const filled = { ...answers, lines: [{ amount: 1, note: 'x' }, { amount: 2 }] };
    const signed = sign(sign(filled, 'secretary', {}, rules), 'director', {}, rules);
    expect(check({ ...signed, amountRequested: 1, lines: [{ amount: 1, note: 'y' }, { amount: 2 }] }, rules).complete).toBe(true);
    expect(check({ ...signed, lines: [{ amount: 2 }, { amount: 1 }] }, rules).complete).toBe(false);
    expect(check({ ...signed, lines: [{ amount: 1 }] }, rules).complete).toBe(false);
  });

  it('leaves out excepted items of a list wherever they stand', () => {
    const rules = { ...settings, except: ['/list/0', '/list/10'] };
    const list = Array.from({ length: 12 }, (_, index) => index + 1);
    const signed = sign(sign({ list }, 'secretary', {}, rules), 'director', {}, rules);
    expect(check({ ...signed, list: list.map((each, index) => (index === 0 || index === 10 ? 99 : each)) }, rules).complete).toBe(true);
    expect(check({ ...signed, list: list.map((each, index) => (index === 1 ? 99 : each)) }, rules).complete).toBe(false);
  });

  it('is voided where the text that was shown is another now, in its own language', () => {
    const reworded = { ...settings, text: { 'zh-CN': '所填内容真实。', en: 'All of it is true.' } };
    expect(check(both, reworded).complete).toBe(true);
    const english = sign(sign(answers, 'secretary', { locale: 'en' }), 'director');
    expect(codes(english, reworded)).toEqual(['pledge/text-changed /pledge/signatures/0']);
  });

  it('asks for different persons unless the settings say otherwise', () => {
    const same = sign(sign(answers, 'secretary', { id: 'p1' }), 'director', { id: 'p1' });
    expect(codes(same)).toEqual(['pledge/same-person /pledge/signatures/1']);
    expect(codes(same, { ...settings, distinct: false })).toEqual([]);
  });

  it('keeps the order where it is asked for: before, at the same time, after', () => {
    const rules = { ...settings, inOrder: true };
    expect([8, 9, 10].map((hour) => codes(sign(sign(answers, 'secretary', { hour: 9 }), 'director', { hour }), rules))).toEqual([['pledge/order /pledge/signatures/1'], [], []]);
    expect(codes(sign(answers, 'director'), rules)).toEqual(['pledge/waiting /pledge/signatures', 'pledge/order /pledge/signatures/0']);
  });

  it('does not wait for a signature that is not required', () => {
    const rules = { ...settings, signers: settings.signers.map((signer) => ({ ...signer, required: signer.id === 'secretary' })) };
    expect(check(sign(answers, 'secretary'), rules).complete).toBe(true);
  });

  it('is not complete while the text is not decided', () => {
    expect(check(both, { ...settings, text: 'UNDECIDED' }).problems[0]).toMatchObject({ severity: 'undecided', params: { setting: '承诺的内容' } });
    expect(pledgeText({ ...settings, text: 'UNDECIDED' }, 'zh-CN')).toBeUndefined();
  });

  it('reads what is no record as no signature', () => {
    for (const broken of [undefined, null, 'x', { signatures: 'x' }]) expect(codes({ ...answers, pledge: broken as unknown as PledgeValue })).toEqual(['pledge/waiting /pledge/signatures', 'pledge/waiting /pledge/signatures']);
    expect(codes({ ...answers, pledge: { signatures: [null] } as unknown as PledgeValue })).toContain('pledge/signer-unknown /pledge/signatures/0');
  });

  const entries = both.pledge?.signatures ?? [];
  const withEntries = (change: (entry: (typeof entries)[number]) => object): Filled => ({ ...both, pledge: { signatures: entries.map((entry) => ({ ...entry, ...change(entry) })) } });
  const wrong: [string, Filled, Partial<PledgeSettings>?][] = [
    ['pledge/waiting', answers], ['pledge/answers-changed', { ...both, projectName: 'x' }], ['pledge/text-changed', both, { text: { 'zh-CN': '另一个承诺' } }], ['pledge/signer-unknown', withEntries(() => ({ signer: 'x' }))],
    ['pledge/twice', withEntries(() => ({ signer: 'secretary' }))], ['pledge/same-person', withEntries(() => ({ by: { id: 'p', name: '陈志远' } }))], ['pledge/order', sign(answers, 'director'), { inOrder: true }],
    ['pledge/time', withEntries(() => ({ at: '2026-03-05' }))], ['pledge/time-ahead', withEntries(() => ({ at: at(21) }))],
  ];
  it.each(wrong)('says %s in both languages', (code, filled, rules = {}) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = checkPledge(filled.pledge, filled, { ...settings, ...rules }, { pointer: '/pledge', now: at(20), locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(pledgeSentences['zh-CN']));
    expect(Object.keys(pledgeSentences.en)).toEqual(Object.keys(pledgeSentences['zh-CN']));
  });
});

describe('signPledge', () => {
  it('keeps what was shown, who signed and when', () => {
    expect(sign(answers, 'secretary', { locale: 'en' }).pledge?.signatures).toMatchObject([{ signer: 'secretary', by: { id: 'p-secretary', name: '陈志远' }, at: at(9), locale: 'en', text: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
  });

  it('takes the place of an earlier signature by the same signer', () => {
    expect(sign(both, 'secretary').pledge?.signatures).toHaveLength(2);
  });

  it('refuses misuse', () => {
    expect(() => sign(answers, 'nobody')).toThrow(TypeError);
    expect(() => sign(answers, 'secretary', {}, { ...settings, text: 'UNDECIDED' })).toThrow(TypeError);
    expect(() => signPledge(undefined, answers, settings, { signer: 'secretary', by: { id: 'p', name: 'x' }, at: '2026-03-05T09:00:00' }, '/pledge')).toThrow(TypeError);
  });
});
