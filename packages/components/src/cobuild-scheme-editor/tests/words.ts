import { wordTables } from '../../internal/word-tables.js';

export const testsWords = wordTables({
  'zh-CN': {
    fromCase: '用哪件案件生成测试', make: '生成测试', fromPreview: '预览里填写的申报', privacy: '案件会写进方案的文件里，真实姓名和号码请先换掉。', made: '已按现在的结果生成测试，请核对预期结果。', broken: '先把方案里的错误改好，才能按它判断案件。', previewEmpty: '在“预览”里填写一份申报，或由所在页面提供以往案件，就能一键生成测试。',
    answers: (count: number) => `${count}项答案：打开申报表查看和修改`, answersHelp: '按申报表填写，改了就写进这个测试的案件。表单不会提交的答案（例如已经隐藏的）会从案件里去掉。',
    holds: '现在的结果和预期一样。', fails: '现在的结果和预期不一样：', why: '这个结果是怎样得出的',
  },
  en: {
    fromCase: 'Make a test from', make: 'Make a test', fromPreview: 'what is filled in in the preview', privacy: 'The case is written into the files of the scheme: replace the names and numbers of real people first.', made: 'A test was made with the present outcome. Check what it expects.', broken: 'Correct the errors in the scheme first; then it can decide cases.', previewEmpty: 'Fill in the form in the preview, or let the page supply past cases: then one click makes a test.',
    answers: (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}: open the form to see and change them`, answersHelp: 'Filled in as on the application form; each change is written into the case of this test. Answers that the form would not hand in, such as hidden ones, leave the case.',
    holds: 'What comes out is what the test expects.', fails: 'What comes out is not what the test expects:', why: 'How this outcome came about',
  },
});

export type TestsWords = (typeof testsWords)['zh-CN'];
