import type { Locale } from '@cobuild/core';

const texts: Readonly<Record<Locale, string>> = {
  'zh-CN': `cobuild：编写、检查、测试、运行、模拟和发布方案

编写
  cobuild new 文件夹 [--from 样板]       新建方案文件夹（不写样板为空白方案）
      --title 名称                       方案名称
  cobuild check 方案…                    列出全部问题：文件:行:列、位置、怎样改正
      --draft                            未定之处不算问题（草稿）
      --watch                            保存后自动再查，按 Ctrl+C 结束
  cobuild test 方案…                     运行方案自带的测试，列出没有测试守住的界限
      --strict                           有没守住的界限也算不通过
  cobuild diff 旧方案 新方案             两版有何不同，影响谁
  cobuild publish 方案 -o 文件           发布为一个带校验值的文件；有错误、未定、测试不通过或版本号用过时拒绝

判断
  cobuild decide 方案 --cases 文件       每个案件一行 JSON 结论（-o 文件.xlsx 写成表格）
      --set parameters.参数=值           改用这个参数值（可写多次）；金额可写 2万、20,000
      --sheet 工作表                     案件在 Excel 文件的哪张工作表，默认第一张
      --engine json-rules-engine         申报条件交给 json-rules-engine 判断（答案须完整）
      --today 日期                       判断的日期，默认为提交当日
  cobuild explain 方案 --case 文件       用文字说明结论和理由，以及怎样才能符合条件
      --set …  --today 日期              同上
  cobuild allocate 方案 --cases 文件     排名、资金线、各项目金额、候补、余额
      --pool 金额                        本批资金总额
      --context 文件                     已知情况：资金、已用、同意书等（JSON）
  cobuild simulate 方案 --cases 文件     改动后哪些案件的结果会变，金额怎样变
      --set parameters.参数=值           改动参数（可写多次）
      --with 方案                        与另一个方案比较
      --pool 金额                        按这笔资金分配，比较资助金额；不写则比较申请金额
      --all                              列出全部变化的案件

案卷
  cobuild statistics 方案 --cases 文件   统计件数和金额（-o 文件.xlsx 写成表格，也可 .csv、.json）
      --by 分组  --across 分组           行、列：town、unit、level、stage、outcome、month、quarter、halfYear、year 或题目，如 /category
      --sum 题目                         加总哪一题的数，如 /budget/requested
      --since 日期  --before 日期        提交日期从哪天起、到哪天前
  cobuild due 方案 --cases 文件夹        某日到期、逾期和即将到期的事项，以及当年节奏（文件夹里是 export 写出的案卷）
      --today 日期                       看哪一天，默认今天
      --all                              还没到期的也列出
  cobuild export 方案 --events 文件 -o 文件.json   把一个案件的全部记录装进一个文件（--project 文件：立项后的记录）
  cobuild verify 方案 --case 文件.json   核对案卷是否被改动过；-o 文件.json 原样再写出
      --at 日期                          案件在那一天办到哪里

转换
  cobuild convert 方案 --cases 文件      案件在 JSON 与表格（xlsx、csv）之间转换，-o 写明输出文件
  cobuild convert 方案 --table 代号      导出决策表；加 --rows 表格 读回
  cobuild convert 方案 --scores 文件     评分表在 JSON 与表格之间转换
  cobuild types 方案 -o 文件.d.ts        TypeScript 类型
  cobuild validators 方案 -o 文件.js     各表单的校验代码，页面不需要编译器

方案是方案文件夹，或其中的 scheme.json。案件文件是 JSON Lines、JSON、xlsx 或 csv，写 - 表示标准输入。
案件里表单不允许的内容逐条列出，结论照样给出，退出码为 1。
用到自有比较方式或外部查询的方案，加 --operators 模块.mjs（会运行模块里的代码，请只用自己信得过的）。
每个命令都可以加 --json（给程序读）、--lang en（英文）、--help。
退出码：0 正常，1 有问题，2 用法不对。
`,
  en: `cobuild: write, check, test, run, simulate and publish schemes

Write
  cobuild new FOLDER [--from PRESET]     a scheme folder of one's own (blank without a preset)
      --title NAME                       its title
  cobuild check SCHEME…                  every problem with file:line:column, pointer and remedy
      --draft                            what is undecided is no finding
      --watch                            again after every save, until Ctrl+C
  cobuild test SCHEME…                   the scheme's own tests, and the thresholds that none of them pins
      --strict                           an unpinned threshold fails
  cobuild diff OLD NEW                   what changed between two versions, and whom it touches
  cobuild publish SCHEME -o FILE         one self-contained, hashed file; refuses errors, holes, failing tests, a used version

Decide
  cobuild decide SCHEME --cases FILE     one JSON decision per case and line (-o FILE.xlsx: as a table)
      --set parameters.KEY=VALUE         another value of a parameter (as often as needed); amounts also as 2万, 20,000
      --sheet NAME                       which sheet of a workbook holds the cases, by default the first
      --engine json-rules-engine         requirements judged by json-rules-engine itself (for complete answers)
      --today DATE                       day of the decision, by default that of the submission
  cobuild explain SCHEME --case FILE     the verdict and its reasons in words, and what it would take to be eligible
      --set …  --today DATE              as above
  cobuild allocate SCHEME --cases FILE   ranking, funding line, awards, waiting list, remainder
      --pool AMOUNT                      money of this batch
      --context FILE                     what is known of the batch: money, what was spent, consents (JSON)
  cobuild simulate SCHEME --cases FILE   which cases come out otherwise after a change, and the money before and after
      --set parameters.KEY=VALUE         change a parameter (as often as needed)
      --with SCHEME                      compare with another scheme
      --pool AMOUNT                      divide this money before and after; without it the amounts asked for are compared
      --all                              list every case that flips

Records
  cobuild statistics SCHEME --cases FILE counts and sums (-o FILE.xlsx, .csv or .json)
      --by GROUP  --across GROUP         rows, columns: town, unit, level, stage, outcome, month, quarter, halfYear, year, or a question such as /category
      --sum QUESTION                     the number that is added up, such as /budget/requested
      --since DATE  --before DATE        day of submission, the first one included, the last one not
  cobuild due SCHEME --cases FOLDER      what is due, overdue or soon due on a day, and the year's cadence (case files that export wrote)
      --today DATE                       the day, by default today
      --all                              also what is not due yet
  cobuild export SCHEME --events FILE -o FILE.json   the whole log of a case as one file (--project FILE: the log after its approval)
  cobuild verify SCHEME --case FILE.json whether anything of it was changed; -o FILE.json writes it again
      --at DATE                          where the case stood on that day

Convert
  cobuild convert SCHEME --cases FILE    cases between JSON and spreadsheets (xlsx, csv); -o names the output
  cobuild convert SCHEME --table ID      a decision table as a spreadsheet; --rows SHEET reads it back
  cobuild convert SCHEME --scores FILE   score sheets between JSON and spreadsheets
  cobuild types SCHEME -o FILE.d.ts      TypeScript types
  cobuild validators SCHEME -o FILE.js   checks of all forms as one module that needs no compiler in the page

SCHEME is a scheme folder or its scheme.json. Cases are JSON Lines, JSON, xlsx or csv; "-" is standard input.
What a form would not let through in a case is listed; the verdict is given all the same, and the exit code is 1.
A scheme with operators or look-ups of its own takes --operators MODULE.mjs (it runs the code of that module: name only what you trust).
Every command takes --json (for programs), --lang en (default: Chinese) and --help.
Exit code: 0 fine, 1 findings, 2 wrong use.
`,
};

/** What the command can do. */
export function usage(locale: Locale): string {
  return texts[locale];
}
