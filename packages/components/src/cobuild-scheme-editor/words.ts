import { wordTables } from '../internal/word-tables.js';

/** Looked up by a name of the format. */
const named = (names: Readonly<Record<string, string>>): Readonly<Record<string, string>> => names;

export const words = wordTables({
  'zh-CN': {
    title: '方案编辑器', outline: '方案目录', overview: '概况', content: '正在编辑', tests: '测试', undo: '撤销', redo: '重做', save: '保存', saved: '没有未保存的修改', changed: (n: number) => `${n}个文件有修改`,
    exportFiles: '导出', empty: '还没有打开方案。', newScheme: '新建方案', newTitle: '方案名称', newId: '方案代号', newIdHelp: '可以不改。字母开头，只用字母、数字和连字符；文件夹用同一个名字。', create: '新建', beginWith: '从哪里开始', blank: '空白方案', broken: '这个方案的文件有一处读不出来，先在“源文件”里改好，其余部分才能逐项编辑。',
    add: '添加', addThing: (kind: string) => `添加${kind}`, addSetting: '添加设置', addPart: (title: string) => `添加“${title}”`, choose: '请选择', chooseSetting: '选择…', removeThing: (title: string) => `删除“${title}”`, 
    up: (title: string) => `上移“${title}”`, down: (title: string) => `下移“${title}”`, absent: '未设', none: '还没有。', required: '必填', chinese: '中文', english: '英文',
    way: '取值方式', value: '直接填写', parameter: '引用参数', undecided: '尚未决定', undecidedHelp: '来源没有说明，也还没有人决定。可以保存和测试，不能发布。', whichParameter: '哪个参数', 
    numerator: '分子', denominator: '分母', amount: '数量', unit: '单位', key: '代号', keyHelp: '字母开头，只用字母、数字和连字符。', keyTaken: (key: string) => `已经有“${key}”了，请换一个代号。`, keyWrong: '代号要以字母开头，只用字母、数字和连字符。',
    notNumber: '这里要填数字。', lines: '每行写一项。', yes: '是', no: '否', page: '打开', other: '这里的内容在“源文件”里编辑。', cannot: '底本里的这一项只能改，不能删掉。', comment: '批注',
    stated: '原文规定', inferred: '推定', invented: '虚构', sentence: '这条规则的意思', range: (from: string, to: string) => (to === '' ? `不少于 ${from}` : from === '' ? `不超过 ${to}` : `可以在 ${from} 到 ${to} 之间`), clause: (source: string) => `依据：${source}`, noCondition: '还没有写条件。',
    problemsCount: (n: number) => `问题（${n}）`, testsCount: (passed: number, all: number) => `测试（${passed}/${all}）`, tasks: '待决定', tasksCount: (n: number) => `待决定（${n}）`, noProblems: '没有问题。', noTests: '还没有测试。', noTasks: '没有尚未决定的内容。', waiting: '关系到', checking: '正在检查……',
    passed: '通过', failed: '未通过', error: '错误', warning: '注意', info: '说明', drawer: '检查结果', undone: '已撤销', redone: '已重做', 
    file: '文件', guided: '逐项编辑', source: '源文件', preview: '预览', cursorHelp: 'Ctrl+空格 看可以写什么。',
    all: '全部满足', any: '满足任一', not: '不满足', named: '公用条件', comparison: '比较', fact: '比较什么', operator: '怎样比较', compareWith: '与什么比较', group: '条件组', addComparison: '添加比较', addGroup: '添加条件组', addNamed: '添加公用条件', withValue: '一个值', withFact: '另一项信息', otherFact: '其他信息',
    operators: named({ equal: '等于', notEqual: '不等于', lessThan: '小于', lessThanInclusive: '不大于', greaterThan: '大于', greaterThanInclusive: '不小于', in: '是其中之一', notIn: '不是其中任何一个', contains: '包含', doesNotContain: '不包含' }),
    decorators: named({ everyFact: '每一项都', someFact: '至少有一项', everyValue: '对每个值都', someValue: '对任一个值', not: '并非' }), formSettings: '表单设置', ruleSays: '这条规则的意思', isNow: (value: string) => `现为 ${value}`,
    fields: '字段', newField: '添加字段', fieldKind: '字段种类', addField: '添加', unplaced: '没有放进任何栏目的字段', moveTo: '移到栏目', name: '名称',
    limits: named({ minLength: '最少字数', maxLength: '最多字数', minimum: '下限', maximum: '上限', minItems: '最少项数', maxItems: '最多项数' }),
  },
  en: {
    title: 'Scheme editor', outline: 'Contents of the scheme', overview: 'Overview', content: 'Being edited', tests: 'Tests', undo: 'Undo', redo: 'Redo', save: 'Save', saved: 'No unsaved changes', changed: (n: number) => `${n} ${n === 1 ? 'file has' : 'files have'} changed`,
    exportFiles: 'Export', empty: 'No scheme is open.', newScheme: 'New scheme', newTitle: 'Title of the scheme', newId: 'Id of the scheme', newIdHelp: 'May stay as it is. Begins with a letter; letters, digits and hyphens only. The folder has the same name.', create: 'Create', beginWith: 'Begin with', blank: 'A blank scheme', broken: 'One of the files cannot be read. Correct it under “Source files” first; then the parts can be edited one by one.',
    add: 'Add', addThing: (kind: string) => `Add ${kind}`, addSetting: 'Add a setting', addPart: (title: string) => `Add “${title}”`, choose: 'Choose', chooseSetting: 'Choose …', removeThing: (title: string) => `Remove “${title}”`, 
    up: (title: string) => `Move “${title}” up`, down: (title: string) => `Move “${title}” down`, absent: 'not set', none: 'None yet.', required: 'required', chinese: 'Chinese', english: 'English',
    way: 'Given as', value: 'A value', parameter: 'A parameter', undecided: 'Not decided yet', undecidedHelp: 'The source does not say, and nobody has decided. It can be saved and tested, but not published.', whichParameter: 'Which parameter', 
    numerator: 'Numerator', denominator: 'Denominator', amount: 'Number', unit: 'Unit', key: 'Key', keyHelp: 'Begins with a letter; letters, digits and hyphens only.', keyTaken: (key: string) => `There is “${key}” already. Take another key.`, keyWrong: 'A key begins with a letter and has letters, digits and hyphens only.',
    notNumber: 'A number is wanted here.', lines: 'One item in each line.', yes: 'Yes', no: 'No', page: 'Open', other: 'This is edited under “Source files”.', cannot: 'What the base scheme says here can be changed, but not removed.', comment: 'Comment',
    stated: 'stated', inferred: 'inferred', invented: 'invented', sentence: 'What this rule says', range: (from: string, to: string) => (to === '' ? `at least ${from}` : from === '' ? `at most ${to}` : `may lie between ${from} and ${to}`), clause: (source: string) => `Source: ${source}`, noCondition: 'No condition yet.',
    problemsCount: (n: number) => `Problems (${n})`, testsCount: (passed: number, all: number) => `Tests (${passed}/${all})`, tasks: 'To decide', tasksCount: (n: number) => `To decide (${n})`, noProblems: 'No problems.', noTests: 'No tests yet.', noTasks: 'Nothing is left to decide.', waiting: 'Affects', checking: 'Checking …',
    passed: 'passed', failed: 'failed', error: 'Error', warning: 'Warning', info: 'Note', drawer: 'Checks', undone: 'Undone', redone: 'Redone', 
    file: 'File', guided: 'Guided', source: 'Source files', preview: 'Preview', cursorHelp: 'Ctrl+Space shows what may be written.',
    all: 'all of', any: 'any of', not: 'not', named: 'shared condition', comparison: 'comparison', fact: 'What is compared', operator: 'How', compareWith: 'With what', group: 'Group', addComparison: 'Add a comparison', addGroup: 'Add a group', addNamed: 'Add a shared condition', withValue: 'a value', withFact: 'other information', otherFact: 'other information',
    operators: named({ equal: 'is', notEqual: 'is not', lessThan: 'is less than', lessThanInclusive: 'is at most', greaterThan: 'is more than', greaterThanInclusive: 'is at least', in: 'is one of', notIn: 'is none of', contains: 'contains', doesNotContain: 'does not contain' }),
    decorators: named({ everyFact: 'each item ', someFact: 'some item ', everyValue: 'for each value ', someValue: 'for some value ', not: 'not: ' }), formSettings: 'Settings of the form', ruleSays: 'What this rule says', isNow: (value: string) => `now ${value}`,
    fields: 'Fields', newField: 'Add a field', fieldKind: 'Kind of field', addField: 'Add', unplaced: 'Fields in no section', moveTo: 'Move to section', name: 'Title',
    limits: named({ minLength: 'Fewest characters', maxLength: 'Most characters', minimum: 'Minimum', maximum: 'Maximum', minItems: 'Fewest items', maxItems: 'Most items' }),
  },
});

/** The editor's words in one language. */
export type EditorWords = (typeof words)['zh-CN'];
