import { wordTables } from '../internal/word-tables.js';

export const words = wordTables({
  'zh-CN': {
    basis: '依据', issuer: '公示单位', objection: '异议方式', objectionTerms: '异议须知', channels: '公示渠道', period: '公示期', periodOf: '公示期：', aside: ({ text }: { text: string }) => `（${text}）`, to: '至', provisional: '放假安排尚未公布，截止日可能调整', open: '公示中', ended: '公示期满', waiting: '有异议，待核实',
    masked: '已脱敏', empty: '目前没有公示的内容。通过以后需要公示的，会在这里列出。', object: '提出异议', text: '异议内容', textHelp: '请写明事实和理由。', contact: '联系方式（选填）', contactHelp: '只用于核实和答复，不会公开。', send: '提交异议', cancel: '取消', textMissing: '请填写异议内容', namedContact: '姓名和联系方式', contactMissing: '这次公示要求实名提出异议，请填写姓名和联系方式', print: '打印公示',
    maskedNote: '带“已脱敏”字样的内容按规定隐去了部分信息。', number: '序号', hash: '内容校验', plain: '下载文字版', plainName: ({ title }: { title: string }) => `${title}.txt`,
    search: '在公示里查找', found: ({ found, count }: { found: number; count: number }) => `共 ${count} 项，找到 ${found} 项`, none: '没有符合的内容。请换一个词。', expand: '展开', fold: '收起', item: ({ action, name }: { action: string; name: string }) => `${action}：${name}`, previous: '上一页', next: '下一页', page: ({ page, pages }: { page: number; pages: number }) => `第 ${page} 页，共 ${pages} 页`,
    refused: '公示内容里有个人号码，已停止显示。请公示单位核对、改正后重新公布。', refusedAt: ({ label, kinds }: { label: string; kinds: string }) => `“${label}”里有${kinds}：`,
  },
  en: {
    basis: 'Basis', issuer: 'Issued by', objection: 'How to object', objectionTerms: 'Objections', channels: 'Published at', period: 'Period', periodOf: 'Period: ', aside: ({ text }: { text: string }) => ` (${text})`, to: 'to', provisional: 'days off not announced yet; the end may move', open: 'open', ended: 'period over', waiting: 'objection pending',
    masked: 'masked', empty: 'Nothing is on notice at present. What was approved and has to be made public is listed here.', object: 'Object', text: 'Objection', textHelp: 'State facts and reasons.', contact: 'How to reach you (optional)', contactHelp: 'Used for verification only, never published.', send: 'Send objection', cancel: 'Cancel', textMissing: 'Enter the objection', namedContact: 'Your name and how to reach you', contactMissing: 'This notice takes objections with a name only: say who you are and how to reach you', print: 'Print notice',
    maskedNote: 'Parts marked “masked” are hidden as the rules require.', number: 'No.', hash: 'Content hash', plain: 'Download as text', plainName: ({ title }: { title: string }) => `${title}.txt`,
    search: 'Search the notice', found: ({ found, count }: { found: number; count: number }) => `${found} of ${count}`, none: 'Nothing is like that. Try another word.', expand: 'Show all', fold: 'Show less', item: ({ action, name }: { action: string; name: string }) => `${action}: ${name}`, previous: 'Previous page', next: 'Next page', page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
    refused: 'The notice holds personal numbers and is not shown. Whoever issues it has to mend it and publish it again.', refusedAt: ({ label, kinds }: { label: string; kinds: string }) => `“${label}” holds a ${kinds}: `,
  },
});
