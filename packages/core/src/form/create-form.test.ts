import { describe, expect, it, vi } from 'vitest';
import { define, nodeAt, nodesOf, open, told, when } from '../../test/form/form-fixture.js';

const application = define(
  {
    properties: {
      projectName: { type: 'string', title: '项目名称', maxLength: 40 },
      category: { title: '类别', oneOf: [{ const: 'service', title: '物业' }, { const: 'other', title: '其他' }] },
      households: { type: 'integer', title: '受益户数', minimum: 1 },
      pledge: { type: 'boolean', const: true, title: '以上内容属实' },
      lines: {
        type: 'array',
        title: '预算明细',
        minItems: 1,
        maxItems: 3,
        items: {
          type: 'object',
          properties: { subject: { type: 'string', title: '科目' }, amount: { type: 'number', format: 'money', title: '金额', minimum: 0 } },
          required: ['subject', 'amount'],
        },
      },
    },
    required: ['projectName', 'category', 'lines', 'pledge'],
  },
  {
    layout: {
      steps: [
        { id: 'basics', title: { 'zh-CN': '基本情况' }, sections: [{ id: 'what', fields: ['/category', '/projectName'] }] },
        { id: 'money', title: { 'zh-CN': '资金' }, sections: [{ id: 'lines', fields: ['/lines'] }] },
      ],
    },
  },
);

