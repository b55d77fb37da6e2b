import { wordTables } from '../../internal/word-tables.js';

export const importWords = wordTables({
  'zh-CN': {
    importFiles: '导入', help: '选择导出的 .files.json，或方案文件夹里的几个 .json。', whole: (n: number) => `已导入整个方案，${n}个文件；还没有保存，可以撤销。`, some: (files: string) => `已导入${files}；还没有保存，可以撤销。`, noScheme: '这些文件里没有 scheme.json，打不开方案。',
    refused: { notJson: (name: string) => `${name}不是 JSON 文件`, tooLarge: (name: string) => `${name}超过 5 MB`, badName: (name: string) => `${name}的文件名里有不能用的字符`, unknown: (name: string) => `${name}不知道该放在方案的哪里` }, list: '、',
  },
  en: {
    importFiles: 'Import', help: 'Choose an exported .files.json, or several .json files of a scheme folder.', whole: (n: number) => `The whole scheme was taken in, ${n} ${n === 1 ? 'file' : 'files'}; it is not saved yet and can be undone.`, some: (files: string) => `Taken in: ${files}; not saved yet, can be undone.`, noScheme: 'There is no scheme.json among these files.',
    refused: { notJson: (name: string) => `${name} is no JSON file`, tooLarge: (name: string) => `${name} is larger than 5 MB`, badName: (name: string) => `the name ${name} has characters that cannot be used`, unknown: (name: string) => `where ${name} belongs in the scheme is not known` }, list: ', ',
  },
});

export type ImportWords = (typeof importWords)['zh-CN'];
