import { wordTables } from '../locales/word-tables.js';
import type { FileFault } from './draft-file-content.js';

/** What is wrong with a file, and what to do. */
export const fileWords = wordTables<Readonly<Record<FileFault, { readonly message: string; readonly remedy: string }>>>({
  'zh-CN': {
    'other-file': { message: '这不是草稿文件。', remedy: '请选择当时导出的草稿文件。' },
    damaged: { message: '草稿文件已损坏，内容不完整或被改动过。', remedy: '请重新复制一份原来的文件，或者重新导出。' },
    newer: { message: '草稿文件是用更新版本的系统导出的，这里读不了。', remedy: '请刷新页面后再试，或者到导出它的系统里打开。' },
    'wrong-pass-phrase': { message: '密码不对。', remedy: '请核对大小写和中英文输入状态后再输入一次。' },
  },
  en: {
    'other-file': { message: 'This is not a draft file.', remedy: 'Choose the file that was exported as a draft.' },
    damaged: { message: 'The draft file is damaged: it is incomplete or was changed.', remedy: 'Copy the original file again, or export it again.' },
    newer: { message: 'The draft file was exported by a newer version and cannot be read here.', remedy: 'Reload the page and try again, or open it where it was exported.' },
    'wrong-pass-phrase': { message: 'The pass phrase is wrong.', remedy: 'Check capital letters and the input language, and enter it again.' },
  },
});
