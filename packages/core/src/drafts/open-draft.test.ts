import { describe, expect, it } from 'vitest';
import type { FormDefinition, FormMigration } from '../generated/types.js';
import type { FormDraft } from './index.js';
import { asideLabel, checkMigrations, draftForm, makeDraft, matchDraft, migrateAnswers, openDraft, readDraft } from './index.js';

const text = { type: 'string' } as const;
const first: FormDefinition = {
  id: 'application',
  title: { 'zh-CN': '申报表' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      projectName: { ...text, title: '项目名称' },
      contact: { ...text, title: '联系人和电话' },
      phone: { ...text, title: '联系电话' },
      fax: { ...text, title: '传真' },
      area: { ...text, title: '地段' },
      lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { item: { ...text, title: '名称' }, price: { type: 'number', title: '单价' }, note: { ...text, title: '备注' } } } },
    },
  },
};
/** The same, with other questions: names moved, one list column gone, an answer of another kind. */
const second = (migrations: FormMigration[]): FormDefinition => ({
  id: 'application',
  version: 2,
  title: { 'zh-CN': '申报表' },
  migrations,
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      projectName: text,
      area: { type: 'object', properties: { town: text } },
      contact: { type: 'object', properties: { name: text, phone: text } },
      lines: { type: 'array', items: { type: 'object', properties: { item: text, unitPrice: { type: 'number' } } } },
    },
  },
});
const answers = {
  projectName: '村口路灯', contact: '李四 13900000000', phone: '', fax: '0757-1', area: '荷城',
  lines: [{ item: '灯杆', price: 300, note: '镀锌' }, { item: '电缆', price: 12 }],
};
const draft = (definition: FormDefinition, changes: Partial<FormDraft> = {}): FormDraft =>
  ({ ...makeDraft(definition, { answers, base: {}, savedAt: '2026-03-05T02:00:00Z', revision: 3 }), ...changes });
const migrations: FormMigration[] = [
  {
    to: 2,
    steps: [
      { op: 'split', from: '/contact', to: ['/contactName', '/contactPhone'], separator: ' ' },
      { op: 'move', from: '/contactName', to: '/contact/name' },
      { op: 'move', from: '/contactPhone', to: '/contact/phone' },
      { op: 'rename', from: '/lines/*/price', name: 'unitPrice' },
      { op: 'drop', from: '/fax', title: { 'zh-CN': '传真号码' } },
    ],
  },
];

describe('a draft and its form', () => {
  it('match while the definition is the same, whatever the order of its keys', () => {
    const { id, title, schema } = first;
    expect(matchDraft(draft(first), { schema, title, id })).toBe('same');
    expect(openDraft(draft(first), first).answers).toBe(answers);
  });

  it.each([
    ['changed', { ...first, description: '新说明' }, {}],
    ['newer', first, { form: { ...draftForm(first), version: 2, hash: 'h' } }],
    ['other-form', { ...first, id: 'report' }, {}],
    ['unnamed', first, { form: undefined }],
  ])('are told apart: %s', (match, definition, changes) => {
    expect(matchDraft({ ...draft(first), ...changes }, definition as FormDefinition)).toBe(match);
  });

  it('hash a definition that a script made with undefined members', () => {
    expect(draftForm({ ...first, layout: undefined }).hash).toBe(draftForm(first).hash);
  });
});

