import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = {
  search: '输入文字查找，或按向下键展开',
  open: '展开选项',
  none: '没有符合的选项，请换一个说法',
  count: ({ count }: { count: number }) => `共 ${count} 项`,
  more: ({ count, total }: { count: number; total: number }) => `共 ${total} 项，已列出 ${count} 项，继续向下会列出更多`,
  loading: '正在查找…',
  failed: '暂时查不到，请稍后再试',
  again: '再试一次',
  againByKey: '按回车键也可以再试',
  stop: '。',
  options: ({ label }: { label: string }) => `${label}的选项`,
  remove: ({ label }: { label: string }) => `移除${label}`,
  chosen: ({ label }: { label: string }) => `已选择${label}`,
  removed: ({ label }: { label: string }) => `已移除${label}`,
  others: ({ count }: { count: number }) => `还有 ${count} 项`,
};

const en: MessagesLike<typeof zhCn> = {
  search: 'Type to search, or press the down key',
  open: 'Show options',
  none: 'Nothing fits; try other words',
  count: ({ count }) => (count === 1 ? '1 option' : `${count} options`),
  more: ({ count, total }) => `${total} options, ${count} of them listed; go on to see more`,
  loading: 'Searching…',
  failed: 'The search did not work; please try again later',
  again: 'Try again',
  againByKey: 'Enter tries again too',
  stop: '. ',
  options: ({ label }) => `Options of ${label}`,
  remove: ({ label }) => `Remove ${label}`,
  chosen: ({ label }) => `${label} chosen`,
  removed: ({ label }) => `${label} removed`,
  others: ({ count }) => `and ${count} more`,
};

export type ComboboxWords = MessagesLike<typeof zhCn>;
export const comboboxWords = wordTables<ComboboxWords>({ 'zh-CN': zhCn, en });
