import type { MessageCode } from './message-codes.js';
import type { Params } from './message-table.js';
import { textOf } from './message-table.js';
import * as formats from './zh-cn-formats.js';
import { formSentences, label } from './zh-cn.js';
import { furtherSentences } from './zh-cn-further.js';

/** Every sentence in Chinese, by code. */
export const zhCn: Record<MessageCode, (params: Params) => string> = {
  ...formSentences(() => formats),
  ...furtherSentences,
  'publication/not-published': (params) => `${label(params)}没有设为公开，已从公示中去掉`,
  'publication/unknown-column': (params) => `表单里没有“${textOf(params['label'])}”这个字段，已从公示中去掉`,
  'publication/personal-data': (params) => `${label(params)}里含有个人信息，已遮盖`,
};
