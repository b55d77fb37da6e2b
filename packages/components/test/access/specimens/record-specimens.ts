import type { FieldHosts } from '../../../src/hosts/field-hosts.js';
import { createMemoryFileStore } from '../../../src/hosts/memory-file-store.js';
import { everyRecord } from '../../every-record.js';
import { applying, collected, registered, wanted } from '../../record-answers.js';
import type { Deed, Specimen } from '../specimen.js';

const hosts = (): FieldHosts => ({ files: createMemoryFileStore({ templates: { 'plan-template': new Blob(['实施方案']) } }), person: { id: 'p1', name: '陈志远', signatures: ['secretary'] } });
const record = (name: keyof typeof everyRecord, answer: unknown, deeds: readonly Deed[] = []): Specimen => ({
  name: `record, ${name}`,
  tag: 'cobuild-form',
  properties: () => ({ definition: everyRecord[name], value: { projectName: '暖心服务站', record: answer }, hosts: hosts() }),
  deeds: [['wait', '.record'], ['check'], ...deeds],
});
const uploadedAt = '2026-03-05T09:00:00+08:00';
const file = { size: 1204800, type: 'image/jpeg', hash: '1'.repeat(64), uploadedAt };

/** Every record, with something right and something wrong in it. */
export const recordSpecimens: readonly Specimen[] = [
  record('budget', { lines: [{ subject: 'equipment', item: '显示屏', unit: '台', quantity: 3, unitPrice: 18333.33 }, { subject: 'training', item: '', unit: '次', quantity: 10, unitPrice: 800 }], own: 100, requested: 82800 }, [['click', '.paste-button .button'], ['wait', '.budget-paste']]),
  record('attachments', [{ ...file, id: 'plan', kind: 'plan', name: '荷城街道和顺社区闲置公共用房改建暖心服务站实施方案（第二稿）.pdf', scan: 'pending' }, { ...file, id: 'photo', kind: 'photos', name: '现场.jpg', scan: 'infected' }]),
  record('opinions', { ...collected, counts: [{ group: 'members', asked: 8, for: 16, against: 0, other: 0 }] }),
  record('discussions', { steps: registered.steps.slice(0, 3).map((step) => ({ ...step, for: 90 })) }),
  record('applicants', applying),
  record('indicators', wanted.map((line) => ({ ...line, weight: 70 }))),
  record('pledge', { signatures: [{ signer: 'secretary', by: { id: 'p1', name: '陈志远' }, at: uploadedAt, locale: 'zh-CN', text: '0'.repeat(64), covers: '0'.repeat(64) }] }),
];
