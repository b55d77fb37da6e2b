import type { Locale } from '@cobuild/core';

/** A page in words; where the scheme names what is done there, `titleOf` has the name. */
interface PageWords { readonly title: string; readonly lead: string; readonly door: string }

const chinese = {
  portal: '党群共建',
  skip: '跳到正文',
  navigation: '主导航',
  languages: '语言',
  first: '首页',
  doors: '办事入口',
  others: '其他方案',
  about: '这是CoBuild的演示门户。方案来自公开报道，标有“虚构”的内容是为演示补充的，不是实际规定。',
  /** Between the names of stages or roles. */
  list: (names: readonly string[]) => names.join('、'),
  apply: (who: string): PageWords => ({ title: '申报', lead: '填写的内容会自动保存，可以随时离开，以后继续。', door: `${who}填写并提交` }),
  board: { title: '办理看板', lead: '每一件走到哪一步、由谁办、什么时候到期，都在这里；到自己手里的直接办理。', door: '按步骤查看和办理' },
  intake: { title: '代为录入', lead: '把纸质申报或者各单位报来的Excel表一次录入。合格的收下，不合格的逐行逐列说明原因。', door: '用Excel表代为录入申报' },
  review: (who: string): PageWords => ({ title: '审核办理', lead: '对照填写的内容逐项办理，每一步都留下记录。', door: `${who}办理` }),
  scores: { title: '评分', lead: '每位评委独立打分；全部交齐之前，看不到别人的分数。', door: '评委打分，查看排名' },
  committee: { title: '表决和公示', lead: '签到、回避、表决和公示都在这里办理。', door: '签到、回避、表决、公示' },
  vote: { title: '群众投票', lead: '每人凭实名投票，选了谁只进票箱，任何人都看不到。', door: '群众投票、查看结果' },
  public: { title: '结果公示', lead: '公示期内，任何人都可以对公示的内容提出异议。', door: '党员群众查看结果、提出异议' },
  progress: { title: '进展公开', lead: '立项项目的进展和结果，任何人都可以查看和留言。', door: '查看项目进展，留言' },
  projects: (money: boolean): PageWords => ({ title: '立项项目', lead: '合同、资金、报告、监督和档案，一个项目一份。', door: money ? '合同、拨付、报告、监督、档案' : '报告、监督、档案' }),
  register: { title: '名册和评定', lead: '名册里每一条的得分、等次和奖励，按方案计算。', door: '名册、评分、定级、奖励' },
  statistics: { title: '统计', lead: '按层级、时间和类别统计，可以导出Excel。', door: '按层级、时间、类别统计' },
  records: { title: '案卷导入', lead: '把“下载案卷文件”得到的文件导入本系统。先核对，与本系统已有的案卷逐条对照；改动过的文件不能导入。', door: '核对、导入案卷文件' },
  admin: { title: '方案管理', lead: '保存方案文件后，问题和测试会自动更新；已发布的版本不受影响。', door: '查看方案、问题、测试，发布新版本' },
  scheme: { title: '编辑方案', lead: '逐项修改方案，或者新建一个。发布以后，新的申请才按修改后的方案办理；已提交的申请不受影响。', door: '新建和修改方案' },
  noStep: { title: '这个方案没有这一步', lead: '请从首页选择要办理的事项。', door: '' },
};

const english: typeof chinese = {
  portal: 'Party–mass co-building',
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  languages: 'Language',
  first: 'Home',
  doors: 'What you can do here',
  others: 'Other schemes',
  about: 'This is the demonstration portal of CoBuild. The schemes come from public reports; what is marked as fictional was added for the demonstration and is no actual rule.',
  list: (names) => names.join(', '),
  apply: (who) => ({ title: 'Apply', lead: 'What you fill in is saved by itself: leave at any time and go on later.', door: `Fill in and submit: ${who}` }),
  board: { title: 'Board', lead: 'Where each matter stands, who has it, and when it is due; what has come to you is done right here.', door: 'See and handle matters step by step' },
  intake: { title: 'Entry for others', lead: 'Enter paper applications, or the Excel tables of the units, all at once. What is good is taken in; for the rest the reason is given by row and column.', door: 'Enter applications from an Excel table' },
  review: (who) => ({ title: 'Review', lead: 'Go through what was filled in, item by item; each step is put on record.', door: `Handled by: ${who}` }),
  scores: { title: 'Scores', lead: 'Each reviewer scores alone; nobody sees the scores of others until all are in.', door: 'Score projects, see the ranking' },
  committee: { title: 'Votes and notices', lead: 'Attendance, recusal, votes and public notices are handled here.', door: 'Attendance, recusal, votes, notices' },
  vote: { title: 'Public vote', lead: 'Everybody votes under their own name; whom they chose goes into the ballot box alone, where nobody can see it.', door: 'Vote, see the results' },
  public: { title: 'Public notices', lead: 'While a notice is up, anybody may object to what it says.', door: 'See results, raise objections' },
  progress: { title: 'Progress', lead: 'Progress and results of the approved projects, for anybody to see and comment on.', door: 'See how projects go, leave a comment' },
  projects: (money) => ({ title: 'Projects', lead: 'Contract, money, reports, supervision and file, one of each for every project.', door: money ? 'Contracts, payments, reports, supervision, files' : 'Reports, supervision, files' }),
  register: { title: 'Register and grades', lead: 'Score, grade and reward of every entry, worked out as the scheme says.', door: 'Register, scores, grades, rewards' },
  statistics: { title: 'Statistics', lead: 'By level, period and category, with export to Excel.', door: 'Figures by level, period and category' },
  records: { title: 'Import of cases', lead: 'Take in files that “Download the file of this case” gave out. Each is checked first, record by record, against what is here; a file that was changed is not taken in.', door: 'Check and take in files of cases' },
  admin: { title: 'Schemes', lead: 'Once a file of a scheme is saved, its problems and tests are brought up to date by themselves; published versions stay as they are.', door: 'See schemes, problems and tests; publish a new version' },
  scheme: { title: 'Edit schemes', lead: 'Change a scheme part by part, or make a new one. New applications run under it once it is published; those that were submitted stay as they are.', door: 'Make and change schemes' },
  noStep: { title: 'This scheme has no such step', lead: 'Choose from the home page what you want to do.', door: '' },
};

/** What the pages say beside what the scheme says. The English words have exactly the keys of the Chinese ones. */
export const pageWords: Readonly<Record<Locale, typeof chinese>> = { 'zh-CN': chinese, en: english };

/** The languages of the pages, each by its own name. */
export const languages: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/** A language that the pages have, as it was asked for in an address or is kept in a cookie. */
export const knownLanguage = (tag: string | undefined): Locale | undefined => (tag === 'zh-CN' || tag === 'en' ? tag : undefined);
