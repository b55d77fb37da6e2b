import { wordTables } from '../../internal/word-tables.js';

export const versionsWords = wordTables({
  'zh-CN': {
    same: '两边说的一样。', places: (n: number) => `${n}处`, becomes: '改为', gained: '增加：', lost: '去掉：', rewritten: '改写了，见文字对照。', breaking: '影响已打开的草稿', kinds: { added: '新增', removed: '去掉', changed: '改动', moved: '调序' },
    oldLine: '原行号', newLine: '现行号', lineKind: '增减', lineText: '内容', leftOut: '省略相同的行',
    versions: '版本', current: '正在编辑的', saved: '上次保存的', version: (number: string) => `版本 ${number}`, number: '版本号', when: '发布时间', who: '发布人', nobody: '未记录', state: '状态', active: '现行', former: '以往', look: '比较', withCurrent: '与正在编辑的比较', published: '已发布的版本', none: '还没有发布过。下面可以看正在编辑的与上次保存的有什么不同。',
    from: '从', to: '到', how: '怎样看', faces: { words: '逐条说明', texts: '文字对照' }, difference: (from: string, to: string) => `${from}与${to}的不同`, failed: '这个版本取不出来。', retry: '再取一次', loading: '正在取……', total: (n: number) => `共${n}处不同。`, unreadable: '有一边读不出来，不能对照。', wholeText: '方案全文',
  },
  en: {
    same: 'Both sides say the same.', places: (n: number) => (n === 1 ? '1 place' : `${n} places`), becomes: 'becomes', gained: 'gained: ', lost: 'lost: ', rewritten: 'rewritten; the texts show how.', breaking: 'affects open drafts', kinds: { added: 'new', removed: 'removed', changed: 'changed', moved: 'moved' },
    oldLine: 'old line', newLine: 'new line', lineKind: 'change', lineText: 'text', leftOut: 'unchanged lines are left out',
    versions: 'Versions', current: 'being edited', saved: 'last saved', version: (number: string) => `version ${number}`, number: 'Version', when: 'Published', who: 'By', nobody: 'not recorded', state: 'State', active: 'in force', former: 'former', look: 'Compare', withCurrent: 'Compare with what is being edited', published: 'Published versions', none: 'Nothing has been published yet. Below are the differences between what is being edited and what was last saved.',
    from: 'From', to: 'to', how: 'Shown as', faces: { words: 'Sentences', texts: 'Texts' }, difference: (from: string, to: string) => `From ${from} to ${to}`, failed: 'This version cannot be fetched.', retry: 'Try again', loading: 'Loading …', total: (n: number) => (n === 1 ? '1 difference.' : `${n} differences.`), unreadable: 'One side cannot be read.', wholeText: 'the whole scheme',
  },
});

export type VersionsWords = (typeof versionsWords)['zh-CN'];
