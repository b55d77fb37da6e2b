import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import applicationForm from '../../../../examples/schemes/gaoming/forms/application.json' with { type: 'json' };
import station from '../../../../examples/schemes/gaoming/cases/service-station.json' with { type: 'json' };
import { everyRecord } from '../../test/every-record.js';
import { applying } from '../../test/record-answers.js';
import '../define/cobuild-answers.js';
import type { CobuildAnswers } from '../cobuild-answers/cobuild-answers.js';

async function mount(view: 'review' | 'public', lang = 'zh-CN'): Promise<CobuildAnswers> {
  const element = document.createElement('cobuild-answers');
  Object.assign(element, { definition: applicationForm, value: station.answers, view, lang });
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}
const captions = (element: CobuildAnswers): readonly string[] => Array.from(element.renderRoot.querySelectorAll('caption'), (caption) => caption.textContent.trim());

describe('records that are read', () => {
  it('show a reviewer every line, step and group, not their sum alone', async () => {
    const element = await mount('review');
    await vi.waitFor(() => expect(captions(element)).toEqual(expect.arrayContaining(['支出明细', '意见统计', '成效指标'])));
    const { textContent } = element.renderRoot;
    for (const words of ['墙面地面改造', '55,900.00', '征求 156 人', '多数意见赞成改建', '党员轮值', '赞成26票，到会30人，超过50%，通过']) expect(textContent?.replace(/\s+/g, ' ')).toContain(words);
  });

  it('tell the public nothing of it', async () => {
    const element = await mount('public');
    expect([captions(element).filter((caption) => caption !== ''), element.renderRoot.textContent?.includes('墙面地面改造')]).toEqual([[], false]);
  });

  it('have captions in one line on a phone, where tables are cards', async () => {
    await page.viewport(390, 844);
    const element = await mount('review');
    await vi.waitFor(() => expect(captions(element)).toContain('意见统计'));
    const caption = [...element.renderRoot.querySelectorAll('caption')].find(({ textContent }) => textContent.trim() === '意见统计') as HTMLElement;
    expect(caption.getBoundingClientRect().height).toBeLessThan(40);
    await page.viewport(1280, 900);
  });

  it('show who applies with which share, and who signed', async () => {
    const element = await mount('review');
    for (const [kind, record, shown] of [['applicants', applying, '河江社区'], ['pledge', { signatures: [{ signer: 'secretary', by: { id: 'p1', name: '陈志远' }, at: '2026-03-05T09:00:00+08:00' }] }, '陈志远']] as const) {
      Object.assign(element, { definition: everyRecord[kind], value: { record } });
      await vi.waitFor(() => expect(element.renderRoot.querySelector('table')?.textContent).toContain(shown));
    }
  });

  it('say which share of which party changed', async () => {
    const element = await mount('review');
    const [lead, partner] = applying.parties;
    Object.assign(element, { definition: everyRecord.applicants, earlier: { record: applying }, value: { record: { parties: [lead, { ...partner, share: 40 }] } } });
    await vi.waitFor(() => expect(element.renderRoot.querySelector('table ins')?.textContent).toContain('40%'));
    expect(element.renderRoot.querySelectorAll('table del')).toHaveLength(1);
  });
});
