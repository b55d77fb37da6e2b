import { wordTables } from '../../internal/word-tables.js';

export const autosaveWords = wordTables({
  'zh-CN': {
    kept: (time: string) => `已暂存在这台电脑 ${time}`, notKept: '这台电脑不让暂存，请及时保存', title: '上次没有保存的修改', newTitle: '上次没有保存的新方案', left: (when: string, files: string) => `${when}，${files}。`, typing: (label: string, text: string) => `当时正在填写“${label}”，还没有填完：${text}`,
    others: (files: string) => `此后又有人保存了${files}。恢复之后，这些文件以您的内容为准；请先看双方各改了什么。`, restore: '恢复', restoreOver: '用我的内容恢复', see: '看改了什么', hide: '收起', discard: '放弃', discardSurely: '确定放弃', keep: '留着', gone: '放弃后找不回来。', 
    mine: '您没有保存的修改', theirs: '此后保存的修改', restored: '已恢复，还没有保存。', discarded: '已放弃。', unreadable: '有一处读不出来，下面按文字对照。', list: '、',
  },
  en: {
    kept: (time: string) => `kept on this computer at ${time}`, notKept: 'this computer keeps nothing: save often', title: 'Changes that were not saved', newTitle: 'A new scheme that was not saved', left: (when: string, files: string) => `${when}: ${files}.`, typing: (label: string, text: string) => `“${label}” was being typed and not finished: ${text}`,
    others: (files: string) => `Somebody else has saved ${files} since. Restoring puts your version in these files; see first what each side has changed.`, restore: 'Restore', restoreOver: 'Restore mine', see: 'See what changed', hide: 'Hide', discard: 'Discard', discardSurely: 'Discard for good', keep: 'Keep', gone: 'What is discarded cannot be recovered.',
    mine: 'Your changes that were not saved', theirs: 'What was saved since', restored: 'Restored, not yet saved.', discarded: 'Discarded.', unreadable: 'A place cannot be read; below are the texts.', list: ', ',
  },
});

export type AutosaveWords = (typeof autosaveWords)['zh-CN'];
