import type { Locale } from '@cobuild/core';

const texts: Readonly<Record<Locale, string>> = {
  'zh-CN': `cobuild：检查、测试、运行和发布方案

  cobuild check 方案…                    列出全部问题：文件:行:列、位置、怎样改正
      --draft                            未定之处不算问题（草稿）
      --watch                            保存后自动再查，按 Ctrl+C 结束
  cobuild test 方案…                     运行方案自带的测试
  cobuild decide 方案 --cases 文件       每个案件一行 JSON 结论
      --set parameters.参数=值           改用这个参数值（可写多次）
      --engine json-rules-engine         申报条件交给 json-rules-engine 判断（答案须完整）
      --today 日期                       判断的日期，默认为提交当日
  cobuild explain 方案 --case 文件       用文字说明结论和理由
      --set …  --today 日期              同上
  cobuild publish 方案 -o 文件           发布为一个带校验值的文件；有错误、未定、测试不通过或版本号用过时拒绝

方案是方案文件夹，或其中的 scheme.json。案件文件写 - 表示标准输入。
每个命令都可以加 --json（给程序读）、--lang en（英文）、--help。
退出码：0 正常，1 有问题，2 用法不对。
`,
  en: `cobuild: check, test, run and publish schemes

  cobuild check SCHEME…                  every problem with file:line:column, pointer and remedy
      --draft                            what is undecided is no finding
      --watch                            again after every save, until Ctrl+C
  cobuild test SCHEME…                   the scheme's own tests
  cobuild decide SCHEME --cases FILE     one JSON decision per case and line
      --set parameters.KEY=VALUE         another value of a parameter (as often as needed)
      --engine json-rules-engine         requirements judged by json-rules-engine itself (for complete answers)
      --today DATE                       day of the decision, by default that of the submission
  cobuild explain SCHEME --case FILE     the verdict and its reasons in words
      --set …  --today DATE              as above
  cobuild publish SCHEME -o FILE         one self-contained, hashed file; refuses errors, holes, failing tests, a used version

SCHEME is a scheme folder or its scheme.json; "-" as a case file is standard input.
Every command takes --json (for programs), --lang en (default: Chinese) and --help.
Exit code: 0 fine, 1 findings, 2 wrong use.
`,
};

/** What the command can do. */
export function usage(locale: Locale): string {
  return texts[locale];
}