describe('openDraft', () => {
  it('moves answers as the form declares and keeps aside, by name, what has no place', () => {
    const opened = openDraft(draft(first), second(migrations));

    expect(opened.answers).toEqual({
      projectName: '村口路灯',
      contact: { name: '李四', phone: '13900000000' },
      lines: [{ item: '灯杆', unitPrice: 300 }, { item: '电缆', unitPrice: 12 }],
    });
    expect(opened.aside.map((answer) => [asideLabel(answer, 'zh-CN'), answer.value, answer.reason])).toEqual([
      ['传真号码', '0757-1', 'dropped'],
      ['地段', '荷城', 'other-kind'],
      ['预算明细第 1 项：备注', '镀锌', 'no-question'],
    ]);
    expect(opened.moved).toContainEqual({ from: '/lines/*/price', to: ['/lines/*/unitPrice'] });
  });

  it('keeps every answer of a draft that belongs to another form', () => {
    const opened = openDraft(draft(first), { ...first, id: 'report' });

    expect(opened.answers).toEqual({});
    expect(opened.aside.map(({ value }) => value)).toEqual(Object.values(answers));
  });

  it('keeps what an earlier opening set aside', () => {
    const aside = [{ pointer: '/old', value: 1, path: ['旧题'], reason: 'no-question' as const }];
    expect(openDraft(draft(first, { aside }), first).aside).toEqual(aside);
  });

  it('leaves alone what the host keeps under a name that no form asked for', () => {
    const open: FormDefinition = { ...first, schema: { type: 'object', properties: { projectName: text } } };
    expect(openDraft(draft(first, { answers: { projectName: '甲', hostId: 'x' } }), open).answers).toEqual({ projectName: '甲', hostId: 'x' });
  });

  it('takes the shared answers the same way, so that a merge compares like with like', () => {
    expect(openDraft(draft(first, { base: { contact: '王五 1', fax: '2' } }), second(migrations)).base).toEqual({ contact: { name: '王五', phone: '1' } });
  });
});

describe('migrateAnswers', () => {
  const move = (from: string, to: string): FormMigration[] => [{ to: 2, steps: [{ op: 'move', from, to }] }];

  it.each([[1, { b: 1 }], [2, { a: 1 }], [3, { a: 1 }]])('runs the steps to version 2 for answers of version %i only where they are due', (from, expected) => {
    expect(migrateAnswers({ a: 1 }, move('/a', '/b'), from, 3, {}).answers).toEqual(expected);
  });

  it('does not run steps beyond the form', () => {
    expect(migrateAnswers({ a: 1 }, move('/a', '/b'), 1, 1, {}).answers).toEqual({ a: 1 });
  });

  it('runs versions in their order, not in the order of the file', () => {
    const steps: FormMigration[] = [{ to: 3, steps: [{ op: 'rename', from: '/b', name: 'c' }] }, { to: 2, steps: [{ op: 'rename', from: '/a', name: 'b' }] }];
    expect(migrateAnswers({ a: 1 }, steps, 1, 3, {}).answers).toEqual({ c: 1 });
  });

  it.each([
    ['is taken', { a: 1, b: 2 }, '/b'],
    ['lies in what is no group', { a: 1, b: '字' }, '/b/c'],
    ['lies in another list', { a: 1, rows: [{}] }, '/rows/*/x'],
  ])('keeps an answer aside whose new place %s', (_, before, to) => {
    const { aside, answers: after } = migrateAnswers(before, move('/a', to), 1, 2, { '/a': '甲' });
    expect(aside).toEqual([{ pointer: '/a', value: 1, path: ['甲'], reason: 'occupied' }]);
    expect(after).not.toHaveProperty('a');
  });

  it.each([
    ['李四', { name: '李四' }],
    ['李四 1', { name: '李四', phone: '1' }],
    ['李四 1 2', { name: '李四', phone: '1 2' }],
  ])('splits %j and loses no part', (who, expected) => {
    expect(migrateAnswers({ who }, [{ to: 2, steps: [{ op: 'split', from: '/who', to: ['/name', '/phone'], separator: ' ' }] }], 1, 2, {}).answers).toEqual(expected);
  });

  it('removes the group that a move leaves empty', () => {
    expect(migrateAnswers({ site: { street: { name: '文明路' } } }, move('/site/street/name', '/street'), 1, 2, {}).answers).toEqual({ street: '文明路' });
  });

  it('drops items of a list from the last to the first', () => {
    const { answers: after, aside } = migrateAnswers({ tags: ['甲', '乙'] }, [{ to: 2, steps: [{ op: 'drop', from: '/tags/*' }] }], 1, 2, {});
    expect([after, aside.map(({ value }) => value)]).toEqual([{ tags: [] }, ['甲', '乙']]);
  });

  describe('gathering answers into a list', () => {
    const gather = (from: string, name: string, kind: string, to = '/rows'): FormMigration['steps'][number] => ({ op: 'gather', from, to, name, with: { kind } });
    const run = (before: Readonly<Record<string, unknown>>, ...steps: FormMigration['steps']) => migrateAnswers(before, [{ to: 2, steps }], 1, 2, { '/b': '乙' });

    it('makes an item of each, in the order of the steps, and none of what was not answered', () => {
      const { answers: after, moved } = run({ a: 1, c: 3 }, gather('/a', 'n', 'x'), gather('/b', 'n', 'y'), gather('/c', 'n', 'z'));
      expect(after).toEqual({ rows: [{ kind: 'x', n: 1 }, { kind: 'z', n: 3 }] });
      expect(moved).toEqual([{ from: '/a', to: ['/rows/*/n'] }, { from: '/c', to: ['/rows/*/n'] }]);
    });

    it('puts what belongs together into one item', () => {
      expect(run({ a: 1, b: 2 }, gather('/a', 'asked', 'x'), gather('/b', 'for', 'x')).answers).toEqual({ rows: [{ kind: 'x', asked: 1, for: 2 }] });
    });

    it('adds to a list that is there, and keeps aside what would overwrite', () => {
      const { answers: after, aside } = run({ rows: [{ kind: 'x', n: 9 }], a: 1, b: 2 }, gather('/a', 'n', 'y'), gather('/b', 'n', 'x'));
      expect(after).toEqual({ rows: [{ kind: 'x', n: 9 }, { kind: 'y', n: 1 }] });
      expect(aside).toEqual([{ pointer: '/b', value: 2, path: ['乙'], reason: 'occupied' }]);
    });

    it('keeps aside what would go into something else than a list', () => {
      expect(run({ rows: '字', b: 2 }, gather('/b', 'n', 'x'))).toMatchObject({ answers: { rows: '字' }, aside: [{ value: 2, reason: 'occupied' }] });
    });

    it('leaves prototypes alone', () => {
      const { answers: after } = run({ b: 2 }, gather('/b', '__proto__', 'x'));
      const [item] = (after as { rows: object[] }).rows;
      expect([Object.getPrototypeOf(item), Object.keys(item ?? {})]).toEqual([Object.prototype, ['kind', '__proto__']]);
    });
  });

  it('treats __proto__ as a plain name', () => {
    const { answers: after } = migrateAnswers({ a: { x: 1 } }, move('/a', '/__proto__'), 1, 2, {});
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
    expect(Object.keys(after)).toEqual(['__proto__']);
  });
});

