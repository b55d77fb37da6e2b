import { englishWords } from '../../../locales/messages.js';
import { wordTables } from '../../word-tables.js';

export const inBrackets = (label: string, open: string, close: string): string => (label === '' ? '' : `${open}${label}${close}`);

const zhCn = {
  copyItem: ({ label, position }: { label: string; position: number }) => `复制${label}第 ${position} 项`,
  itemCopied: ({ label, position }: { label: string; position: number }) => `已复制为${label}第 ${position} 项。`,
  undo: '撤销',
  redo: '重做',
  undoAndRedo: '撤销与重做',
  undone: ({ label }: { label: string }) => `已撤销${inBrackets(label, '：', '')}。`,
  redone: ({ label }: { label: string }) => `已重做${inBrackets(label, '：', '')}。`,
};

export type ItemWords = typeof zhCn;

/** Words of what can be done with the items of a list, and of taking changes back. */
export const itemWords = wordTables<ItemWords>({
  'zh-CN': zhCn,
  get en() {
    return englishWords.known?.itemEnglish ?? zhCn;
  },
});
