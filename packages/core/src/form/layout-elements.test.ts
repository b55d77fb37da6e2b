import { describe, expect, it } from 'vitest';
import { define, nodesOf, open, when } from '../../test/form/form-fixture.js';
import type { FormDefinition, LayoutSection, LayoutStep } from '../generated/types.js';
import type { Form, FormElement, FormSection } from './form-model.js';

const TEXTS = ['name', 'phone', 'reason', 'place', 'note', 'extra'];

const properties = Object.fromEntries(TEXTS.map((name) => [name, { type: 'string', title: name }]));

function arranged(section: Partial<LayoutSection>, rest: Partial<FormDefinition> = {}): Form {
  return open(define({ properties, required: ['name', 'phone'] }, { layout: { steps: [{ id: 'one', title: { 'zh-CN': '一' }, sections: [{ id: 'first', ...section }] }] }, ...rest }));
}

const sectionOf = (form: Form, index = 0): FormSection => form.state.steps[0]?.sections[index] as FormSection;

/** `[name phone] "text" {tab: a}` of what is drawn. */
function drawn(elements: readonly FormElement[] = []): string {
  const one = (element: FormElement): string[] => {
    if (element.kind === 'field') return element.node.visible ? [element.node.pointer.slice(1)] : [];
    if (!element.visible) return [];
    if (element.kind === 'text') return [`"${element.text}"`];
    if (element.kind === 'group') return [`${element.title}[${drawn(element.elements)}]${element.columns}`];
    return [`{${element.tabs.filter((tab) => tab.visible).map((tab) => `${tab.title}: ${drawn(tab.elements)}`).join('; ')}}`];
  };
  return elements.flatMap(one).join(' ');
}

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const tab = (id: string, elements: readonly string[], rest = {}): { id: string; title: { 'zh-CN': string }; elements: string[] } => ({ id, title: title(id), elements: [...elements], ...rest });

