import type { Locale } from '../../problems/problem.js';

/** What is written under such a title or name; the first that fits. Nobody and nothing of these is real. */
const TEXTS: readonly (readonly [pattern: RegExp, chinese: readonly string[], english: readonly string[]])[] = [
  [/项目名称|项目$|projectName/i, ['村口凉亭修缮项目', '村道照明项目'], ['Repair of the pavilion', 'Street lights']],
  [/开户|银行|bank(?!Account)/i, ['农村商业银行荷城支行'], ['Rural Commercial Bank, Hecheng branch']],
  [/书记|联系人|负责人|姓名|名字|申请人|经办|户主|代表|签名|person|contactName|secretary|leader|householder/i, ['陈伟明', '李秀英', '黄志强'], ['Chen Weiming', 'Li Xiuying', 'Huang Zhiqiang']],
  [/组织|单位|机构|企业|公司|organi[sz]ation|payeeName|company/i, ['上秀村党支部', '荷城街道志愿服务队'], ['Party branch of Shangxiu', 'Hecheng volunteers']],
  [/地址|地点|位置|场所|address|place|site/i, ['佛山市高明区荷城街道上秀村中心路8号'], ['8 Zhongxin Road, Shangxiu village']],
  [/村|社区|village|community/i, ['上秀村', '下水村'], ['Shangxiu', 'Xiashui']],
  [/进度|工作|任务|步骤|milestone|task|step/i, ['完成设计和报价', '施工和验收'], ['Design and quotes', 'Building and acceptance']],
  [/单位|unit/i, ['项'], ['piece']],
  [/背景|需求|理由|原因|必要|need|background|reason/i, ['凉亭使用多年，屋面漏水，雨天村民无处休息，群众多次提出修缮。'], ['The pavilion is old and its roof leaks; people have asked for its repair many times.']],
  [/内容|计划|方案|措施|做法|content|plan|measure/i, ['更换屋面和座椅，加装照明，由村民义务清理周边。'], ['Replace roof and seats, add lights; residents clear the surroundings.']],
  [/成效|效果|目标|effect|target|result/i, ['八十户村民有安全的休息场所，年内完工并投入使用。'], ['Eighty households have a safe place to rest before the end of the year.']],
];

/** A text that people could have written under a title, as long as it has to be and no longer than it may be (in characters). */
export function sampleText(title: string, name: string, locale: Locale, index: number, shortest: number, longest: number): string {
  const known = TEXTS.find(([pattern]) => pattern.test(title)) ?? TEXTS.find(([pattern]) => pattern.test(name));
  const list = known?.[locale === 'en' ? 2 : 1];
  const label = title === '' ? name : title;
  const text = list?.[index % list.length] ?? (locale === 'en' ? `Sample ${label} ${index + 1}` : `${label}示例${index === 0 ? '' : index + 1}`);
  const more = locale === 'en' ? ' This is a sample.' : '此为示例内容。';
  const letters = [...text];
  while (letters.length < shortest) letters.push(...more);
  return letters.slice(0, Math.max(shortest, longest)).join('');
}
