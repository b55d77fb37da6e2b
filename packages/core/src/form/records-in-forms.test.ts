import { describe, expect, it, vi } from 'vitest';
import { evaluateCondition, nodesOf, open, validator, when } from '../../test/form/form-fixture.js';
import { Dice } from '../../test/form/random-forms.js';
import { chinaCalendar } from '../calendar/index.js';
import type { Attachment, FormDefinition } from '../generated/types.js';
import { FOUR_DISCUSSIONS, checkRecords, signPledge } from '../records/index.js';
import { checkFormDefinition } from './check-form-definition.js';
import type { FormOptions } from './form-model.js';
import type { RecordRules } from './record-rules.js';
import { checkAnswers, validateAnswers } from './validate-answers.js';

const title = (text: string): { readonly 'zh-CN': string } => ({ 'zh-CN': text });
const file = (id: string, scan: Attachment['scan'] = 'clean'): Attachment => ({ id, name: `${id}.pdf`, size: 2048, type: 'application/pdf', hash: '0'.repeat(64), scan, uploadedAt: '2026-03-05T09:00:00+08:00' });
const pledge = { text: title('所填内容真实。'), covers: ['/name'], signers: [{ id: 'secretary', title: title('党组织书记') }, { id: 'director', title: title('村委会主任') }] };
const definition: FormDefinition = {
  id: 'records', title: title('申报'),
  schema: {
    type: 'object',
    properties: { name: { type: 'string' }, kind: { type: 'string' }, budget: {}, opinions: {}, discussions: {}, photos: { type: 'array' }, stages: { type: 'array', items: { type: 'object', properties: { note: { type: 'string' }, files: {} } } }, pledge: {} },
  },
  fields: {
    '/budget': { title: title('预算'), record: { budget: { category: '/kind', perProjectCap: { parameter: 'cap' }, categoryCaps: [{ category: 'small', title: title('小额'), maximum: 500 }] } } },
    '/opinions': { title: title('征求意见'), record: { opinions: { groups: [{ id: 'members', title: title('党员') }] } }, visibleWhen: when('kind', 'small') },
    '/discussions': { title: title('四议两公开'), record: { discussions: FOUR_DISCUSSIONS }, visibleWhen: when('kind', 'village') },
    '/photos': { title: title('照片'), record: { attachments: { maximumCount: 2 } } },
    '/stages/*/files': { title: title('附件'), record: { attachments: { maximumCount: 1 } } },
    '/pledge': { title: title('承诺'), record: { pledge }, visibleWhen: when('kind', 'signed') },
  },
};
const rules: RecordRules = { check: checkRecords, calendar: chinaCalendar, now: () => '2026-03-20T09:00:00+08:00' };
const facts = { parameters: { cap: 60000 } };
const budget = (requested: number, over: object = {}): object => ({ lines: [{ item: '桌椅', quantity: 2, unitPrice: requested / 2, ...over }], requested });
const openForm = (value: Readonly<Record<string, unknown>>, options: Partial<FormOptions> = {}): ReturnType<typeof open> => open(definition, { value, records: rules, facts, ...options });
const codesOf = (value: Readonly<Record<string, unknown>>, options: Partial<FormOptions> = {}): readonly string[] => openForm(value, options).state.problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('records in a form', () => {
  it.each([
    ['an amount at the cap', { budget: budget(60000) }, []],
    ['an amount above the cap', { budget: budget(60002) }, ['budget/requested-too-much /budget/requested']],
    ['an amount above the cap of its category, which another answer says', { kind: 'small', budget: budget(502), opinions: { counts: [{ group: 'members', for: 3, against: 0, other: 0 }] } }, ['budget/requested-too-much /budget/requested']],
    ['a cell that is empty', { budget: budget(100, { item: '' }) }, ['budget/item /budget/lines/0/item']],
    ['row 26: no opinion at all', { kind: 'small', budget: budget(100), opinions: { counts: [] } }, ['opinions/none /opinions/counts']],
    ['files in items, each with its own limit', { stages: [{ files: [file('a')] }, { files: [file('b'), file('c')] }] }, ['attachments/many /stages/1/files']],
    ['row 28: a file in quarantine', { photos: [file('a', 'quarantined')] }, ['attachments/quarantined /photos/0/scan']],
  ])('finds for %s what there is to say', (_name, value, codes) => {
    expect(codesOf(value)).toEqual(codes);
  });

  it('holds a submit back while a file is on its way, and says so only where somebody asked to go on', () => {
    const form = openForm({ photos: [file('a')] });
    const heard = vi.fn();
    form.subscribe(heard);
    form.setArriving('/photos', ['b.pdf']);
    form.setArriving('/photos', ['b.pdf']);
    form.touch('/photos');
    const quiet = nodesOf(form)['/photos']?.problems;
    const went = form.showProblems();
    const { summary } = form.state;
    form.setLocale('en');
    const inEnglish = form.state.summary[0]?.message;
    form.setArriving('/photos', []);

    expect(heard.mock.calls.length).toBe(5);
    expect([quiet, went]).toEqual([[], false]);
    expect(summary).toEqual([{ code: 'form/file-arriving', severity: 'error', document: 'answers', pointer: '/photos', params: { label: '照片', name: 'b.pdf' }, message: '“照片”：“b.pdf”还没有上传完，现在不能提交', remedy: '请等“照片”的文件上传完再提交，不交的可以取消上传' }]);
    expect(inEnglish).toContain('“b.pdf” has not been uploaded completely');
    expect([form.state.valid, form.state.problems]).toEqual([true, []]);
  });

  it.each([
    ['whose signature', { record: { pledge } }, ['pledge/waiting', 'pledge/waiting']],
    ['which file', { record: { attachments: { kinds: [{ id: 'plan', title: title('实施方案'), minimum: 1 }, { id: 'map', title: title('图纸') }] } } }, ['attachments/kind-few']],
    ['nothing more, in the sentence of the schema', { record: { attachments: { maximumCount: 2 } } }, ['form/required']],
  ])('says of a record that is asked for and missing %s', (_what, settings, codes) => {
    const form = open({ id: 'one', title: title('申报'), schema: { type: 'object', required: ['it'], properties: { it: {} } }, fields: { '/it': { title: title('材料'), ...settings } } }, { value: {}, records: rules });

    expect([form.state.problems.map(({ code }) => code), form.state.valid]).toEqual([codes, false]);
  });

  it('holds nothing back for files of a record that is hidden or not there', () => {
    const form = openForm({ stages: [{}] });
    form.setArriving('/opinions', ['a.pdf']);
    form.setArriving('/stages/0/files', ['b.pdf']);
    const held = form.state.valid;
    form.removeItem('/stages', 0);

    expect([held, form.state.valid]).toEqual([false, true]);
  });

  it('row 27: refuses discussions in the wrong order, from another source and below two thirds', () => {
    const motion = '修建活动室';
    const value = { kind: 'village', discussions: { steps: [
      { step: 'propose', date: '2026-03-02', source: 'members', motion },
      { step: 'consult', date: '2026-03-01', entitled: 7, present: 6, for: 6, against: 0, abstain: 0, source: 'cadres', motion },
      { step: 'deliberate', date: '2026-03-09', noticeOn: '2026-03-06', entitled: 50, present: 33, for: 30, against: 3, abstain: 0, officer: '赵干部', source: 'members', motion },
    ] } };
    const form = openForm(value);

    expect(form.showProblems()).toBe(false);
    const codes = form.state.summary.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['discussions/out-of-order', 'discussions/source-differs', 'discussions/attendance']));
  });

  it('row 29: waits for the second signature, and a change of what it covers voids it', () => {
    const answers = { kind: 'signed', name: '活动室' };
    const by = (id: string): object => ({ id: `p-${id}`, name: id });
    const sign = (before: unknown, signer: string): unknown => signPledge(before as never, { ...answers }, pledge, { signer, by: by(signer) as never, at: '2026-03-05T09:00:00+08:00' }, '/pledge');
    const one = sign(undefined, 'secretary');
    const form = openForm({ ...answers, pledge: one });
    const waiting = form.showProblems();

    form.setValue('/pledge', sign(one, 'director'));
    const signed = form.showProblems();
    form.setValue('/name', '图书室');

    expect([waiting, signed, form.showProblems()]).toEqual([false, true, false]);
  });

  it('stands in the way of submitting where something is not decided', () => {
    const form = openForm({ budget: budget(100) }, { facts: {} });

    expect(form.showProblems()).toBe(false);
    expect(form.state.summary.map(({ code, severity }) => [code, severity])).toEqual([['records/undecided', 'undecided']]);
    expect(form.state.valid).toBe(false);
    form.setFacts(facts);
    expect([form.state.valid, form.state.summary]).toEqual([true, []]);
  });

  it('lets what only warns go out', () => {
    const form = openForm({ photos: [file('a', 'pending')] });

    expect([form.state.problems.map(({ severity }) => severity), form.showProblems()]).toEqual([['warning'], true]);
  });

  it('tells problems inside a record at its question, once it was left', () => {
    const form = openForm({ budget: budget(100, { item: '' }) });
    const before = nodesOf(form)['/budget']?.problems;
    form.touch('/budget');

    expect([before, nodesOf(form)['/budget']?.problems.map(({ pointer }) => pointer)]).toEqual([[], ['/budget/lines/0/item']]);
    expect(form.state.steps[0]?.status).toBe('error');
  });

  it('shows a problem from outside about a cell at the record', () => {
    const form = openForm({ budget: budget(100) });
    form.setExternalProblems([{ code: 'host/price', severity: 'error', document: 'answers', pointer: '/budget/lines/0/unitPrice', params: {}, message: '高于市场价' }]);

    expect(nodesOf(form)['/budget']?.problems.map(({ message }) => message)).toEqual(['高于市场价']);
  });

  it('counts no record as right while the check is on its way, and none as wrong without one', () => {
    const value = { budget: budget(70000), photos: [file('a')] };
    const form = openForm(value, { records: 'awaited' });
    const awaited = form.state.problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`);

    form.setRecords(rules);

    expect(awaited).toEqual(['form/record-awaited /budget “预算”还在载入，请稍候再提交', 'form/record-awaited /photos “照片”还在载入，请稍候再提交']);
    expect(form.state.problems.map(({ code }) => code)).toEqual(['budget/requested-too-much']);
    form.setRecords(undefined);
    expect(form.state.problems).toEqual([]);
  });

  it('looks at a record again only when it or what it reads changed', () => {
    const check = vi.fn(checkRecords);
    const form = openForm({ budget: budget(100), photos: [file('a')] }, { records: { ...rules, check } });
    check.mockClear();

    form.setValue('/name', '活动室');
    const byOther = check.mock.calls.length;
    form.setValue('/kind', 'large');
    const byCategory = check.mock.calls.map(([, records]) => Object.keys(records));

    expect([byOther, byCategory]).toEqual([0, [['/budget']]]);
  });

  it('forgets a record that is hidden or removed', () => {
    const form = openForm({ kind: 'small', opinions: { counts: [] }, budget: budget(100), stages: [{ files: [file('a'), file('b')] }] });
    const before = form.state.problems.map(({ pointer }) => pointer);
    form.setValue('/kind', 'large');
    form.removeItem('/stages', 0);

    expect([before, form.state.problems]).toEqual([['/opinions/counts', '/stages/0/files'], []]);
  });

  it('is checked by the clock of the fact today where there is no other', () => {
    const { now: _now, ...without } = rules;
    const value = { kind: 'small', budget: budget(100), opinions: { heldOn: '2026-03-06', counts: [{ group: 'members', for: 1, against: 0, other: 0 }] } };
    const codes = (today?: string): readonly string[] => codesOf(value, { records: without, facts: { ...facts, ...(today === undefined ? {} : { today }) } });

    expect([codes('2026-03-05'), codes('2026-03-06'), codes()]).toEqual([['opinions/date-ahead /opinions/heldOn'], [], []]);
  });
});

describe('a server', () => {
  const options = { validator, evaluateCondition, facts, records: { calendar: chinaCalendar, now: rules.now as () => string } };

  it.each([
    [{ budget: budget(60002), photos: [file('a', 'quarantined'), file('a')] }],
    [{ kind: 'small', budget: budget(0, { item: '', quantity: -1 }), opinions: { counts: [] } }],
    [{ kind: 'village', discussions: { steps: [] }, stages: [{ files: [file('a'), file('b')] }] }],
  ])('finds the same as the page, case %#', (value) => {
    expect(validateAnswers(definition, value, options)).toEqual(openForm(value).state.problems);
  });

  it('holds the answer against the schema of the record although the form leaves it out, and says each thing once', () => {
    const value = { budget: { lines: [{ item: '桌椅', quantity: 2, unitPrice: 1.999, secret: 1 }], requested: 4 } };
    const { problems } = checkAnswers(definition, value, options);

    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['form/additionalProperties /budget/lines/0', 'budget/unit-price /budget/lines/0/unitPrice']);
  });

  it('checks records without being asked to, and so does a form', () => {
    const value = { photos: [file('a', 'quarantined')], budget: { lines: [], requested: 4, secret: 1 } };
    const found = validateAnswers(definition, value, { validator, evaluateCondition });

    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['attachments/quarantined', 'form/additionalProperties']));
    expect(open(definition, { value }).state.problems).toEqual(found);
  });
});

describe('the definition', () => {
  it.each([
    ['an empty schema', {}, []],
    ['the type of the record', { type: 'object' }, []],
    ['another type', { type: 'string' }, ['form/record-type error /schema/properties/budget/type']],
  ])('with %s for a record', (_name, schema, problems) => {
    const written = { ...definition, schema: { type: 'object', properties: { budget: schema } }, fields: { '/budget': { record: { budget: {} } } } };

    expect(checkFormDefinition(written, { validator }).map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`)).toEqual(problems);
  });
});

