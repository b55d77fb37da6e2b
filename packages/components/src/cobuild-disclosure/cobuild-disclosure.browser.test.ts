import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { publicStation } from '../../../../.storybook/commented-projects.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-disclosure.js';
import type { CobuildCommentDetail, CobuildDisclosure } from './cobuild-disclosure.js';

const station = publicStation();
const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildDisclosure> = {}): Promise<CobuildDisclosure> => mount<CobuildDisclosure>('cobuild-disclosure', { projects: [station], ...properties });
const form = (element: CobuildDisclosure): CobuildForm => find<CobuildForm>(element, 'cobuild-form');
async function write(element: CobuildDisclosure, text: string): Promise<CobuildCommentDetail[]> {
  const heard: CobuildCommentDetail[] = [];
  element.addEventListener('cobuild-comment', (event) => heard.push((event as CustomEvent<CobuildCommentDetail>).detail));
  find<HTMLButtonElement>(element, '[id^="comment-"]').click();
  await element.updateComplete;
  await form(element).updateComplete;
  if (text !== '') await userEvent.fill(find<HTMLTextAreaElement>(form(element), '[data-pointer="/text"] textarea'), text);
  find<HTMLButtonElement>(element, '#entry-form-send').click();
  await element.updateComplete;
  return heard;
}

describe('cobuild-disclosure', () => {
  it('row 80: shows progress, money, who is responsible, and the comments that were released, with their answers', async () => {
    const text = words((await show()).renderRoot as unknown as Element);
    for (const part of ['闲置公共用房改建暖心服务站', '已拨付 42,000.00', '第一责任人', '饮水点很方便，能不能晚上也开放？', '答复（2026年7月10日）：已与社区商定，八月起开放到晚上九点。']) expect(text).toContain(part);
    for (const hidden of ['王阿姨', '与本项目无关的话', '加个扶手', '与项目无关']) expect(text).not.toContain(hidden);
  });

  it('row 80: tells the grade of the evaluation', async () => {
    const grade = { evaluation: { 'zh-CN': '终评定级', en: 'Final grades' }, title: { 'zh-CN': '一等', en: 'First' }, on: '2026-12-20' };
    expect(words((await show({ projects: [{ ...station, grade }] })).renderRoot as unknown as Element)).toContain('终评定级 一等（2026年12月20日评定）');
    expect(words((await show({ lang: 'en', projects: [{ ...station, grade }] })).renderRoot as unknown as Element)).toContain('Final grades First (settled on 20 December 2026)');
    expect(words((await show()).renderRoot as unknown as Element)).not.toContain('评定');
  });

  it('has ten of many projects on the screen and more on demand, and of many reports the latest three', async () => {
    const quarters = ['01-01/2026-03-31', '04-01/2026-06-30', '07-01/2026-09-30', '10-01/2026-12-31'];
    const reports = quarters.map((period) => ({ title: { 'zh-CN': '季度报告' }, period: `2026-${period}`, acceptedOn: '2026-12-31', cells: [] }));
    const element = await show({ projects: Array.from({ length: 23 }, (_, index) => ({ ...station, id: `p${index}`, reports })) });
    const shown = (): number => Array.from(element.renderRoot.querySelectorAll<HTMLElement>('.projects > li')).filter((item) => item.checkVisibility()).length;
    const more = async (): Promise<string> => {
      const said = words(find(element, '#more'));
      find<HTMLButtonElement>(element, '#more').click();
      await element.updateComplete;
      return said;
    };
    expect([shown(), await more(), shown(), await more(), shown(), element.renderRoot.querySelector('#more')]).toEqual([10, '再显示10项（还有13项）', 20, '再显示3项（还有3项）', 23, null]);
    const list = find(element, '.projects > li');
    expect(words(list.querySelector('ul'))).toMatch(/10月1日.*7月1日.*4月1日/);
    expect([words(list.querySelector('summary')), list.querySelector('details')?.open, words(list.querySelector('details ul'))]).toEqual(['更早的（1）', false, '季度报告（2026年1月1日至2026年3月31日），2026年12月31日审核通过']);
  });

  it('shows the photos of a report with the question and their number in words, each leading to the whole picture, and none without an address', async () => {
    const report = { title: { 'zh-CN': '季度报告' }, period: '2026-04-01/2026-06-30', acceptedOn: '2026-07-06', cells: [] };
    const projects = [{ ...station, id: 'k 1', reports: [{ ...report, photos: [{ id: 'p1', label: '现场照片' }, { id: 'p2', label: '' }] }] }];
    const element = await show({ projects, photoUrl: (project, photo) => `${picture}#${project}/${photo}` });
    const shown = Array.from(find(element, '[part=photos]').querySelectorAll('a'), (link) => [link.getAttribute('href'), link.querySelector('img')?.getAttribute('src'), link.querySelector('img')?.alt]);
    expect(shown).toEqual([[`${picture}#k 1/p1`, `${picture}#k 1/p1`, '现场照片（第1张，共2张）'], [`${picture}#k 1/p2`, `${picture}#k 1/p2`, '照片（第2张，共2张）']]);
    expect(await axeViolations(element)).toEqual([]);
    const english = await show({ lang: 'en', projects, photoUrl: (project, photo) => `${picture}#${project}/${photo}` });
    expect(find<HTMLImageElement>(english, 'img[src$="p2"]').alt).toBe('Photo (2 of 2)');
    element.photoUrl = undefined;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('img')).toBeNull();
  });

  it('sends a comment with its project', async () => {
    const element = await show();
    expect(await write(element, '很好')).toEqual([{ project: station.id, text: '很好' }]);
  });

  it('asks for a text, and shows what the host has against one', async () => {
    const element = await show();
    expect(await write(element, '')).toEqual([]);
    element.problems = [{ code: 'project/comment-personal-data', severity: 'error', document: 'action', pointer: '/data/text', params: {}, message: '这里含有手机号，公开会泄露个人信息，没有提交。' }];
    await element.updateComplete;
    await form(element).updateComplete;
    await expect.poll(() => words(form(element).renderRoot as unknown as Element)).toContain('这里含有手机号');
  });

  it('closes the form when the comment was taken', async () => {
    const element = await show();
    await write(element, '很好');
    element.projects = [{ ...station }];
    await element.updateComplete;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('cobuild-form')).toBeNull();
    expect(words(find(element, '[role=status]'))).toBe('留言已收到。');
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no axe violation and no inline style, %s at %d', async (lang, width) => {
    await page.viewport(width, 900);
    const element = await show({ lang });
    await write(element, '');
    expect([await axeViolations(element), inlineStyles(element)]).toEqual([[], []]);
  });
});
