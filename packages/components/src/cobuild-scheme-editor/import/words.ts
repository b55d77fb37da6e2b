import { wordTables } from '../../internal/word-tables.js';

export const importWords = wordTables({
  'zh-CN': {
    importFiles: '导入', help: '选择导出的 .zip，或方案文件夹里的几个 .json；也可以把文件或整个文件夹拖到编辑器里。', importFolder: '导入文件夹', folderHelp: '选择整个方案文件夹，里面有 scheme.json。', drop: '放开，就导入这些文件', refusedTitle: '没有导入的文件', close: '知道了', opened: (n: number) => `已打开导入的方案，${n}个文件；还没有保存。`, whole: (n: number) => `已导入整个方案，${n}个文件；还没有保存，可以撤销。`, some: (files: string) => `已导入${files}；还没有保存，可以撤销。`, noScheme: '这些文件里没有 scheme.json，打不开方案。',
    refused: { notJson: (name: string) => `${name}不是 JSON 文件`, notZip: (name: string) => `${name}打不开，或者里面的文件太多`, tooLarge: (name: string) => `${name}超过 5 MB`, badName: (name: string) => `${name}的文件名里有不能用的字符`, unknown: (name: string) => `${name}不知道该放在方案的哪里` }, list: '、',
  },
  en: {
    importFiles: 'Import', help: 'Choose an exported .zip, or several .json files of a scheme folder; or drop files or a whole folder onto the editor.', importFolder: 'Import a folder', folderHelp: 'Choose the whole folder of a scheme, with scheme.json in it.', drop: 'Drop to import these files', refusedTitle: 'Files that were not imported', close: 'Close', opened: (n: number) => `The imported scheme is open, ${n} ${n === 1 ? 'file' : 'files'}; it is not saved yet.`, whole: (n: number) => `The whole scheme was imported, ${n} ${n === 1 ? 'file' : 'files'}; it is not saved yet and can be undone.`, some: (files: string) => `Imported: ${files}; not saved yet, can be undone.`, noScheme: 'There is no scheme.json among these files.',
    refused: { notJson: (name: string) => `${name} is not a JSON file`, notZip: (name: string) => `${name} cannot be opened, or has too many files`, tooLarge: (name: string) => `${name} is larger than 5 MB`, badName: (name: string) => `the name ${name} has characters that cannot be used`, unknown: (name: string) => `it is not clear where ${name} belongs in the scheme` }, list: ', ',
  },
});

export type ImportWords = (typeof importWords)['zh-CN'];
