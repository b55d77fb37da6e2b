import type { Locale } from '../../problems/problem.js';
import type { RecordSentences } from '../record-problems.js';

const text = (value: unknown): string => String(value);

/**
 * Types that are let in, as people call them: `.pdf、图片`.
 *
 * @example typesText(['.pdf', 'image/*'], 'en') // '.pdf, images'
 */
export function typesText(types: readonly string[], locale: Locale): string {
  const words = TYPES[locale];
  return types.map((type) => (Object.prototype.hasOwnProperty.call(words, type) ? (words[type] as string) : type)).join(locale === 'en' ? ', ' : '、');
}

const TYPES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { 'image/*': '图片', 'audio/*': '录音', 'video/*': '视频' },
  en: { 'image/*': 'images', 'audio/*': 'sound recordings', 'video/*': 'videos' },
};

/** A size for people: 1 MB is 1,048,576 bytes, as the screens of file managers have it; rounded up, so that a file over a limit never looks as if it fitted. */
export function sizeText(bytes: unknown): string {
  const size = Number(bytes);
  const unit = size >= 1024 ** 3 ? { name: 'GB', of: 1024 ** 3 } : size >= 1024 ** 2 ? { name: 'MB', of: 1024 ** 2 } : size >= 1024 ? { name: 'KB', of: 1024 } : { name: 'B', of: 1 };
  return `${Math.ceil((size / unit.of) * 10) / 10} ${unit.name}`;
}

/** What is wrong with files. */
export const attachmentSentences = {
  'zh-CN': {
    'attachments/content': (p) => ({ message: `“${text(p['name'])}”的文件内容不能放在表单数据里`, remedy: '请重新上传这个文件。' }),
    'attachments/id': (p) => ({ message: `第${text(p['row'])}个文件没有上传成功`, remedy: '请重新上传。' }),
    'attachments/twice': (p) => ({ message: `“${text(p['name'])}”添加了两次` }),
    'attachments/type': (p) => ({ message: `“${text(p['name'])}”的类型不能上传`, remedy: `可以上传：${text(p['accept'])}。` }),
    'attachments/empty': (p) => ({ message: `“${text(p['name'])}”是空文件` }),
    'attachments/size': (p) => ({ message: `“${text(p['name'])}”有${sizeText(p['size'])}，每个文件最大${sizeText(p['maximum'])}` }),
    'attachments/total': (p) => ({ message: `文件合计${sizeText(p['size'])}，最大${sizeText(p['maximum'])}` }),
    'attachments/few': (p) => ({ message: `至少上传${text(p['minimum'])}个文件，现有${text(p['count'])}个` }),
    'attachments/many': (p) => ({ message: `最多上传${text(p['maximum'])}个文件，现有${text(p['count'])}个` }),
    'attachments/kind-unknown': (p) => ({ message: `请说明“${text(p['name'])}”是什么材料` }),
    'attachments/kind-few': (p) => ({ message: `“${text(p['kind'])}”至少上传${text(p['minimum'])}个，现有${text(p['count'])}个` }),
    'attachments/kind-many': (p) => ({ message: `“${text(p['kind'])}”最多上传${text(p['maximum'])}个，现有${text(p['count'])}个` }),
    'attachments/quarantined': (p) => ({ message: `“${text(p['name'])}”没有通过安全检查，已隔离，不能提交`, remedy: '请删去它，换一个文件。' }),
    'attachments/pending': (p) => ({ message: `“${text(p['name'])}”正在做安全检查`, ...(p['blocks'] === true ? { remedy: '检查完成后才能提交。' } : {}) }),
    'attachments/failed': (p) => ({ message: `“${text(p['name'])}”的安全检查没有完成`, remedy: '请重新上传。' }),
    'attachments/personal-name': (p) => ({ message: `文件名“${text(p['name'])}”里有身份证号、电话或账号，没有公开`, remedy: '请改文件名后重新上传。' }),
  },
  en: {
    'attachments/content': (p) => ({ message: `The content of “${text(p['name'])}” cannot be kept among the answers.`, remedy: 'Upload the file again.' }),
    'attachments/id': (p) => ({ message: `File ${text(p['row'])} was not uploaded.`, remedy: 'Upload it again.' }),
    'attachments/twice': (p) => ({ message: `“${text(p['name'])}” was added twice.` }),
    'attachments/type': (p) => ({ message: `Files such as “${text(p['name'])}” cannot be uploaded.`, remedy: `Upload: ${text(p['accept'])}.` }),
    'attachments/empty': (p) => ({ message: `“${text(p['name'])}” is empty.` }),
    'attachments/size': (p) => ({ message: `“${text(p['name'])}” has ${sizeText(p['size'])}; a file has at most ${sizeText(p['maximum'])}.` }),
    'attachments/total': (p) => ({ message: `The files have ${sizeText(p['size'])} together, at most ${sizeText(p['maximum'])} are allowed.` }),
    'attachments/few': (p) => ({ message: `At least ${text(p['minimum'])} files are needed; there are ${text(p['count'])}.` }),
    'attachments/many': (p) => ({ message: `At most ${text(p['maximum'])} files are allowed; there are ${text(p['count'])}.` }),
    'attachments/kind-unknown': (p) => ({ message: `Say what “${text(p['name'])}” is.` }),
    'attachments/kind-few': (p) => ({ message: `“${text(p['kind'])}”: at least ${text(p['minimum'])} needed; there are ${text(p['count'])}.` }),
    'attachments/kind-many': (p) => ({ message: `“${text(p['kind'])}”: at most ${text(p['maximum'])} allowed; there are ${text(p['count'])}.` }),
    'attachments/quarantined': (p) => ({ message: `“${text(p['name'])}” did not pass the security check and is held back; it cannot be submitted.`, remedy: 'Remove it and upload another file.' }),
    'attachments/pending': (p) => ({ message: `“${text(p['name'])}” is being checked.`, ...(p['blocks'] === true ? { remedy: 'The form can be submitted when the check is done.' } : {}) }),
    'attachments/failed': (p) => ({ message: `“${text(p['name'])}” could not be checked.`, remedy: 'Upload it again.' }),
    'attachments/personal-name': (p) => ({ message: `The file name “${text(p['name'])}” holds a personal number; the file was not published.`, remedy: 'Change its name and upload it again.' }),
  },
} satisfies RecordSentences;

export type AttachmentCode = keyof (typeof attachmentSentences)['zh-CN'];
