import type { FormDefinition } from '@cobuild/core';

const form = (id: string, title: string, schema: Record<string, unknown>, rest: Partial<FormDefinition> = {}): FormDefinition => ({ id, title: { 'zh-CN': title, en: title }, schema: { type: 'object', ...schema }, ...rest });

/** Definitions with one shape of JSON Schema each, for tests and stories. Names and amounts are invented. */
export const shapes = {
  /** A payee is a person or an organisation, and no property says which. */
  objects: form('objects', '收款方', {
    properties: {
      payee: {
        title: '收款方',
        oneOf: [
          { title: '个人', type: 'object', properties: { name: { type: 'string', title: '姓名' }, age: { type: 'integer', title: '年龄' } }, required: ['name'], additionalProperties: false },
          { title: '单位', type: 'object', properties: { name: { type: 'string', title: '单位名称' }, code: { type: 'string', title: '信用代码' } }, required: ['name', 'code'] },
        ],
      },
    },
    required: ['payee'],
  }),
  /** A period is a number of months or a text. */
  types: form('types', '期限', { properties: { period: { title: '建设期限', oneOf: [{ type: 'integer', title: '按月数', minimum: 1 }, { type: 'string', title: '另行说明', minLength: 2 }] } } }),
  /** The whole form is one of two. */
  root: form('root', '联系方式', {
    properties: { project: { type: 'string', title: '项目名称' } },
    anyOf: [
      { title: '电话联系', properties: { phone: { type: 'string', title: '电话' } }, required: ['phone'] },
      { title: '邮件联系', properties: { email: { type: 'string', title: '邮箱' } }, required: ['email'] },
    ],
  }),
  /** A unit has parts that are units. */
  recursion: form('recursion', '组织架构', {
    properties: { unit: { $ref: '#/$defs/unit', title: '牵头单位' } },
    $defs: {
      unit: {
        type: 'object',
        title: '单位',
        properties: { name: { type: 'string', title: '名称' }, above: { $ref: '#/$defs/unit', title: '上级单位' }, parts: { type: 'array', title: '下级单位', items: { $ref: '#/$defs/unit' } } },
        required: ['name'],
      },
    },
  }),
  /** Amounts under names that the applicant gives. */
  map: form('map', '经费来源', {
    properties: { sources: { title: '经费来源', type: 'object', properties: { own: { type: 'number', title: '自筹' } }, additionalProperties: { type: 'number', minimum: 0 }, propertyNames: { maxLength: 6 } } },
  }),
  /** A place is a name and two numbers. */
  tuple: form('tuple', '地点', {
    properties: { place: { title: '地点', type: 'array', prefixItems: [{ type: 'string', title: '地名' }, { type: 'number', title: '面积' }], items: { type: 'string', title: '备注' } } },
  }),
  /** The kinds of venue depend on whether it is new. */
  narrowed: form('narrowed', '场地', {
    properties: { isNew: { type: 'boolean', title: '新建' }, venue: { enum: ['自有', '租用', '借用'], title: '场地来源' } },
    if: { properties: { isNew: { const: true } }, required: ['isNew'] },
    then: { properties: { venue: { enum: ['自有', '租用'], title: '新建场地来源' } } },
  }),
  /** Lists of lists. */
  lists: form('lists', '分组', { properties: { groups: { type: 'array', title: '分组', items: { type: 'array', title: '组员', items: { type: 'string', title: '姓名' } } } } }),
  /** The answer is a list, and nothing around it. */
  rootList: form('rootList', '参会人员', { type: 'array', minItems: 1, items: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', title: '电话' } }, required: ['name'] } }),
  /** Names with amounts, beside a fixed question. */
  rootMap: form('rootMap', '经费来源', { properties: { own: { type: 'number', title: '自筹' } }, required: ['own'], additionalProperties: { type: 'number' } }),
  /** One question is the whole form. */
  rootNumber: form('rootNumber', '受益户数', { type: 'integer', minimum: 1 }),
  /** A list or a reason why there is none. */
  rootWays: form('rootWays', '设备清单', { type: undefined, oneOf: [{ title: '逐项列出', type: 'array', items: { type: 'string', title: '设备' } }, { title: '说明原因', type: 'string', minLength: 2 }] }),
  /** A place is chosen as a whole. */
  whole: form('whole', '地点', {
    properties: {
      place: { title: '实施地点', enum: [{ code: '440608', name: '荷城街道' }, { code: '440609', name: '杨和镇' }] },
      point: { title: '坐标', enum: [[112.9, 22.9], [112.8, 22.8]] },
    },
    required: ['place'],
  }),
  /** What has to be stated, be it that there is none. */
  nothing: form('nothing', '其他情况', {
    properties: {
      fax: { type: ['string', 'null'], title: '传真' },
      agent: { type: ['object', 'null'], title: '代理人', properties: { name: { type: 'string', title: '姓名' } }, required: ['name'] },
      kind: { enum: ['自有', '租用', null], title: '场地来源' },
    },
    required: ['fax', 'agent', 'kind'],
  }),
};