describe('the elements of a section', () => {
  it('arrange questions in groups, tabs and between texts; the flat list has each once, in the order of the page', () => {
    const form = arranged({
      elements: [{ text: title('先填这里') }, { group: ['/name', { group: ['/phone'], columns: 1 }], title: title('联系人'), columns: 2 }, { tabs: [tab('甲', ['/reason']), tab('乙', ['/place', '/note'])] }, '/extra'],
    });
    expect(drawn(sectionOf(form).elements)).toBe('"先填这里" 联系人[name [phone]1]2 {甲: reason; 乙: place note} extra');
    expect(sectionOf(form).fields.map((node) => node.pointer)).toEqual(['/name', '/phone', '/reason', '/place', '/note', '/extra']);
  });

  it('are missing where questions stand one below the other, and hold them where they stand in columns', () => {
    expect(sectionOf(arranged({ fields: ['/name'] })).elements).toBeUndefined();
    const beside = sectionOf(arranged({ fields: ['/name', '/phone'], columns: 2 }));
    expect([beside.columns, drawn(beside.elements)]).toEqual([2, 'name phone']);
  });

  it.each([[0, 1], [1, 1], [4, 4], [5, 1], [2.5, 1]])('of %s columns have %s', (columns, wanted) => {
    expect(sectionOf(arranged({ fields: ['/name'], columns })).columns).toBe(wanted);
  });

  it('name each question once, put unplaced ones last and say what leads nowhere', () => {
    const form = arranged({ elements: ['/name', { group: ['/name', '/nothing'] }, { tabs: [tab('甲', ['/nowhere'])] }], fields: ['/phone'] });
    expect(drawn(sectionOf(form).elements)).toBe('name phone');
    expect(sectionOf(form, 1).fields.map((node) => node.pointer)).toEqual(['/reason', '/place', '/note', '/extra']);
    expect(form.definitionProblems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'form/unknown-field /layout/steps/0/sections/0/elements/1/group/1',
      'form/unknown-field /layout/steps/0/sections/0/elements/2/tabs/0/elements/0',
    ]);
  });

  it('hide the questions in them, whose answers then count no more than those of any hidden question', () => {
    const form = arranged({ elements: ['/name', { group: [{ tabs: [tab('甲', ['/phone'], { visibleWhen: when('name', 'x') })] }], visibleWhen: when('reason', 'y') }, '/reason'] });
    form.setValue('/phone', '1');
    expect([drawn(sectionOf(form).elements), form.submission()]).toEqual(['name reason', {}]);
    form.setValue('/reason', 'y');
    expect(drawn(sectionOf(form).elements)).toBe('name reason');
    form.setValue('/name', 'x');
    expect([drawn(sectionOf(form).elements), form.submission()['phone']]).toEqual(['name [{甲: phone}]1 reason', '1']);
  });

  it('say a text only while its condition holds, also in a section without questions', () => {
    const form = arranged({ elements: [{ text: title('加急说明'), visibleWhen: when('name', 'x') }] });
    expect([sectionOf(form).visible, drawn(sectionOf(form).elements)]).toEqual([false, '']);
    form.setValue('/name', 'x');
    expect([sectionOf(form).visible, drawn(sectionOf(form).elements)]).toEqual([true, '"加急说明"']);
  });

  it('keep every object that says the same', () => {
    const form = arranged({ elements: [{ text: title('说明') }, { group: ['/name'] }, { tabs: [tab('甲', ['/phone']), tab('乙', ['/place'])] }] });
    const before = sectionOf(form).elements ?? [];
    form.setValue('/place', 'x');
    const after = sectionOf(form).elements ?? [];
    expect(after.map((element, index) => element === before[index])).toEqual([true, true, false]);
    const [one, other] = [before[2], after[2]];
    expect(one?.kind === 'tabs' && other?.kind === 'tabs' && one.tabs.map((each, index) => each === other.tabs[index])).toEqual([true, false]);
  });

  it('tell of a tab that an error is shown in it, and no more once it is mended', () => {
    const form = arranged({ elements: [{ tabs: [tab('甲', ['/name']), tab('乙', ['/place'])] }] });
    const wrong = (): unknown => sectionOf(form).elements?.flatMap((element) => (element.kind === 'tabs' ? element.tabs.map((each) => each.hasErrors) : []));
    expect(wrong()).toEqual([false, false]);
    form.showProblems();
    expect(wrong()).toEqual([true, false]);
    form.setValue('/name', 'x');
    expect(wrong()).toEqual([false, false]);
  });

  it('are read as far as they are elements', () => {
    const broken = [null, 7, { other: 1 }, { group: 'no list' }, { tabs: null }, { tabs: [null] }, { __proto__: null, text: title('x') }] as unknown as LayoutSection['elements'];
    expect(drawn(sectionOf(arranged({ elements: broken })).elements)).toBe('"x"');
  });
});

function stepped(steps: readonly (Partial<LayoutStep> & { readonly id: string })[], rest: Partial<FormDefinition> = {}): Form {
  return open(define({ properties, required: ['name', 'phone'] }, { layout: { show: 'steps', steps: steps.map((step) => ({ title: title(`步${step.id}`), ...step })) }, ...rest }));
}

const fields = (...names: readonly string[]): LayoutStep['sections'] => [{ id: `of-${names.join('-')}`, fields: names.map((name) => `/${name}`) }];
const gates = (form: Form): unknown => form.state.steps.map(({ open: isOpen, closedBecause }) => (isOpen ? 'open' : closedBecause));

