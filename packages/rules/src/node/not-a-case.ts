import type { Locale, Problem } from '@cobuild/core';

interface Unread { readonly line: number; readonly problems: readonly Problem[] }

/** What every case has. An id alone makes none: a scheme and its tests have one too. */
const MEMBERS = ['id', 'submittedAt', 'applicant', 'answers'];

/**
 * Tells a document that is no case at all, such as a scheme, in one problem: what else the format finds wrong with it would
 * only lead astray. A case with mistakes keeps all of its problems.
 */
export function notACase(read: Unread, locale: Locale): Unread {
  const [first] = read.problems;
  const missing = missingMembers(read.problems);
  if (first === undefined || MEMBERS.some((name) => name !== 'id' && !missing.includes(name))) return read;
  const { document, pointer } = first;
  const problem: Problem = {
    code: 'case/not-a-case',
    severity: 'error',
    document,
    pointer: /^\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? '',
    line: read.line,
    params: { missing },
    ...sentences(missing, locale),
  };
  return { line: read.line, problems: [problem] };
}

/** A text or a number in place of a case lacks them all. */
function missingMembers(problems: readonly Problem[]): readonly string[] {
  if (problems.some(({ code, pointer }) => code === 'case/type' && /^(\/\d+)?$/.test(pointer))) return MEMBERS;
  return MEMBERS.filter((name) => problems.some(({ code, pointer }) => code === 'case/required' && pointer.replace(/^\/\d+(?=\/)/, '') === `/${name}`));
}

function sentences(missing: readonly string[], locale: Locale): Pick<Problem, 'message' | 'remedy'> {
  return locale === 'en'
    ? { message: `This is no case file: it lacks ${missing.join(', ')}.`, remedy: `Name a file of cases; each has at least ${MEMBERS.join(', ')}.` }
    : { message: `这不是案件文件（缺少 ${missing.join('、')}）。`, remedy: `请写明案件文件；每个案件至少要有 ${MEMBERS.join('、')}。` };
}
