import { wordTables } from '../../word-tables.js';

/** Words that all records share. */
interface RecordPartWords {
  readonly undo: string;
  readonly broughtBack: string;
  readonly choose: string;
}

export const recordWords = wordTables<RecordPartWords>({
  'zh-CN': { undo: '撤销', broughtBack: '已恢复。', choose: '请选择' },
  en: { undo: 'Undo', broughtBack: 'Brought back.', choose: 'Choose' },
});
