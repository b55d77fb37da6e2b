import type { SharedDefinition } from '../generated/types.js';

type Text = SharedDefinition['title'];
const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });
const name = { type: 'string', minLength: 2, maxLength: 60 };
const personName = { ...name, maxLength: 40 };
const object = (properties: object, ...required: readonly string[]): object => ({ type: 'object', properties, required, additionalProperties: false });
const first = (id: string, title: Text, schema: object, fields: NonNullable<SharedDefinition['fields']>): SharedDefinition => ({ id: `${id}-v1`, title, schema: { $id: `${id}/v1`, ...schema }, fields });

/**
 * Definitions that forms of most schemes ask alike, each in its first version: an organisation, a person, a contact person, an account, a budget table. Whoever wants one puts it among the
 * `definitions` of a scheme, where it is theirs from then on. What is known of people and accounts is not published, and is masked for readers of a form.
 *
 * @example readyDefinitions.map(({ schema }) => schema.$id) // ['organisation/v1', 'person/v1', 'contact/v1', 'account/v1', 'budget/v1']
 */
export const readyDefinitions: readonly SharedDefinition[] = [
  first('organisation', text('单位', 'Organisation'), object({ name, code: { type: 'string', format: 'organisation-code' } }, 'name'), {
    '/name': { title: text('单位名称', 'Name') }, '/code': { title: text('统一社会信用代码', 'Organisation code'), width: 'half' },
  }),
  first('person', text('人员', 'Person'), object({ name: personName, citizenNumber: { type: 'string', format: 'citizen-number' }, phone: { type: 'string', format: 'phone' } }, 'name', 'citizenNumber'), {
    '/name': { title: text('姓名', 'Name'), width: 'half', publish: 'never', mask: 'name' },
    '/citizenNumber': { title: text('身份证号', 'Citizen number'), width: 'half', publish: 'never', mask: 'citizenNumber' },
    '/phone': { title: text('联系电话', 'Phone'), width: 'half', publish: 'never', mask: 'phone' },
  }),
  first('contact', text('联系人', 'Contact person'), object({ name: personName, phone: { type: 'string', format: 'phone' } }, 'name', 'phone'), {
    '/name': { title: text('姓名', 'Name'), width: 'half', publish: 'never', mask: 'name' }, '/phone': { title: text('联系电话', 'Phone'), width: 'half', publish: 'never', mask: 'phone' },
  }),
  first('account', text('收款账户', 'Bank account'), object({ name, account: { type: 'string', format: 'bank-account' }, bank: name }, 'name', 'account', 'bank'), {
    '/name': { title: text('收款单位', 'Payee') }, '/account': { title: text('收款账号', 'Account'), publish: 'never', mask: 'bankAccount' }, '/bank': { title: text('开户银行', 'Bank'), publish: 'never' },
  }),
  first('budget', text('预算表', 'Budget table'), {}, { '': { record: { budget: { maximumLines: 50 } } } }),
];
