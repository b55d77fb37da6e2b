import { describe, expect, it } from 'vitest';
import { readCases } from './read-cases.js';

const first = { id: 'a', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'village-7' }, answers: { households: 20 } };
const second = { ...first, id: 'b' };

/** Id of a case, or codes with their places. */
const outline = (text: string, document?: string): unknown[] =>
  readCases(text, document === undefined ? {} : { document }).map((read) => ('case' in read ? [read.line, read.case.id] : [read.line, ...read.problems.map(({ code, line, column, pointer }) => `${code} ${String(line)}:${String(column)} ${pointer}`)]));

/** Sentences with what mends it. */
const told = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN'): string[] => readCases(text, { locale }).flatMap((read) => ('problems' in read ? read.problems.map(({ message, remedy }) => `${message} → ${remedy ?? ''}`) : []));

describe('readCases', () => {
  it('reads one case per line and skips empty lines', () => {
    expect(outline(`${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`)).toEqual([[1, 'a'], [3, 'b']]);
  });

  it('reads a case as programs write it the same as with spaces between its parts, and finds the same wrong with it', () => {
    const texts = [JSON.stringify(first), JSON.stringify({ ...first, submittedAt: 5 }), JSON.stringify({ ...first, answers: { note: 'a\ufffd' } }), '{"id":"a","id":"b"}', `${JSON.stringify(first).slice(0, -1)},"id":"b"}`,
      JSON.stringify(first).replace('20', '1e999'), JSON.stringify(first).replace('"households"', '"__proto__"'), JSON.stringify(first).replace('20', `${'['.repeat(200)}${']'.repeat(200)}`), JSON.stringify(first).slice(0, -1)];
    const codes = (text: string): unknown => readCases(text, { document: 'a.jsonl' }).map((read) => ('case' in read ? read.case : read.problems.map(({ code, pointer }) => `${code} ${pointer}`)));
    for (const text of texts) expect(codes(text)).toEqual(codes(text.replace('{', '{ ')));
    expect(texts.map((text) => 'case' in (readCases(text, { document: 'a.jsonl' })[0] ?? {}))).toEqual([true, ...texts.slice(1).map(() => false)]);
  });

  it('reads a case written over several lines, and a list of cases with the line of each', () => {
    expect(outline(JSON.stringify(first, null, 2))).toEqual([[1, 'a']]);
    expect(outline(`[\n${JSON.stringify(first)},\n${JSON.stringify(second)}\n]`)).toEqual([[2, 'a'], [3, 'b']]);
  });

  it('names line, column and pointer of what is wrong and goes on with the other lines', () => {
    const text = `${JSON.stringify(first)}\n{"id": "x", "submittedAt": 5, "applicant": {"id": "v"}, "answers": {}}\n${JSON.stringify(second)}`;
    expect(outline(text)).toEqual([[1, 'a'], [2, 'case/type 2:28 /submittedAt'], [3, 'b']]);
  });

  it('names the line of a mistake in a case written over several lines', () => {
    expect(outline('{\n  "id": "a",\n  "submittedAt": "2026-03-05T09:30:00+08:00",\n  "applicant": { "nmae": "x", "id": "v" },\n  "answers": {}\n}')).toEqual([[1, 'case/additionalProperties 4:18 /applicant/nmae']]);
  });

  it('says what is missing, in both languages', () => {
    const [read] = readCases('{"id":"a"}', { locale: 'en' });
    expect(read !== undefined && 'problems' in read ? read.problems.map(({ params }) => params['property']) : []).toEqual(['submittedAt', 'applicant', 'answers']);
    expect(read !== undefined && 'problems' in read ? read.problems[0]?.message : '').toBe('This case lacks the time of submission ("submittedAt").');
    expect(told('{"id":"a"}')).toEqual([
      '这个案件缺少提交时间（submittedAt） → 请补上提交时间，例如 2026-03-05T09:30:00+08:00。', '这个案件缺少申报单位（applicant） → 请补上申报单位，至少有它的代号（id）。', '这个案件缺少填报内容（answers） → 请补上填报内容。',
    ]);
  });

  it.each<[string, object, string, string]>([
    ['a member that nobody knows', { ...first, submitted: 1 }, '这个案件不认识“submitted”这一项', '"submitted" is not known here.'],
    ['a text in place of a case', 'a' as unknown as object, '这个案件应当是一组内容（{ }），现在是文字（写在双引号里）', 'This case has to be an object ({ }), not a text in double quotes.'],
  ])('speaks of the case, not of a scheme: %s', (_, written, zh, en) => {
    expect(told(JSON.stringify([written]))[0]?.split(' → ')[0]).toBe(zh);
    expect(told(JSON.stringify([written]), 'en')[0]?.split(' → ')[0]).toBe(en);
  });

  it.each([['', 'nothing at all'], ['\n \n', 'blank lines'], ['nonsense', 'no JSON'], ['{"id": "a"', 'a line that breaks off']])('finds %j broken: %s', (text) => {
    const [read] = readCases(text);
    expect(read !== undefined && 'problems' in read ? read.problems[0]?.code : 'read').toBe('case/broken-json');
  });

  it('says of another kind of file that it is no text', () => {
    const [read] = readCases('\u0000\ufffd\u0001PK');
    expect(read !== undefined && 'problems' in read ? read.problems.map(({ code }) => code) : []).toEqual(['case/not-utf8']);
  });

  it('goes on after a broken first line where the file is called .jsonl', () => {
    expect(outline(`{"id": "a",\n${JSON.stringify(second)}`, 'cases.jsonl')).toEqual([[1, 'case/broken-json 1:12 '], [2, 'b']]);
  });

  it('refuses __proto__ as a key and leaves prototypes alone', () => {
    expect(outline('{"__proto__": {"id": "evil"}}')).toEqual([[1, 'case/forbidden-key 1:2 /__proto__']]);
    expect(({} as { id?: string }).id).toBeUndefined();
  });
});
