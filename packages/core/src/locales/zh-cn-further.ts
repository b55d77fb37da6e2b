import type { Params } from './message-table.js';
import { textOf } from './message-table.js';
import { ask, choose, chosen, label, titled, tooMany } from './zh-cn.js';

/** An answer that more than one branch of `oneOf` takes. */
const severalFit = ({ passing }: Params): boolean => Array.isArray(passing) && passing.length > 1;

/** With what the form says of it; a full stop of its own ends the sentence early. */
function ofPattern(params: Params): string {
  const [wanted, example] = [textOf(params['wanted']).replace(/[。.\s]+$/, ''), textOf(params['example'])];
  return `${label(params)}的格式不对${wanted === '' ? '' : `：${wanted}`}${example === '' ? '' : `，例如 ${example}`}`;
}

const unsupportedReasons: Readonly<Record<string, string>> = {
  deep: '数据定义的层次太深',
  type: '数据定义没有说明是哪一种内容',
  open: '数据定义没有列出要填哪些内容',
  root: '数据定义的最外层不是分项的内容',
  contains: '数据定义只要求其中有一项符合条件，填写时检查',
  not: '数据定义只说明不能填什么，填写时检查',
};

const nameReasons: Readonly<Record<string, string>> = {
  empty: '请写上名称',
  long: '名称太长，请写短一些',
  taken: '这个名称已经有了，请换一个',
  form: '名称不符合要求，请换一个',
};

/** Sentences in Chinese about what only some forms have: they come with the part of the model or of the validator that finds it. */
export const furtherSentences = {
  'form/pattern': ofPattern,
  'form/contains': (params: Params) => `${label(params)}缺少要求的内容`,
  'form/minContains': (params: Params) => `${label(params)}缺少要求的内容`,
  'form/maxContains': tooMany,
  'form/unevaluatedItems': tooMany,
  'form/unevaluatedProperties': (params: Params) => `${label(params)}里没有“${textOf(params['property'])}”这一项`,
  'form/propertyNames': (params: Params) => `${label(params)}里不能有“${textOf(params['property'])}”这一项`,
  'form/dependentRequired': ask,
  'form/anyOf': (params: Params) => (chosen(params) ? choose(params) : `${label(params)}不符合任何一种允许的填法`),
  'form/oneOf': (params: Params) => (chosen(params) ? choose(params) : `${label(params)}${severalFit(params) ? '同时符合几种填法，请只按其中一种填写；如果只填了一种仍有这个提示，请告知受理单位修改表单' : '应当只符合一种填法'}`),
  'form/not': (params: Params) => `${label(params)}填写了不允许的内容`,
  'form/entry-name': (params: Params) => `${label(params)}：${nameReasons[textOf(params['reason'])] ?? nameReasons['form']}`,
  'form/unsupported': (params: Params) => `${titled(params)}无法显示为表单项：${unsupportedReasons[textOf(params['reason'])] ?? textOf(params['reason'])}`,
  'form/validators-disagree': (params: Params) => `${titled(params)}的数据定义用了两种校验程序理解不一致的写法“${textOf(params['keyword'])}”，请换一种写法`,
  'form/unknown-field': (params: Params) => `表单里没有“${textOf(params['label'])}”这个字段`,
  'form/unknown-reference': (params: Params) => `${titled(params)}引用的“${textOf(params['reference'])}”不存在`,
  'form/unsuitable-widget': (params: Params) => `${titled(params)}不能用“${textOf(params['widget'])}”来填写，已改用合适的方式`,
  'form/record-awaited': (params: Params) => `${label(params)}还在载入，请稍候再提交`,
  'form/file-arriving': (params: Params) => `${label(params)}：“${textOf(params['name'])}”还没有上传完，现在不能提交`,
  'form/file-arriving-remedy': (params: Params) => `请等${label(params)}的文件上传完再提交，不交的可以取消上传`,
  'form/record-type': (params: Params) => `${titled(params)}是一份记录，数据类型应为“${textOf(params['expected'])}”，现在写的是“${textOf(params['found'])}”`,
  'form/review-section': (params: Params) => `${titled(params)}：核对页只展示答案，不能有自己的栏目；其中的字段改放到最后`,
  'form/item-name': (params: Params) => `列表中的条件把“${textOf(params['label'])}”读作所在的一项，读不到同名的字段；请给字段换个名称`,
} as const;