describe('checkMigrations', () => {
  it('finds nothing wrong with steps that lead to questions of the form', () => {
    expect(checkMigrations(second(migrations))).toEqual([]);
  });

  it('lets answers go into the cells of a record, and nowhere else in it', () => {
    const withRecord = (...steps: FormMigration['steps']): FormDefinition => ({ id: 'a', version: 2, title: { 'zh-CN': '表' }, schema: { type: 'object', properties: { opinions: {}, files: { type: 'array', items: { type: 'object', properties: { of: {} } } } } }, fields: { '/opinions': { record: { opinions: { groups: [] } } }, '/files/*/of': { record: { attachments: {} } } }, migrations: [{ to: 2, steps }] });
    const codes = (...steps: FormMigration['steps']): string[] => checkMigrations(withRecord(...steps)).map(({ code, pointer }) => `${code} ${pointer}`);
    const gather = (to: string, name: string): FormMigration['steps'][number] => ({ op: 'gather', from: '/members', to, name, with: { group: 'members' } });
    expect(codes({ op: 'move', from: '/day', to: '/opinions/heldOn' }, gather('/opinions/counts', 'asked'), { op: 'move', from: '/files/*/old', to: '/files/*/of/0/name' })).toEqual([]);
    expect(codes({ op: 'move', from: '/day', to: '/opinions/day' }, gather('/opinions/counts', 'ask'), gather('/opinions/rows', 'asked'), gather('/files/*/of', 'name'))).toEqual([
      'form/migration-target /migrations/0/steps/0', 'form/migration-target /migrations/0/steps/1', 'form/migration-target /migrations/0/steps/2', 'form/migration-item /migrations/0/steps/3',
    ]);
  });

  it('names versions beyond the form, places without a question, and moves out of a list', () => {
    const broken = second([{ to: 3, steps: [{ op: 'move', from: '/a', to: '/nowhere' }, { op: 'move', from: '/lines/*/price', to: '/projectName' }] }]);
    expect(checkMigrations(broken).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['form/migration-version', '/migrations/0/to'],
      ['form/migration-target', '/migrations/0/steps/0'],
      ['form/migration-item', '/migrations/0/steps/1'],
    ]);
  });
});

