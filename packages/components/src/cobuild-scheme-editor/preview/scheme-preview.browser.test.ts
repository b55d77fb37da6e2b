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

/** The control that says at which stage the application is. */
function stages(element: CobuildSchemeEditor): HTMLSelectElement {
  const label = Array.from(element.renderRoot.querySelectorAll('.preview-bar label')).find((each) => each.querySelector('span')?.textContent === '环节');
  return label?.querySelector('select') as HTMLSelectElement;
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
    const first = (): string | undefined => find(element, '.preview').firstElementChild?.localName;
    expect(first()).toBe('cobuild-form');
    await userEvent.selectOptions(stages(element), '区级会审');
    await element.updateComplete;
    const status = find(element, 'cobuild-status');
    await expect.poll(() => status.shadowRoot?.querySelector('[aria-current="step"]')?.textContent).toContain('区级会审');
    await page.getByLabelText('谁在看').selectOptions('评审委员会委员');
    await userEvent.selectOptions(stages(element), '区级会审');
    await element.updateComplete;
    expect(first()).toBe('cobuild-decision');
    await expect.poll(() => find(element, 'cobuild-decision').shadowRoot?.textContent).toContain('申请专项资金');
    await expect.poll(() => axeViolations(element)).toEqual([]);
  });

  it('is the ballot of a member where a committee votes', async () => {
    const element = await previewOf('gaoming-demo', '委员（在会上表决）');
    const meeting = find(element, 'cobuild-meeting');
    expect(stages(element).selectedOptions[0]?.textContent).toBe('区级会审');
    await expect.poll(() => meeting.shadowRoot?.textContent).toContain('示例委员1');
    // The ballots are open, and this member has one.
    await page.getByRole('radio', { name: '赞成', exact: true }).first().click();
    await expect.poll(() => meeting.shadowRoot?.querySelectorAll('input[type="radio"]:checked').length).toBe(1);
    expect(element.changedFiles).toEqual([]);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('is the ballot of the public where residents vote; what is cast stays in the sample', async () => {
    const element = await previewOf('yangjiang-contest-demo', '群众');
    await userEvent.selectOptions(stages(element), '十佳党群服务中心网络投票');
    await element.updateComplete;
    const vote = find(element, 'cobuild-public-vote');
    await expect.poll(() => vote.shadowRoot?.querySelectorAll('input[type="checkbox"]').length ?? 0).toBeGreaterThan(1);
    await page.elementLocator(vote.shadowRoot?.querySelector('input[type="checkbox"]') as Element).click();
    await element.updateComplete;
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
