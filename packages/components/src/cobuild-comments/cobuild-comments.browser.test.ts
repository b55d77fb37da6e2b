import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commentedPlay } from '../../../../.storybook/commented-projects.js';
import { secretary } from '../../../../.storybook/gaoming-projects.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-comments.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { CobuildComments } from './cobuild-comments.js';

const { scheme, project } = commentedPlay();
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildComments> = {}): Promise<CobuildComments> => mount<CobuildComments>('cobuild-comments', { scheme, projects: [project], actor: clerk, today: '2026-07-12', ...properties });
const listen = (element: CobuildComments): unknown[] => {
  const heard: unknown[] = [];
  element.addEventListener('cobuild-action', (event) => heard.push((event as unknown as CustomEvent<CobuildProjectActionDetail>).detail.action));
  return heard;
};
const press = async (element: CobuildComments, selector: string): Promise<void> => {
  find<HTMLButtonElement>(element, selector).click();
  await element.updateComplete;
  await element.renderRoot.querySelector<CobuildForm>('cobuild-form')?.updateComplete;
};

describe('cobuild-comments', () => {
  it('puts those that wait first, and says why one was refused', async () => {
    const element = await show();
    expect(Array.from(element.renderRoot.querySelectorAll('[part=comments] > li'), (item) => words(item).slice(0, 3))).toEqual(['待审核', '已公开', '不公开']);
    expect(words(element.renderRoot as unknown as Element)).toContain('不公开：与项目无关（');
  });

  it('releases with one press', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, '[id^="release-"]');
    expect(heard).toEqual([{ type: 'commentReleased', data: { comment: 'comment-3' } }]);
  });

  it('asks for the reason before it refuses', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, '[id^="refuse-"][id$="comment-3"]');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([]);
    await userEvent.fill(find<HTMLTextAreaElement>(find<CobuildForm>(element, 'cobuild-form'), '[data-pointer="/reason"] textarea'), '与项目无关');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([{ type: 'commentRefused', data: { comment: 'comment-3', reason: '与项目无关' } }]);
  });

  it('is for reading to everybody else', async () => {
    const element = await show({ actor: secretary });
    expect(element.renderRoot.querySelectorAll('[id^="release-"], [id^="refuse-"], [id^="answer-"]')).toHaveLength(0);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no axe violation and no inline style, %s at %d', async (lang, width) => {
    await page.viewport(width, 900);
    const element = await show({ lang });
    await press(element, '[id^="answer-"]');
    expect([await axeViolations(element), inlineStyles(element)]).toEqual([[], []]);
  });
});