describe('the gate of a step', () => {
  it('opens when its condition holds, and says its own reason until then', () => {
    const form = stepped([{ id: '1', sections: fields('name') }, { id: '2', sections: fields('phone'), opensWhen: when('name', 'x'), opensText: title('通过初核后再填') }]);
    expect(gates(form)).toEqual(['open', '通过初核后再填']);
    form.setValue('/name', 'x');
    expect(gates(form)).toEqual(['open', 'open']);
  });

  it('without a reason of its own names the steps that are not complete, or says that it opens later', () => {
    const form = stepped([{ id: '1', sections: fields('name') }, { id: '2', sections: fields('reason'), opensWhen: when('reason', 'never') }]);
    expect(gates(form)).toEqual(['open', '请先填好：步1']);
    form.setValue('/name', 'y');
    expect(gates(form)).toEqual(['open', '前面的内容满足条件后才能填写']);
    form.setLocale('en');
    expect(gates(form)).toEqual(['open', 'Opens once the answers before it allow for it']);
  });

  it('after earlier steps opens when none of them has an error, shown or not; hidden steps do not count', () => {
    const form = stepped([
      { id: '1', sections: fields('name') },
      { id: '2', sections: fields('phone'), visibleWhen: when('reason', 'x') },
      { id: '3', sections: fields('reason'), afterEarlierSteps: true },
    ]);
    expect(gates(form)).toEqual(['open', 'open', '请先填好：步1']);
    form.setValue('/name', 'x');
    expect(gates(form)).toEqual(['open', 'open', 'open']);
    form.setValue('/reason', 'x');
    expect(gates(form)).toEqual(['open', 'open', '请先填好：步2']);
  });

  it('with both keeps its own reason for its condition', () => {
    const form = stepped([{ id: '1', sections: fields('name') }, { id: '2', sections: fields('reason'), opensWhen: when('extra', 'x'), opensText: title('先传材料'), afterEarlierSteps: true }]);
    expect(gates(form)).toEqual(['open', '先传材料']);
    form.setValue('/extra', 'x');
    expect(gates(form)).toEqual(['open', '请先填好：步1']);
  });

  it('is open in a form that is only shown', () => {
    const form = open(define({ properties }, { layout: { steps: [{ id: '1', title: title('一'), opensWhen: when('name', 'x'), sections: fields('name') }] } }), { readonly: true });
    expect(gates(form)).toEqual(['open']);
  });
});

describe('a review step', () => {
  it('is met without questions of its own, and sections of it are a problem', () => {
    const form = stepped([{ id: '1', sections: fields('name') }, { id: '2', review: true, sections: fields('phone') }]);
    expect(form.state.steps.map(({ visible, review, sections }) => [visible, review, sections.map(({ id }) => id)])).toEqual([
      [true, false, ['of-name', 'other-fields']],
      [true, true, []],
    ]);
    expect(form.definitionProblems.map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual([['form/review-section', '/layout/steps/1/sections/0', 'warning']]);
    expect(nodesOf(form)['/phone']).toBeDefined();
  });
});

describe('progress', () => {
  it('counts the required questions that a person meets and those with an answer, by step and in all', () => {
    const form = stepped([{ id: '1', sections: fields('name', 'reason') }, { id: '2', sections: fields('phone') }], { fields: { '/place': { requiredWhen: when('name', 'x') } } });
    const counts = (): unknown => [...form.state.steps.map(({ progress }) => progress), form.state.progress].map(({ required, answered }) => `${answered}/${required}`);
    expect(counts()).toEqual(['0/1', '0/1', '0/2']);
    const untouched = form.state.steps[1]?.progress;
    form.setValue('/name', 'x');
    expect(counts()).toEqual(['1/1', '0/2', '1/3']);
    form.setValue('/reason', 'x');
    form.setValue('/place', 'x');
    expect(counts()).toEqual(['1/1', '1/2', '2/3']);
    expect(form.state.steps[1]?.progress).not.toBe(untouched);
  });

  it('counts a required list once and the required questions of each item, a promise when it is given, calculated answers never', () => {
    const lines = { type: 'array', minItems: 1, items: { type: 'object', required: ['use', 'sum'], properties: { use: { type: 'string' }, sum: { type: 'number' } } } };
    const form = open(define({ properties: { lines, promise: { const: true, type: 'boolean' } }, required: ['lines', 'promise'] }, { computed: { '/lines/*/sum': { op: 'sum', of: [1], missing: 'zero' } } }));
    expect(form.state.progress).toEqual({ required: 2, answered: 0 });
    form.addItem('/lines');
    expect(form.state.progress).toEqual({ required: 3, answered: 1 });
    form.setValue('/lines/0/use', 'x');
    form.setValue('/promise', false);
    expect(form.state.progress).toEqual({ required: 3, answered: 2 });
    form.setValue('/promise', true);
    expect(form.state.progress).toEqual({ required: 3, answered: 3 });
  });

  it('says a heading once: a first section called like its step has none, a later one keeps it', () => {
    const same = { 'zh-CN': '一', en: 'One' };
    const steps = [{ id: 'one', title: same, sections: [{ id: 'first', title: { ...same }, fields: ['/name'] }, { id: 'second', title: same, fields: ['/phone'] }, { id: 'third', title: title('三'), fields: ['/note'] }] }];
    const form = open(define({ properties }, { layout: { steps } }));
    expect(form.state.steps[0]?.sections.map((section) => section.title)).toEqual(['', '一', '三', '其他']);
  });
});
