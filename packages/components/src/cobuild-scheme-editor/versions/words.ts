import { wordTables } from '../../internal/word-tables.js';

export const versionsWords = wordTables({
  'zh-CN': {
    same: '两边说的一样。', places: (n: number) => `${n}处`, becomes: '改为', rewritten: '改写了，见文字对照。', breaking: '影响已打开的草稿', kinds: { added: '新增', removed: '去掉', changed: '改动', moved: '调序' },
    oldLine: '原行号', newLine: '现行号', lineKind: '增减', lineText: '内容', leftOut: '省略相同的行',
  },
  en: {
    same: 'Both sides say the same.', places: (n: number) => (n === 1 ? '1 place' : `${n} places`), becomes: 'becomes', rewritten: 'rewritten; the texts show how.', breaking: 'concerns open drafts', kinds: { added: 'new', removed: 'gone', changed: 'changed', moved: 'order' },
    oldLine: 'old line', newLine: 'new line', lineKind: 'more or less', lineText: 'text', leftOut: 'equal lines are left out',
  },
});

export type VersionsWords = (typeof versionsWords)['zh-CN'];
