import type { FieldSettings, LocalizedText } from '@cobuild/core';
import { readyDefinitions } from '@cobuild/core';

type Schema = Readonly<Record<string, unknown>>;

/** Something that can be asked for: what a field of it begins as. */
export interface PaletteEntry {
  readonly id: PaletteId;
  /** By what somebody wants to know, or by how it is answered. */
  readonly group: 'people' | 'place' | 'money' | 'record' | 'promise' | 'type';
  /** Name of the answer, where the title gives none. */
  readonly key: string;
  readonly schema: Schema;
  readonly settings?: FieldSettings;
  /** Settings of what is inside it, by pointer from it. */
  readonly inner?: Readonly<Record<string, FieldSettings>>;
}

const text = (chinese: string, english: string): LocalizedText => ({ 'zh-CN': chinese, en: english });
const titled = (title: LocalizedText, more: FieldSettings = {}): FieldSettings => ({ title, ...more });
const choices: FieldSettings = { options: { one: text('选项一', 'Choice one'), two: text('选项二', 'Choice two') } };
const object = (properties: Schema, ...required: readonly string[]): Schema => ({ type: 'object', properties, required, additionalProperties: false });
/** What is known of a person is nobody else's business until somebody decides otherwise. */
const personal = (mask: NonNullable<FieldSettings['mask']>): FieldSettings => ({ publish: 'never', mask });
/** A record brings its schema itself. */
const record = (settings: NonNullable<FieldSettings['record']>): FieldSettings => ({ record: settings });

/** What a definition that comes with the product asks, as a field of its own. */
function ready(name: string): Pick<PaletteEntry, 'schema' | 'settings' | 'inner'> {
  const definition = readyDefinitions.find(({ schema }) => schema['$id'] === `${name}/v1`);
  const { $id: _address, ...schema } = definition?.schema ?? {};
  const { '': settings, ...inner } = definition?.fields ?? {};
  return { schema, ...(settings === undefined ? {} : { settings }), ...(Object.keys(inner).length === 0 ? {} : { inner }) };
}

export type PaletteId =
  | 'organisation' | 'person' | 'phone' | 'citizenNumber' | 'organisationCode' | 'payee'
  | 'address' | 'area' | 'period' | 'duration' | 'date'
  | 'money' | 'percent' | 'budget'
  | 'opinions' | 'discussions' | 'milestones' | 'indicators' | 'attachments' | 'applicants' | 'list'
  | 'promise' | 'pledge'
  | 'text' | 'longText' | 'number' | 'integer' | 'choice' | 'dropDown' | 'choices' | 'boolean' | 'time' | 'email';

