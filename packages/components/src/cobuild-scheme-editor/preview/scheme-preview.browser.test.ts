import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { exampleBase, exampleFiles } from '../../../test/example-folders.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

/** The preview of an example, seen by one of its roles. */
async function previewOf(name: string, role: string): Promise<CobuildSchemeEditor> {
  const files = await exampleFiles(name);
  const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, base: await exampleBase(files), lang: 'zh-CN' });
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.getByLabelText('谁在看').selectOptions(role);
  await element.updateComplete;
  return element;
}

beforeEach(() => page.viewport(1280, 900));

describe('the preview of a stage', () => {
  it('is the meeting where a committee votes, and what is done at it is done to the sample', async () => {
    const element = await previewOf('gaoming-demo', '评审委员会办公室工作人员');
    const told: Event[] = [];
    element.addEventListener('cobuild-action', (event) => told.push(event));
    const meeting = find(element, 'cobuild-meeting');
    await page.getByRole('button', { name: '开始会议', exact: true }).click();
    await expect.poll(() => meeting.shadowRoot?.textContent).toContain('示例委员9');
    await expect.poll(() => (meeting as HTMLElement & { state: { meeting?: unknown } }).state.meeting).toBeDefined();
    expect([told, element.changedFiles]).toEqual([[], []]);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('is the score sheet where experts score', async () => {
    const element = await previewOf('qianjiang-innovation-demo', '专家评审组成员');
    const sheet = find(element, 'cobuild-score-sheet');
    await expect.poll(() => sheet.shadowRoot?.querySelectorAll('input, select').length ?? 0).toBeGreaterThanOrEqual(3);
    expect(sheet.shadowRoot?.querySelector('[part~="error-summary"], .notice.danger')).toBeNull();
    expect(await axeViolations(element)).toEqual([]);
  });

  it('is the form, and then the progress, for whoever applies; the result so far for whoever reads along', async () => {
    const element = await previewOf('gaoming-demo', '村（社区）党组织书记');
    const stages = page.getByLabelText('环节', { exact: true });
    const first = (): string | undefined => find(element, '.preview').firstElementChild?.localName;
    expect(first()).toBe('cobuild-form');
    await stages.selectOptions('区级会审');
    await element.updateComplete;
    const status = find(element, 'cobuild-status');
    await expect.poll(() => status.shadowRoot?.querySelector('[aria-current="step"]')?.textContent).toContain('区级会审');
    await page.getByLabelText('谁在看').selectOptions('评审委员会委员');
    await stages.selectOptions('区级会审');
    await element.updateComplete;
    expect(first()).toBe('cobuild-decision');
    await expect.poll(() => find(element, 'cobuild-decision').shadowRoot?.textContent).toContain('受益户数');
    await expect.poll(() => axeViolations(element)).toEqual([]);
  });

  it('is the ballot of the public where residents vote; what is cast stays in the sample', async () => {
    const element = await previewOf('yangjiang-contest-demo', '群众');
    await page.getByLabelText('环节', { exact: true }).selectOptions('十佳党群服务中心网络投票');
    await element.updateComplete;
    const vote = find(element, 'cobuild-public-vote');
    await expect.poll(() => vote.shadowRoot?.querySelectorAll('input[type="checkbox"]').length ?? 0).toBeGreaterThan(1);
    await page.elementLocator(vote.shadowRoot?.querySelector('input[type="checkbox"]') as Element).click();
    await vote.updateComplete;
    expect(await axeViolations(element)).toEqual([]);
    expect(element.changedFiles).toEqual([]);
  });
});

describe('the preview of a form', () => {
  it('keeps what was changed in the sample when the page is drawn anew', async () => {
    const files = await exampleFiles('sanshui-xinan');
    const element = await mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files, lang: 'zh-CN' });
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByRole('button', { name: /示例|样例/ }).click();
    const name = page.getByRole('textbox', { name: /^项目名称/ });
    await name.fill('河堤路灯');
    await userEvent.keyboard('{Tab}');
    element.requestUpdate();
    await element.updateComplete;
    await expect.element(name).toHaveValue('河堤路灯');
  });
});