describe('readDraft', () => {
  it('reads what JSON made of a draft', () => {
    const whole = draft(first, { author: { id: 'u1', name: '李四' }, aside: [{ pointer: '/x', value: null, path: ['旧', 1], reason: 'dropped' }], prefilled: [{ pointer: '/a', value: 1, source: { id: 's', title: '库' }, at: '2026-01-01T00:00:00Z' }] });
    expect(readDraft(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it.each([
    ['null', null], ['a list', []], ['another format', { ...draft(first), formatVersion: 2 }], ['answers that are no JSON', { ...draft(first), answers: () => ({}) }],
    ['a negative revision', { ...draft(first), revision: -1 }], ['a form without hash', { ...draft(first), form: { id: 'a', version: 1 } }],
    ['aside without a path', { ...draft(first), aside: [{ pointer: '', reason: 'dropped' }] }], ['a source without title', { ...draft(first), prefilled: [{ pointer: '/a', at: '', source: { id: 'x' } }] }],
    ['an author without id', { ...draft(first), author: { name: '李四' } }], ['titles that are numbers', { ...draft(first), titles: { '/a': 1 } }],
  ])('refuses %s', (_, value) => {
    expect(readDraft(value)).toBeUndefined();
  });
});

describe('a draft of a form whose answer has no names', () => {
  const contacts: FormDefinition = { id: 'contacts', title: { 'zh-CN': '联系人名单' }, schema: { type: 'array', items: { type: 'object', properties: { name: { ...text, title: '姓名' }, phone: { ...text, title: '电话' } } } } };
  const question: FormDefinition = { id: 'question', title: { 'zh-CN': '一句话建议' }, schema: text };
  const made = (definition: FormDefinition, given: unknown): FormDraft => makeDraft(definition, { answers: given as FormDraft['answers'], base: {}, savedAt: '2026-03-05T02:00:00Z', revision: 1 });
  const kept = (definition: FormDefinition, given: unknown): FormDraft => {
    const read = readDraft(JSON.parse(JSON.stringify(made(definition, given))));
    if (read === undefined) throw new Error('refused');
    return read;
  };

  it.each<[string, FormDefinition, unknown]>([['a list', contacts, [{ name: '李四' }]], ['a text', question, '多装一盏灯'], ['false', { ...question, schema: { type: 'boolean' } }, false], ['null', { ...question, schema: { type: ['string', 'null'] } }, null]])('comes back from JSON: %s', (_, definition, given) => {
    expect(openDraft(kept(definition, given), definition)).toMatchObject({ match: 'same', answers: given, aside: [] });
  });

  it('comes back where nothing was answered yet', () => {
    expect(openDraft(kept(question, undefined), question).answers).toBeUndefined();
  });

  it('moves what is in the items of a list, and sets aside what they have no place for', () => {
    const later: FormDefinition = { ...contacts, version: 2, migrations: [{ to: 2, steps: [{ op: 'rename', from: '/*/phone', name: 'mobile' }] }], schema: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { mobile: text } } } };
    const opened = openDraft(kept(contacts, [{ name: '李四', phone: '139' }]), later);
    expect([opened.answers, opened.aside.map((answer) => [asideLabel(answer, 'zh-CN'), answer.value])]).toEqual([[{ mobile: '139' }], [['第 1 项：姓名', '李四']]]);
  });

  it('keeps the whole answer aside, by the title of its form, where the form asks for another kind of answer or is another one', () => {
    const list = [{ name: '李四' }];
    const single = openDraft(kept(contacts, list), { ...question, id: 'contacts' });
    const other = openDraft(kept(contacts, list), first);
    expect([single, other].map(({ answers: left, aside }) => [left, aside.map((answer) => [asideLabel(answer, 'zh-CN'), answer.value, answer.reason])])).toEqual([
      [undefined, [['联系人名单', list, 'other-kind']]],
      [{}, [['联系人名单', list, 'other-form']]],
    ]);
    expect(openDraft(kept(question, undefined), first).aside).toEqual([]);
  });

  it('of an object is set aside name by name for a form that asks for a list', () => {
    const opened = openDraft(draft(first), contacts);
    expect([opened.answers, opened.aside.length]).toEqual([undefined, 6]);
  });
});
