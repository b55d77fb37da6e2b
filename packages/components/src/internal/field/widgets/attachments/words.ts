import type { Attachment } from '@cobuild/core';
import { wordTables } from '../../../word-tables.js';

/** Words of the screen for files. */
interface AttachmentsWords {
  readonly choose: string;
  readonly chooseFor: (params: { readonly kind: string }) => string;
  readonly orDrop: string;
  readonly rules: (params: { readonly accept: string; readonly size: string; readonly count: number | undefined }) => string;
  readonly template: string;
  readonly noStore: string;
  readonly none: string;
  readonly scan: Readonly<Record<Attachment['scan'], string>>;
  readonly remove: string;
  readonly removeNamed: (params: { readonly name: string }) => string;
  readonly removed: (params: { readonly name: string }) => string;
  readonly added: (params: { readonly name: string }) => string;
  readonly sending: (params: { readonly sent: string; readonly total: string }) => string;
  readonly progress: (params: { readonly name: string }) => string;
  readonly paused: string;
  readonly broken: string;
  /** `reason`: a sentence of the host. */
  readonly refused: (params: { readonly name: string; readonly reason: string }) => string;
  readonly pause: string;
  readonly resume: string;
  readonly retry: string;
  readonly cancel: string;
  readonly forFile: (params: { readonly action: string; readonly name: string }) => string;
  readonly dismiss: string;
  readonly file: string;
  readonly kind: string;
  readonly size: string;
  readonly state: string;
}

export const attachmentsWords = wordTables<AttachmentsWords>({
  'zh-CN': {
    choose: '选择文件',
    chooseFor: ({ kind }) => `为“${kind}”选择文件`,
    orDrop: '也可以把文件拖到这里。',
    rules: ({ accept, size, count }) => [accept === '' ? '' : `可以上传：${accept}`, size === '' ? '' : `每个文件最大${size}`, count === undefined ? '' : `最多${count}个`].filter((part) => part !== '').join('；'),
    template: '下载空白表',
    noStore: '现在不能上传文件，请联系受理窗口。',
    none: '还没有文件。',
    scan: { pending: '正在做安全检查', clean: '已通过安全检查', quarantined: '没有通过安全检查，已隔离', failed: '安全检查没有完成' },
    remove: '删除',
    removeNamed: ({ name }) => `删除“${name}”`,
    removed: ({ name }) => `已删除“${name}”。`,
    added: ({ name }) => `“${name}”已上传。`,
    sending: ({ sent, total }) => `正在上传 ${sent} / ${total}`,
    progress: ({ name }) => `“${name}”的上传进度`,
    paused: '已暂停，没有上传完',
    broken: '没有上传完，请检查网络后继续',
    refused: ({ name, reason }) => `“${name}”没有收下：${reason}`,
    pause: '暂停',
    resume: '继续',
    retry: '重试',
    cancel: '取消',
    forFile: ({ action, name }) => `${action}“${name}”`,
    dismiss: '知道了',
    file: '文件',
    kind: '材料',
    size: '大小',
    state: '安全检查',
  },
  en: {
    choose: 'Choose files',
    chooseFor: ({ kind }) => `Choose files for “${kind}”`,
    orDrop: 'Or drop files here.',
    rules: ({ accept, size, count }) => [accept === '' ? '' : `Upload: ${accept}`, size === '' ? '' : `at most ${size} each`, count === undefined ? '' : `at most ${count}`].filter((part) => part !== '').join('; '),
    template: 'Download the blank form',
    noStore: 'Files cannot be uploaded at present. Please ask at the counter.',
    none: 'There are no files yet.',
    scan: { pending: 'Security check under way', clean: 'Passed the security check', quarantined: 'Did not pass the security check and is held back', failed: 'Could not be checked' },
    remove: 'Remove',
    removeNamed: ({ name }) => `Remove “${name}”`,
    removed: ({ name }) => `“${name}” was removed.`,
    added: ({ name }) => `“${name}” was uploaded.`,
    sending: ({ sent, total }) => `Uploading ${sent} of ${total}`,
    progress: ({ name }) => `Upload of “${name}”`,
    paused: 'Paused; not all of it has been sent',
    broken: 'Not all of it was sent. Check the network and go on',
    refused: ({ name, reason }) => `“${name}” was not taken: ${reason}`,
    pause: 'Pause',
    resume: 'Go on',
    retry: 'Try again',
    cancel: 'Cancel',
    forFile: ({ action, name }) => `${action}: “${name}”`,
    dismiss: 'All right',
    file: 'File',
    kind: 'Document',
    size: 'Size',
    state: 'Security check',
  },
});
