import { wordTables } from '../../internal/word-tables.js';

/** Words of the page that goes through the changes of a base. */
export const baseWords = wordTables({
  'zh-CN': {
    noticeTitle: '底本有改动', notice: '本方案所依据的底本，在上次核对以后又改了。请看一看改了什么、和本方案有没有冲突。', look: '逐项核对',
    heading: '底本改了什么', intro: (all: number) => (all === 0 ? '底本和上次核对时说的一样。' : `底本和上次核对时相比，共有${all}处变化。`), left: (n: number) => (n === 0 ? '都已决定。' : `还有${n}处要您决定。`),
    unread: '有文件读不出来，暂时不能核对。请先在“源文件”里改好。',
    conflicts: '底本改了，本方案自己也有规定', conflictsHelp: '在您采用底本之前，仍按本方案自己的办。', gone: '底本已经去掉，本方案还在说', goneHelp: '不处理的话，这些地方会成为错误。', through: '不用决定，直接生效', throughHelp: '本方案没有另作规定，或者说的和底本一样。',
    before: '底本原来', now: '底本现在', own: '本方案', nothing: '没有', removedHere: '已删去', goneNow: '已去掉', rewritten: '改写了', around: '整项不同', ownNow: '已是本方案自己的内容', sameNow: '与本方案一致',
    take: '采用底本的', keep: '保留本方案的', takeAll: '全部采用底本的', keepAll: '全部保留本方案的', drop: '从本方案去掉', adopt: '留作本方案自己的', kept: '已定：保留本方案的', again: '重新决定', mustTake: '不能保留：', go: '去修改',
    mention: { after: (title: string) => `“${title}”排在底本的一项之后，而那一项已经没有了`, test: (id: string) => `replacesTests 里列着测试“${id}”，底本已经没有它` },
    finish: '核对完毕', finishHelp: '会在方案里记下核对过的底本，以后底本再改，就从这里算起。', notYet: '上面各处都决定以后才能点。', finished: '已记下核对过的底本，还没有保存。', taken: (n: number) => `${n}处已采用底本的，可以撤销。`, keptSaid: (n: number) => `${n}处保留本方案的。`, count: (n: number) => `（${n}）`, colon: '：',
  },
  en: {
    noticeTitle: 'The base has changed', notice: 'The scheme that this one extends has changed since the last review. See what has changed, and whether anything conflicts with this scheme.', look: 'Go through the changes',
    heading: 'What the base has changed', intro: (all: number) => (all === 0 ? 'The base says what it said at the last review.' : `Since the last review the base has changed in ${all} ${all === 1 ? 'place' : 'places'}.`), left: (n: number) => (n === 0 ? 'Everything is decided.' : `${n} ${n === 1 ? 'is' : 'are'} still yours to decide.`),
    unread: 'A file cannot be read, so that nothing can be compared. Correct it under “Source files” first.',
    conflicts: 'Changed by the base, and also set by this scheme', conflictsHelp: 'This scheme’s own version stays in force until you take the base’s.', gone: 'Removed from the base, still used here', goneHelp: 'Left as they are, these places become errors.', through: 'Nothing to decide: in force at once', throughHelp: 'This scheme does not set these, or says the same.',
    before: 'Base before', now: 'Base now', own: 'This scheme', nothing: 'nothing', removedHere: 'removed', goneNow: 'removed', rewritten: 'rewritten', around: 'differs as a whole', ownNow: 'this scheme’s own now', sameNow: 'the same as here',
    take: 'Take the base’s', keep: 'Keep ours', takeAll: 'Take the base’s everywhere', keepAll: 'Keep ours everywhere', drop: 'Take it out here', adopt: 'Keep it as our own', kept: 'Decided: ours stays', again: 'Decide again', mustTake: 'Cannot stay: ', go: 'Change it',
    mention: { after: (title: string) => `“${title}” stands after something of the base that is not there any more`, test: (id: string) => `replacesTests names the test “${id}”, which the base does not have any more` },
    finish: 'Review done', finishHelp: 'Writes down in the scheme which base was reviewed; later changes are counted from there.', notYet: 'Possible once everything above is decided.', finished: 'The reviewed base is written down, and not saved yet.', taken: (n: number) => `The base’s version is taken in ${n} ${n === 1 ? 'place' : 'places'}; it can be undone.`, keptSaid: (n: number) => `Ours stays in ${n} ${n === 1 ? 'place' : 'places'}.`, count: (n: number) => ` (${n})`, colon: ': ',
  },
});

export type BaseWords = (typeof baseWords)['zh-CN'];