describe('createForm', () => {
  it('puts fields that no section names at the end, so that nothing is lost', () => {
    const form = open(application);
    expect(form.state.steps.map((step) => [step.id, step.sections.map((section) => section.fields.map((field) => field.pointer))])).toEqual([
      ['basics', [['/category', '/projectName']]],
      ['money', [['/lines'], ['/households', '/pledge']]],
    ]);
  });

  it('makes one step of a form without a layout', () => {
    const form = open(define({ properties: { a: { type: 'string' }, b: { type: 'boolean' } } }));
    expect(form.state.steps).toHaveLength(1);
    expect(form.state.steps[0]).toMatchObject({ title: '项目申报表', visible: true, sections: [{ fields: [{ pointer: '/a' }, { pointer: '/b' }] }] });
  });

  it('lists problems in the order of the layout, as sentences with the label', () => {
    const form = open(application);
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['请选择类别', '请填写项目名称', '请添加预算明细', '请勾选确认“以上内容属实”']);
  });

  it('tells how long a text is and how long it may be', () => {
    const form = open(application, { value: { projectName: '长'.repeat(46) } });
    expect(form.state.problems.find((problem) => problem.pointer === '/projectName')?.message).toBe('“项目名称”不能超过40个字，现有46个字');
  });

  it('names the item in the sentence', () => {
    const form = open(application);
    form.addItem('/lines');
    form.addItem('/lines');
    form.setValue('/lines/0/subject', '材料');
    form.setValue('/lines/0/amount', '12,000.50');
    form.setValue('/lines/1/amount', '不少');
    expect(form.state.value).toEqual({ lines: [{ subject: '材料', amount: 12000.5 }, { amount: '不少' }] });
    expect(form.state.problems.filter((problem) => problem.pointer.startsWith('/lines')).map((problem) => problem.message)).toEqual([
      '请填写预算明细第2项的科目',
      '“预算明细第2项的金额”应当是金额，例如 12000.50',
    ]);
  });

  it('takes blank text for no answer and keeps what is being typed', () => {
    const form = open(application);
    form.setValue('/projectName', '  ');
    expect(told(form)).toContain('/projectName form/required');
    expect(nodeAt(form, '/projectName').value).toBe('  ');
    expect(form.submission()).not.toHaveProperty('projectName');
    form.setValue('/projectName', '');
    expect(form.state.value).not.toHaveProperty('projectName');
  });

  it.each([
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['十二', '十二'],
    ['1,23', '1,23'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    [Number.NaN, undefined],
    ['', undefined],
  ])('reads a number from %s', (typed, value) => {
    const form = open(application, { value: { households: 5 } });
    form.setValue('/households', typed);
    expect(form.state.value['households']).toBe(value);
  });

  it('reports text in a number field by its type', () => {
    const form = open(application, { value: { households: '十二' } });
    expect(form.state.problems.find((problem) => problem.pointer === '/households')).toMatchObject({ code: 'form/type', message: '“受益户数”应当是整数，例如 12' });
  });

  it('ignores an answer to an item that was removed meanwhile', () => {
    const form = open(application, { value: { lines: [{ subject: '甲' }] } });
    form.setValue('/lines/1/subject', '乙');
    expect(form.state.value).toEqual({ lines: [{ subject: '甲' }] });
  });

  it('throws on a field that the form does not have', () => {
    expect(() => open(application).setValue('/nobody', 1)).toThrow(RangeError);
    expect(() => open(application).addItem('/projectName')).toThrow(RangeError);
  });

  it('lets a key named __proto__ do nothing', () => {
    const value = JSON.parse('{"__proto__":{"projectName":"x"},"projectName":"暖心服务站"}') as Record<string, unknown>;
    const form = open(application, { value });
    form.setValue('/households', 3);
    expect(Object.prototype).not.toHaveProperty('projectName');
    expect(Object.getPrototypeOf(form.submission())).toBe(Object.prototype);
    expect(() => form.setValue('/__proto__/polluted', true)).toThrow(RangeError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('notifies after a change, not after setting the same answer, and not after unsubscribing', () => {
    const form = open(application);
    const listener = vi.fn();
    const unsubscribe = form.subscribe(listener);
    form.setValue('/projectName', '暖心服务站');
    form.setValue('/projectName', '暖心服务站');
    unsubscribe();
    form.setValue('/projectName', '另一个');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is dirty while the answers differ from those it was loaded with', () => {
    const form = open(application, { value: { projectName: '甲' } });
    form.setValue('/projectName', '乙');
    expect(form.state.dirty).toBe(true);
    form.setValue('/projectName', '甲');
    expect(form.state.dirty).toBe(false);
    form.load({ projectName: '丙' });
    expect(form.state).toMatchObject({ dirty: false, value: { projectName: '丙' } });
    form.setValue('/projectName', '丁');
    form.reset();
    expect(form.state).toMatchObject({ dirty: false, value: { projectName: '丙' } });
  });

  it('changes nothing when it is read-only', () => {
    const form = open(application, { readonly: true, value: { lines: [{}] } });
    form.setValue('/projectName', '甲');
    form.addItem('/lines');
    form.removeItem('/lines', 0);
    expect(form.state.value).toEqual({ lines: [{}] });
    expect(Object.values(nodesOf(form)).every((node) => node.readonly)).toBe(true);
  });

  it('speaks the language it is set to', () => {
    const form = open(application);
    form.setLocale('en');
    expect(form.state.problems[1]?.message).toBe('Enter “项目名称”');
    expect(form.state.steps[1]?.sections[1]?.title).toBe('Other');
  });

  it('prefers the field’s own sentence', () => {
    const form = open(define({ properties: { a: { type: 'string' } }, required: ['a'] }, { fields: { '/a': { messages: { required: { 'zh-CN': '写上村名' } } } } }));
    expect(form.state.problems[0]?.message).toBe('写上村名');
  });

  it('warns of an empty recommended field and stays valid', () => {
    const form = open(define({ properties: { a: { type: 'string', title: '简介' } } }, { fields: { '/a': { recommended: true } } }));
    expect(form.state).toMatchObject({ valid: true, problems: [{ code: 'form/recommended', severity: 'warning', pointer: '/a' }] });
    form.setValue('/a', '有');
    expect(form.state.problems).toEqual([]);
  });

  it('fills defaults into an empty form and new items, and leaves a draft as it is', () => {
    const definition = define({
      properties: {
        town: { type: 'string', default: '明城镇' },
        contact: { type: 'object', properties: { role: { type: 'string', default: '书记' }, name: { type: 'string' } } },
        rows: { type: 'array', items: { type: 'object', properties: { unit: { type: 'string', default: '个' } } } },
      },
    });
    const fresh = open(definition);
    fresh.addItem('/rows');
    expect(fresh.state.value).toEqual({ town: '明城镇', contact: { role: '书记' }, rows: [{ unit: '个' }] });
    expect(open(definition, { value: { contact: { name: '林' } } }).state.value).toEqual({ contact: { name: '林' } });
  });

  it('asks for the fields of a required group, and for nothing in an optional one left empty', () => {
    const person = { type: 'object', properties: { name: { type: 'string', title: '姓名' } }, required: ['name'] };
    const form = open(define({ properties: { secretary: person, deputy: person }, required: ['secretary'] }));
    expect(told(form)).toEqual(['/secretary/name form/required']);
    form.setValue('/deputy/name', ' ');
    expect(told(form)).toEqual(['/secretary/name form/required']);
    expect(form.submission()).toEqual({ secretary: {} });
  });

  it('reacts to facts of the host', () => {
    const form = open(define({ properties: { a: { type: 'string' } } }, { fields: { '/a': { visibleWhen: when('applicant', 'village') } } }));
    expect(nodeAt(form, '/a').visible).toBe(false);
    form.setFacts({ applicant: 'village' });
    expect(nodeAt(form, '/a').visible).toBe(true);
  });

  it('goes on with a schema that cannot be used, says so and is not valid', () => {
    const form = open(define({ properties: { a: { type: 'string', pattern: '(' }, b: { $ref: '#/nowhere' } } }));
    expect(form.state.valid).toBe(false);
    expect(form.definitionProblems.map((problem) => problem.code)).toEqual(['form/schema', 'form/unknown-reference', 'form/unsupported']);
    expect(nodeAt(form, '/a').widget).toBe('text');
  });
});

describe('createForm › identity', () => {
  it('gives new objects only to what changed', () => {
    const form = open(application, { value: { lines: [{ subject: '甲' }, { subject: '乙' }] } });
    const before = nodesOf(form);
    const steps = form.state.steps;
    form.setValue('/lines/1/subject', '丙');
    const after = nodesOf(form);
    const changed = Object.keys(after).filter((pointer) => after[pointer] !== before[pointer]);
    expect(changed).toEqual(['/lines', '/lines/1', '/lines/1/subject']);
    expect(form.state.steps[0]).toBe(steps[0]);
    expect(form.state.steps[1]).not.toBe(steps[1]);
  });

  it('keeps nodes with problems when another field changes', () => {
    const form = open(application);
    form.showProblems();
    const before = nodeAt(form, '/category');
    expect(before.problems).toHaveLength(1);
    form.setValue('/households', 4);
    expect(nodeAt(form, '/category')).toBe(before);
  });

  it('gives a new state after every change', () => {
    const form = open(application);
    const before = form.state;
    form.setValue('/households', 4);
    expect(form.state).not.toBe(before);
  });
});

describe('createForm › showing problems', () => {
  it('shows a field’s problems once the person left it, and live from then on', () => {
    const form = open(application);
    form.setValue('/projectName', '长'.repeat(41));
    expect(nodeAt(form, '/projectName').problems).toEqual([]);
    form.touch('/projectName');
    expect(nodeAt(form, '/projectName').problems).toHaveLength(1);
    form.setValue('/projectName', '好');
    expect(nodeAt(form, '/projectName').problems).toEqual([]);
    expect(form.state.summary).toEqual([]);
  });

  it('shows the problems of one step and says whether there are none', () => {
    const form = open(application);
    expect(form.showProblems('basics')).toBe(false);
    expect(form.state.summary.map((problem) => problem.pointer)).toEqual(['/category', '/projectName']);
    form.setValue('/category', 'other');
    expect(form.state.summary.map((problem) => problem.pointer)).toEqual(['/projectName']);
    form.setValue('/projectName', '好');
    expect(form.showProblems('basics')).toBe(true);
    expect(form.state).toMatchObject({ submitted: false, valid: false });
  });

  it('shows all problems on submitting and takes them off as they are mended', () => {
    const form = open(application);
    expect(form.showProblems()).toBe(false);
    expect(form.state.submitted).toBe(true);
    expect(form.state.summary).toHaveLength(4);
    form.setValue('/pledge', true);
    expect(form.state.summary).toHaveLength(3);
  });

  it('tells how far each step is', () => {
    const form = open(application);
    const statuses = (): string[] => form.state.steps.map((step) => step.status);
    expect(statuses()).toEqual(['notStarted', 'notStarted']);
    form.setValue('/category', 'other');
    expect(statuses()).toEqual(['inProgress', 'notStarted']);
    form.showProblems('basics');
    expect(statuses()).toEqual(['error', 'notStarted']);
    form.setValue('/projectName', '好');
    expect(statuses()).toEqual(['complete', 'notStarted']);
  });

  it('shows problems from outside until the field changes', () => {
    const form = open(application, { value: { projectName: '甲', lines: [{ subject: '乙' }, { subject: '丙' }] } });
    const problem = (pointer: string) => ({ code: 'host/taken', severity: 'error', document: 'answers', pointer, params: {}, message: '已有同名项目' }) as const;
    form.setExternalProblems([problem('/projectName'), problem('/lines/1/subject')]);
    expect(nodeAt(form, '/projectName').problems).toHaveLength(1);
    expect(form.state.summary).toHaveLength(2);
    form.setValue('/projectName', '丁');
    expect(nodeAt(form, '/projectName').problems).toEqual([]);
    form.removeItem('/lines', 0);
    expect(nodeAt(form, '/lines/0/subject').problems.map((each) => each.code)).toEqual(['host/taken']);
  });

  it('does not let a problem of the whole form from outside block the next attempt', () => {
    const form = open(define({ properties: { a: { type: 'string' } } }));
    form.setExternalProblems([{ code: 'host/offline', severity: 'error', document: 'answers', pointer: '', params: {}, message: '暂时无法提交' }]);
    expect(form.state.summary).toHaveLength(1);
    expect(form.showProblems()).toBe(true);
  });

  it('lets what is known of items move with them', () => {
    const form = open(application, { value: { lines: [{}, { subject: '乙', amount: 1 }] } });
    form.touch('/lines/0/subject');
    form.moveItem('/lines', 0, 1);
    expect(form.state.value['lines']).toEqual([{ subject: '乙', amount: 1 }, {}]);
    expect(nodeAt(form, '/lines/1/subject').problems).toHaveLength(1);
    expect(nodeAt(form, '/lines/1/amount').problems).toEqual([]);
  });
});

describe('createForm › undo', () => {
  it('takes typing in one field back as a whole', () => {
    const form = open(application);
    form.setValue('/projectName', '暖');
    form.setValue('/projectName', '暖心');
    form.setValue('/households', 2);
    expect(form.undo()).toBe(true);
    expect(form.state.value).toEqual({ projectName: '暖心' });
    expect(form.undo()).toBe(true);
    expect(form.state.value).toEqual({});
    expect(form.undo()).toBe(false);
    expect(form.redo()).toBe(true);
    expect(form.state.value).toEqual({ projectName: '暖心' });
  });

  it('separates two visits to the same field', () => {
    const form = open(application);
    form.setValue('/projectName', '暖');
    form.touch('/projectName');
    form.setValue('/projectName', '暖心');
    form.undo();
    expect(form.state.value).toEqual({ projectName: '暖' });
  });

  it('brings a removed item back, and forgets what was undone after a new change', () => {
    const form = open(application, { value: { lines: [{ subject: '甲' }, { subject: '乙' }] } });
    form.removeItem('/lines', 0);
    form.undo();
    expect(form.state.value['lines']).toEqual([{ subject: '甲' }, { subject: '乙' }]);
    form.setValue('/households', 1);
    expect(form.redo()).toBe(false);
  });
});
