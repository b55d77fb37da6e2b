import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { exampleScheme, householdMarks, households } from '../../../../.storybook/examples.js';
import '../define/cobuild-register.js';
import type { CobuildMarksDetail, CobuildRegister, RegisterMarks } from './cobuild-register.js';

const scheme = exampleScheme('yangjiang-households-demo');
const clerk = { id: 'clerk-1', role: 'villageClerk', unit: 'haitou' };
const settings = { grading: 'year', lowest: 0, highest: 100, columns: ['/memberName', '/plateNumber', '/householdsServed', '/roles'] };
const some = households(180, 4);

/** A host as small as possible: stores the marks and sets them again. */
const store = (element?: Element): void => {
  if (element === undefined || element.hasAttribute('data-served')) return;
  element.setAttribute('data-served', '');
  element.addEventListener('cobuild-marks', (event) => {
    const register = element as CobuildRegister;
    const kept: Record<string, Readonly<Record<string, number | null>>> = { ...register.marks };
    for (const { id, input, mark } of (event as CustomEvent<CobuildMarksDetail>).detail.marks) kept[id] = { ...kept[id], [input]: mark };
    register.marks = kept satisfies RegisterMarks;
  });
};

const meta: Meta<CobuildRegister> = {
  title: 'Lists/cobuild-register',
  component: 'cobuild-register',
  args: { scheme, cases: some, actor: clerk, settings, marks: householdMarks(some), heading: '党员中心户名册', assessing: false, excel: false, busy: false },
  render: (args) => html`<cobuild-register lang=${args.lang ?? 'zh-CN'} heading=${args.heading} ?assessing=${args.assessing} ?excel=${args.excel} ?busy=${args.busy} ?large-text=${args.largeText ?? false}
    .scheme=${args.scheme} .cases=${args.cases} .actor=${args.actor} .settings=${args.settings} .marks=${args.marks} .readSheet=${args.readSheet} .problems=${args.problems ?? []} ${ref(store)}></cobuild-register>`,
};
export default meta;

type Story = StoryObj<CobuildRegister>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-register') as CobuildRegister).renderRoot.querySelector(selector) as HTMLElement;

/** Households, marks and villages are invented. */
export const Playground: Story = {};

/** The register of a city: 35,000 member households in 700 villages. Search, order and assessment go on while you type. */
export const Overview: Story = { args: { cases: households(35_000), marks: householdMarks(households(35_000)), assessing: true } };

/** Where a host styles: filters, figures, groups, assessment, refused cells, entries, pager. */
export const Anatomy: Story = {
  args: { assessing: true },
  play: async ({ canvasElement }) => {
    await userEvent.click(inside(canvasElement, '[part=assessment] .button.primary'));
    await waitFor(() => expect(inside(canvasElement, '[part=figures]')).not.toBeNull());
  },
};

/** Options: only the marks of the village are entered here, and the page makes Excel files. */
export const MarksOfTheVillage: Story = { args: { assessing: true, excel: true, settings: { ...settings, inputs: ['village'] } } };

/** A register without an assessment, as for sites and units. */
export const WithoutAssessment: Story = { args: { settings: { columns: ['/memberName', '/organisationName', '/plateNumber'] }, marks: {} } };

/** What the public may see: names are masked, and nothing hidden is found. */
export const ForThePublic: Story = { args: { actor: undefined, settings: { columns: ['/memberName', '/organisationName', '/roles', '/plateNumber', '/phone'] }, marks: {} } };

/** States: nothing registered yet. */
export const Empty: Story = { args: { cases: [] } };

/** Marks are missing in one village, and another is over its fund: both are named, and the others are not touched. */
export const NotEveryVillage: Story = {
  args: { assessing: true, marks: householdMarks(some, 60) },
  play: async ({ canvasElement }) => {
    await userEvent.click(inside(canvasElement, '[part=assessment] .button.primary'));
    await waitFor(() => expect(inside(canvasElement, '[part=groups]')).not.toBeNull());
  },
};

/** The host refused what was saved. */
export const Refused: Story = { args: { assessing: true, problems: [{ code: 'marks/closed', severity: 'error', document: 'marks', pointer: '', params: {}, message: '今年的评分已经结束。', remedy: '需要更正的，请联系镇街。' }] } };

export const Saving: Story = { args: { assessing: true, busy: true } };

export const LargeText: Story = { args: { largeText: true } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } }, args: { assessing: true } };

export const English: Story = { args: { lang: 'en', heading: 'Member households', assessing: true } };

/** Behaviour: cells of a spreadsheet go down and to the right from where they are pasted; what is no mark is refused cell by cell. */
export const PastedFromASpreadsheet: Story = {
  tags: ['!autodocs'],
  args: { assessing: true, marks: {} },
  play: async ({ canvasElement, step }) => {
    await step('paste three rows', async () => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '95\t88\n好\t80\n70\t101\n');
      inside(canvasElement, '.mark').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
      await waitFor(() => expect(inside(canvasElement, '.refused').querySelectorAll('li')).toHaveLength(2));
    });
  },
};

/** Accessibility: arrow keys go up and down in a column, page keys through the pages. */
export const Keyboard: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(canvasElement, '.name')).not.toBeNull());
    inside(canvasElement, '.name').focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect((inside(canvasElement, '.name').getRootNode() as ShadowRoot).activeElement?.closest('tr')?.dataset['entry']).toBe('YJ-00002');
  },
};
