import { wordTables } from '../../internal/word-tables.js';

export const previewWords = wordTables({
  'zh-CN': {
    who: '谁在看', fill: '申报人填写', member: '委员（在会上表决）', everyone: '公众', notice: (title: string) => `公示：${title}`, form: '表单', stage: '环节', language: '语言', width: '宽度', desktop: '电脑', phone: '手机', sample: '填入示例', empty: '清空',
    note: '预览用的是真正的页面。内容是示例，不会保存；改了方案，已填的内容还在。', sampleNote: '下面是示例申报，在这里办理不会保存。', noForm: '这个方案还没有表单。', noStage: '全部环节（只看答案）',
    sampleMember: (number: number) => `示例委员${number}`,
  },
  en: {
    who: 'Seen by', fill: 'Applicant, filling in', member: 'Committee member, voting', everyone: 'The public', notice: (title: string) => `Notice: ${title}`, form: 'Form', stage: 'Stage', language: 'Language', width: 'Width', desktop: 'Desktop', phone: 'Phone', sample: 'Fill with samples', empty: 'Empty',
    note: 'This is the real page. What is in it is a sample and is not kept; it stays while the scheme is changed.', sampleNote: 'This is a sample application: nothing that is done here is kept.', noForm: 'This scheme has no form yet.', noStage: 'All stages (answers only)',
    sampleMember: (number: number) => `Sample member ${number}`,
  },
});
