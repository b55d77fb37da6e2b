import { describe, expect, it } from 'vitest';
import { formatSchemas } from '../generated/schemas.js';
import { createInterpreter, schemeFormats } from '../validation/index.js';
import type { RecordKind } from './record-schema.js';
import { recordKinds, recordSchema } from './record-schema.js';
import { FOUR_DISCUSSIONS } from './discussions/four-discussions.js';

const schemas = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
const validator = createInterpreter({ schemas, formats: schemeFormats });
const file = { id: 'f1', name: '记录.pdf', size: 10, type: 'application/pdf', hash: 'a'.repeat(64), scan: 'clean', uploadedAt: '2026-03-05T09:00:00+08:00' };
const signer = { id: 'p1', name: '陈志远' };
const values: Readonly<Record<RecordKind, unknown>> = {
  budget: { lines: [{ item: '桌椅', quantity: 2, unitPrice: 0.1 }], own: 1, contributions: [{ source: 'city', amount: 1 }] },
  opinions: { counts: [{ group: 'members', for: 1, against: 0, other: 0 }], respondents: [{ name: '张三', group: 'members', opinion: 'for', publish: false }] },
  discussions: { steps: [{ step: 'propose', date: '2026-03-02', source: 'members', motion: '修建活动室' }] },
  applicants: { parties: [{ id: 'a', role: 'lead', name: '甲村', share: 100, confirmation: { by: { ...signer, organisation: 'a' }, at: '2026-03-05T09:00:00+08:00', covers: 'a'.repeat(64) } }] },
  indicators: [{ name: '受益户数', unit: '户', target: 20 }],
  attachments: [file],
  pledge: { signatures: [{ signer: 'secretary', by: signer, at: '2026-03-05T09:00:00+08:00', locale: 'zh-CN', text: 'a'.repeat(64), covers: 'b'.repeat(64) }] },
};
const issues = (kind: RecordKind, value: unknown): string[] => validator.compile(recordSchema(kind)).validate(value).map(({ instancePointer, keyword }) => `${keyword} ${instancePointer}`);

describe('recordSchema', () => {
  it.each(recordKinds)('stands by itself inside a form: %s', (kind) => {
    expect(JSON.stringify(recordSchema(kind))).not.toContain('$ref');
    const inForm = validator.compile({ type: 'object', properties: { record: recordSchema(kind) } });
    expect(inForm.validate({ record: values[kind] })).toEqual([]);
    expect(inForm.validate({ record: 'x' })).not.toEqual([]);
  });

  it('lets no content of a file in', () => {
    for (const more of [{ content: 'x' }, { id: 'data:,x' }, { name: ' Data:text/plain,x' }, { hash: 'x' }, { scan: 'ok' }]) expect(issues('attachments', [{ ...file, ...more }])).not.toEqual([]);
  });

  it('knows no negative money and no third decimal', () => {
    expect([-0.01, 0, 0.005].map((unitPrice) => issues('budget', { lines: [{ item: 'x', quantity: 1, unitPrice }] }).length)).toEqual([1, 0, 1]);
  });

  it('refuses a kind that there is not', () => {
    expect(() => recordSchema('toString' as RecordKind)).toThrow(TypeError);
  });
});

describe('records.schema.json', () => {
  const settings = validator.compile(formatSchemas.records);

  it('leaves to a district what a district decides', () => {
    expect(settings.validate({
      budget: { maximumLines: 'UNDECIDED', perProjectCap: { parameter: 'cap' }, coFunding: { ownShareMinimum: 'UNDECIDED' } },
      opinions: { groups: [{ id: 'members', title: { 'zh-CN': '党员' }, minimum: 'UNDECIDED' }], support: { op: 'UNDECIDED', ratio: 'UNDECIDED', base: 'UNDECIDED' } },
      discussions: { steps: [{ id: 'resolve', title: { 'zh-CN': '决议' }, publicity: 'UNDECIDED', majority: { op: '>', ratio: { p: 1, q: 2 }, base: 'UNDECIDED' } }] },
      applicants: { confirm: 'UNDECIDED' }, attachments: { pending: 'UNDECIDED', maximumSize: 'UNDECIDED' }, pledge: { text: 'UNDECIDED', signers: [] },
    })).toEqual([]);
  });

  it('fits the four discussions as published rules have them', () => {
    expect(settings.validate({ discussions: FOUR_DISCUSSIONS })).toEqual([]);
  });

  it('does not let ids and titles be left open, nor keys that it does not know', () => {
    expect(settings.validate({ opinions: { groups: [{ id: 'members', title: 'UNDECIDED' }] } })).not.toEqual([]);
    expect(settings.validate({ budget: { lines: 3 } })).not.toEqual([]);
  });
});
