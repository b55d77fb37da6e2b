import { checkPledge } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { fillByKeyboard } from '../../../../../test/by-keyboard.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const settings = everyRecord.pledge.fields?.['/record']?.record?.pledge ?? { text: 'UNDECIDED', signers: [] };
const hostsOf = (id: string, name: string, at: string) => ({ person: { id, name }, now: () => at });
const secretary = hostsOf('p1', '陈志远', '2026-03-05T09:00:00+08:00');
const director = hostsOf('p2', '李小红', '2026-03-05T10:00:00+08:00');
const mountPledge = (value: object = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.pledge, value, { hosts: secretary, ...properties });
const card = (form: CobuildForm, id: string): HTMLElement => find(form, `[data-cell="/signatures/#${id}"]`);
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const stateOf = (form: CobuildForm, id: string): string => text(card(form, id).querySelector('.tag'));
const hostedBy = async (form: CobuildForm, hosts: CobuildForm['hosts']): Promise<void> => {
  form.hosts = hosts;
  await form.updateComplete;
};
const signByKeyboard = (form: CobuildForm): Promise<void> => fillByKeyboard(form, [['我已阅读', ' '], ['以', '{Enter}']]);

/** Signed by both. */
async function signedForm(): Promise<CobuildForm> {
  const form = await mountPledge();
  await fillByKeyboard(form, [['项目名称', '暖心服务站']]);
  await signByKeyboard(form);
  await hostedBy(form, director);
  await signByKeyboard(form);
  return form;
}

beforeEach(() => page.viewport(1280, 800));

describe('a pledge', () => {
  it('row 29: waits for the second signature, and a change after signing voids it', async () => {
    const form = await mountPledge();
    await fillByKeyboard(form, [['项目名称', '暖心服务站']]);
    await signByKeyboard(form);
    const afterOne = [form.submit(), text(find(card(form, 'director'), '.field-error'))];
    await hostedBy(form, director);
    await signByKeyboard(form);
    const afterTwo = form.submit();

    await fillByKeyboard(form, [['项目名称', '另一个项目']]);

    expect([afterOne[0], afterTwo, form.submit()]).toEqual([false, true, false]);
    expect(afterOne[1]).toContain('还需要村委会主任签字');
    expect(text(find(card(form, 'secretary'), '.field-error'))).toContain('签字后申报内容有改动，原来的签字不再有效');
  });

  it('is signed by two persons, by keyboard alone', async () => {
    const form = await signedForm();
    const record = form.value['record'] as { signatures: readonly { signer: string; by: object; at: string; locale: string }[] };

    expect(record.signatures.map(({ signer, by, at, locale }) => ({ signer, by, at, locale }))).toEqual([
      { signer: 'secretary', by: { id: 'p1', name: '陈志远' }, at: '2026-03-05T09:00:00+08:00', locale: 'zh-CN' },
      { signer: 'director', by: { id: 'p2', name: '李小红' }, at: '2026-03-05T10:00:00+08:00', locale: 'zh-CN' },
    ]);
    expect(checkPledge(record as never, form.value, settings, { pointer: '/record' }).problems).toEqual([]);
    expect([stateOf(form, 'secretary'), stateOf(form, 'director'), text(find(form, '.record-sum'))]).toEqual(['已签字', '已签字', '需要的签字都已齐全。']);
    expect(form.checkValidity()).toBe(true);
  });

  it('is not signed before it was read', async () => {
    const form = await mountPledge();

    await fillByKeyboard(form, [['以党组织书记', '{Enter}']]);

    expect([form.value['record'], text(form.shadowRoot?.getElementById('f/record-read-problems') ?? null), form.shadowRoot?.activeElement?.id]).toEqual([undefined, '请先阅读承诺并勾选，再签字。', 'f/record-read']);
  });

  it('shows that a change after signing voids the signature, and takes a new one', async () => {
    const form = await signedForm();

    await fillByKeyboard(form, [['项目名称', '另一个项目']]);
    await expect.poll(() => stateOf(form, 'secretary')).toBe('签字作废');
    const why = text(card(form, 'secretary').querySelector('.record-sum, .field-error'));
    await hostedBy(form, { ...secretary, now: () => '2026-03-05T11:00:00+08:00' });
    await signByKeyboard(form);

    expect(why).toContain('党组织书记签字后申报内容有改动，原来的签字不再有效');
    expect([stateOf(form, 'secretary'), stateOf(form, 'director')]).toEqual(['已签字', '签字作废']);
  });

  it.each([
    ['somebody who is not signed in', undefined, 'secretary', '须由本人登录后签字。'],
    ['somebody who signs later', secretary, 'director', '待党组织书记签字后再签。'],
    ['somebody who gives another signature', { ...secretary, person: { ...secretary.person, signatures: ['director'] } }, 'secretary', '由本人登录后签字。'],
  ])('has no button for %s', async (_, hosts, signer, note) => {
    const form = await mountPledge({}, { hosts });

    expect([card(form, signer).querySelector('button'), text(card(form, signer).querySelector('.note'))]).toEqual([null, note]);
  });

  it('asks for another person for the second signature, without calling it missing before the person leaves', async () => {
    const form = await mountPledge();
    await signByKeyboard(form);

    expect(card(form, 'director').querySelector('.field-error')).toBeNull();
    expect(text(card(form, 'director').querySelector('.note'))).toBe('您已以党组织书记的名义签字，这里须由另一人签字。');
  });

  it('gives a signature back to its person', async () => {
    const form = await mountPledge();
    await signByKeyboard(form);

    find<HTMLButtonElement>(form, '[aria-label^="撤回签字"]').click();
    const after = form.value['record'];
    await userEvent.click(find(form, '.live .removal button'));

    expect([after, stateOf(form, 'secretary')]).toEqual([undefined, '已签字']);
  });

  it('leads to a signature that is missing, also where nobody can sign', async () => {
    const form = await mountPledge({}, { hosts: {} });

    await form.focusField('/record/signatures');

    expect(form.shadowRoot?.activeElement).toBe(card(form, 'secretary'));
  });

  it('cannot be signed while its text is not decided', async () => {
    const form = await mountPledge({}, { definition: { ...everyRecord.pledge, fields: { ...everyRecord.pledge.fields, '/record': { record: { pledge: { ...settings, text: 'UNDECIDED' } } } } } });

    expect([form.shadowRoot?.querySelector('.live button'), text(find(form, '.record-sum'))]).toEqual([null, '承诺的内容还没有规定，暂时不能签字。请向主管部门确认。']);
  });

  it.each([{}, { signatures: 3 }, { signatures: [null, { signer: 'nobody' }, { signer: 'secretary' }, { signer: 'secretary', by: 4, at: 'x' }] }])('draws %j', async (value) => {
    const form = await mountPledge(value);

    expect(card(form, 'director').isConnected).toBe(true);
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, with everything wrong', async (lang) => {
    const form = await mountPledge({ signatures: [{ signer: 'nobody' }, { signer: 'secretary', by: { id: 'p1', name: '陈' }, at: 'x' }] }, { lang });
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountPledge({ signatures: [{ signer: 'nobody' }] }, { lang });

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(form.shadowRoot?.querySelector('.record')?.scrollWidth).toBeLessThanOrEqual(390);
  });
});
