import { wordTables } from '../word-tables.js';


/** What a field says while its widget is on the way. */
interface LateWords {
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
}

export const lateWords = wordTables<LateWords>({
  'zh-CN': { loading: '正在载入…', failed: '这一项没有载入，其他内容不受影响。请检查网络后重试。', again: '重新载入' },
  en: { loading: 'Loading…', failed: 'This question could not be loaded; everything else works. Check the network and try again.', again: 'Try again' },
});