/** All entries in the order of the palette. */
export const palette: readonly PaletteEntry[] = [
  { id: 'organisation', group: 'people', key: 'organisation', ...ready('organisation') },
  { id: 'person', group: 'people', key: 'contact', ...ready('contact') },
  { id: 'phone', group: 'people', key: 'phone', schema: { type: 'string', format: 'phone' }, settings: { width: 'half', ...personal('phone') } },
  { id: 'citizenNumber', group: 'people', key: 'citizenNumber', schema: { type: 'string', format: 'citizen-number' }, settings: { width: 'half', ...personal('citizenNumber') } },
  { id: 'organisationCode', group: 'people', key: 'organisationCode', schema: { type: 'string', format: 'organisation-code' }, settings: { width: 'half' } },
  { id: 'payee', group: 'people', key: 'payee', ...ready('account') },
  { id: 'address', group: 'place', key: 'address', schema: { type: 'string', minLength: 2, maxLength: 120 }, settings: { widget: 'text', ...personal('address') } },
  { id: 'area', group: 'place', key: 'areaCode', schema: { type: 'string', format: 'area-code' }, settings: { width: 'half' } },
  { id: 'period', group: 'place', key: 'period', schema: object({ from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } }, 'from', 'to'), settings: { widget: 'dateRange' } },
  { id: 'duration', group: 'place', key: 'duration', schema: object({ amount: { type: 'integer', minimum: 1 }, unit: { enum: ['month', 'day'] } }, 'amount', 'unit'), settings: { widget: 'period', widgetOptions: { units: { month: text('个月', 'months'), day: text('天', 'days') } } } },
  { id: 'date', group: 'place', key: 'date', schema: { type: 'string', format: 'date' } },
  { id: 'money', group: 'money', key: 'amount', schema: { type: 'number', format: 'money', minimum: 0 }, settings: { width: 'half' } },
  { id: 'percent', group: 'money', key: 'share', schema: { type: 'number', minimum: 0, maximum: 100 }, settings: { widget: 'percent', width: 'short', widgetOptions: { base: 100 } } },
  { id: 'budget', group: 'money', key: 'budget', ...ready('budget') },
  {
    id: 'opinions', group: 'record', key: 'opinions', schema: {},
    settings: record({ opinions: { groups: [{ id: 'members', title: text('党员', 'Party members') }, { id: 'residents', title: text('群众', 'Residents') }], dated: true } }),
  },
  {
    id: 'discussions', group: 'record', key: 'discussions', schema: {},
    settings: record({ discussions: {
      sources: [{ id: 'members', title: text('党员群众提出', 'Members or residents') }, { id: 'cadres', title: text('村干部提出', 'Village cadres') }, { id: 'superior', title: text('上级部署', 'A higher level') }],
      steps: [
        { id: 'propose', title: text('党组织提议', 'Proposal by the party organisation') }, { id: 'consult', title: text('村“两委”商议', 'Consultation of the two committees') },
        { id: 'deliberate', title: text('党员大会审议', 'Deliberation of all members') }, { id: 'resolve', title: text('村民（代表）会议决议', 'Resolution of the villagers or their representatives') },
      ],
    } }),
  },
  {
    id: 'milestones', group: 'record', key: 'milestones', schema: { type: 'array', maxItems: 20, items: object({ task: { type: 'string', minLength: 2, maxLength: 100 }, dueOn: { type: 'string', format: 'date' } }, 'task', 'dueOn') },
    settings: { itemTitle: '/task' }, inner: { '/*/task': titled(text('工作', 'Task')), '/*/dueOn': titled(text('完成日期', 'Due on'), { width: 'half' }) },
  },
  { id: 'indicators', group: 'record', key: 'indicators', schema: {}, settings: record({ indicators: { maximum: 20 } }) },
  { id: 'attachments', group: 'record', key: 'attachments', schema: {}, settings: record({ attachments: { accept: ['.pdf', 'image/*'], maximumCount: 20 } }) },
  { id: 'applicants', group: 'record', key: 'parties', schema: {}, settings: record({ applicants: { confirm: 'partners' } }) },
  {
    id: 'list', group: 'record', key: 'items', schema: { type: 'array', maxItems: 50, items: object({ name: { type: 'string', maxLength: 60 }, quantity: { type: 'integer', minimum: 1 } }, 'name') },
    settings: { itemTitle: '/name' }, inner: { '/*/name': titled(text('名称', 'Name')), '/*/quantity': titled(text('数量', 'Quantity'), { width: 'short' }) },
  },
  { id: 'promise', group: 'promise', key: 'promise', schema: { type: 'boolean', const: true }, settings: { help: text('我承诺所填内容真实。', 'What I have written is true.') } },
  { id: 'pledge', group: 'promise', key: 'pledge', schema: {}, settings: record({ pledge: { text: text('本单位承诺所填内容真实，按方案使用资金，接受监督。', 'What we have written is true; we use the money as the scheme says and accept supervision.'), signers: [{ id: 'secretary', title: text('负责人', 'Head') }] } }) },
  { id: 'text', group: 'type', key: 'text', schema: { type: 'string', maxLength: 100 } },
  { id: 'longText', group: 'type', key: 'description', schema: { type: 'string', maxLength: 2000 }, settings: { widget: 'textarea' } },
  { id: 'number', group: 'type', key: 'number', schema: { type: 'number' }, settings: { width: 'half' } },
  { id: 'integer', group: 'type', key: 'count', schema: { type: 'integer', minimum: 0 }, settings: { width: 'half' } },
  { id: 'choice', group: 'type', key: 'choice', schema: { type: 'string', enum: ['one', 'two'] }, settings: { widget: 'radio', ...choices } },
  { id: 'dropDown', group: 'type', key: 'selection', schema: { type: 'string', enum: ['one', 'two'] }, settings: { widget: 'select', ...choices } },
  { id: 'choices', group: 'type', key: 'choices', schema: { type: 'array', items: { type: 'string', enum: ['one', 'two'] }, uniqueItems: true }, settings: choices },
  { id: 'boolean', group: 'type', key: 'confirmed', schema: { type: 'boolean' } },
  { id: 'time', group: 'type', key: 'time', schema: { type: 'string', format: 'time' }, settings: { width: 'short' } },
  { id: 'email', group: 'type', key: 'email', schema: { type: 'string', format: 'email' }, settings: { width: 'half', publish: 'never' } },
];

export const paletteGroups = ['people', 'place', 'money', 'record', 'promise', 'type'] as const;

/** The entry of an id; plain text for what is no entry. */
export const paletteEntry = (id: string): PaletteEntry => palette.find((entry) => entry.id === id) ?? (palette.find((entry) => entry.id === 'text') as PaletteEntry);

/** What arranges fields, and what it stands among. */
export const PARTS = { step: 'steps', section: 'sections', group: 'items', tabs: 'items', text: 'items' } as const;
export type PartKind = keyof typeof PARTS;
export const partKinds = Object.keys(PARTS) as readonly PartKind[];
export const isPartKind = (id: string): id is PartKind => id in PARTS;