describe('the definition of a record that is a list', () => {
  it.each([
    ['array', []],
    ['object', ['form/record-type']],
  ])('may be of the type %s: %j', (type, problems) => {
    const written = { ...definition, schema: { type: 'object', properties: { goals: { type } } }, fields: { '/goals': { record: { indicators: {} } } } };

    expect(checkFormDefinition(written, { validator }).map(({ code }) => code)).toEqual(problems);
  });
});

describe('a form with records after any edits', () => {
  const values: readonly (readonly [string, readonly unknown[]])[] = [
    ['/name', ['a', 'b', undefined]],
    ['/kind', ['small', 'village', 'signed', undefined]],
    ['/budget', [budget(100), budget(502), budget(70000), budget(10, { item: '' }), undefined, 'x']],
    ['/opinions', [{ counts: [] }, { counts: [{ group: 'members', for: 2, against: 1, other: 0 }] }, undefined]],
    ['/photos', [[file('a')], [file('a'), file('b'), file('c')], [file('a', 'pending')], undefined]],
    ['/stages', [[{}], [{ files: [file('a'), file('b')] }, { files: [file('c', 'quarantined')] }], []]],
    ['/pledge', [{ signatures: [] }, signPledge(undefined, { name: 'a' }, pledge, { signer: 'secretary', by: { id: 'p', name: '李' }, at: '2026-03-05T09:00:00+08:00' }, '/pledge'), undefined]],
  ];

  it('is in the state of a fresh form with the same answers', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const dice = new Dice(seed);
      const form = openForm({});
      let [locale, now, rule]: ['zh-CN' | 'en', Readonly<Record<string, unknown>>, FormOptions['records']] = ['zh-CN', facts, rules];
      for (let edit = 0; edit < 60; edit += 1) {
        const kind = dice.roll(10);
        if (kind === 0) form.setLocale((locale = dice.one(['zh-CN', 'en'])));
        else if (kind === 1) form.setFacts((now = dice.one([facts, {}, { parameters: { cap: 50 }, today: '2026-03-01' }])));
        else if (kind === 2) form.setRecords((rule = dice.one([rules, 'awaited', undefined])));
        else if (kind === 3) form.undo();
        else if (kind === 4 && Array.isArray(form.state.value['stages']) && form.state.value['stages'].length > 1) form.moveItem('/stages', 0, 1);
        else {
          const [pointer, choices] = dice.one(values);
          if (nodesOf(form)[pointer]) form.setValue(pointer, dice.one(choices));
        }
        const fresh = open(definition, { value: form.state.value, locale, facts: now, records: rule });
        expect(form.state.problems, `seed ${seed}, edit ${edit}`).toEqual(fresh.state.problems);
        expect(form.state.valid).toBe(fresh.state.valid);
      }
    }
  });
});
