// The form that every contestant shows, described without the words of any of them. `contestants/` translates it by program, so that nobody shows another form.

/** Questions of a section; two for each kind of control, and one more that shows when the section's first box is ticked. */
const PER_SECTION = 20;
const ROWS = 20;
export const TOWNS = ['荷城街道', '杨和镇', '明城镇', '更合镇', '西江新城', '三洲街道', '富湾社区', '对川农场'];
export const KINDS = ['物业服务', '志愿服务', '小微工程'];

/**
 * A form of `size` questions that are visible at first, in sections of 20, and a group of 20 rows with two columns more.
 *
 * A question is `{ kind, path, title, required, … }`; `path` is where its answer stands. `kind`: text, number, integer, select, radio, checkbox, date, textarea;
 * `group` holds questions of its own; `shownWhen` is the path of the box that shows the question.
 */
export function formOf(size) {
  if (size % PER_SECTION !== 0) throw new RangeError(`a form has whole sections of ${PER_SECTION} questions`);
  const sections = Array.from({ length: size / PER_SECTION }, (_, index) => section(`s${index}`, index + 1));
  return { size, sections, rows: { path: ['rows'], title: '预算明细', count: ROWS, columns: [question('text', ['name'], '支出内容', { required: true, maxLength: 40 }), question('number', ['amount'], '支出金额', { minimum: 0 })] } };
}

function section(name, number) {
  const title = (word, round) => `${word} ${number}-${round + 1}`;
  const at = (key) => [name, key];
  const round = (index) => [
    question('text', at(`text${index}`), title('项目名称', index), { required: true, maxLength: 40 }),
    question('number', at(`number${index}`), title('申请金额', index), { required: true, minimum: 0 }),
    question('integer', at(`integer${index}`), title('受益户数', index), { minimum: 0, maximum: 10000 }),
    question('select', at(`select${index}`), title('所在镇街', index), { required: true, options: TOWNS }),
    question('radio', at(`radio${index}`), title('项目类别', index), { required: true, options: KINDS }),
    question('checkbox', at(`check${index}`), title('需要新建场地', index), {}),
    question('date', at(`date${index}`), title('开工日期', index), { required: true }),
    question('textarea', at(`area${index}`), title('项目背景', index), { maxLength: 500 }),
    {
      kind: 'group', path: at(`place${index}`), title: title('实施地点', index),
      questions: [question('text', [name, `place${index}`, 'address'], title('详细地址', index), { required: true, maxLength: 80 }), question('number', [name, `place${index}`, 'area'], title('占地面积', index), { minimum: 0 })],
    },
  ];
  const detail = question('text', at('detail'), title('场地说明', 0), { maxLength: 200, shownWhen: at('check0') });
  return { name, title: `第 ${number} 部分`, items: [...round(0), detail, ...round(1)] };
}

const question = (kind, path, title, more) => ({ kind, path, title, required: false, ...more });

/** Every question outside the rows, those of groups too. */
export const questionsOf = (form) => form.sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'group' ? item.questions : [item])));

/** The answers that are there at the start: the rows, complete, so that only questions are missing; sections and groups as empty objects, without which some contestants miss the object and not the answers. */
export const initialValue = (form) => ({
  ...Object.fromEntries(form.sections.map(({ name, items }) => [name, Object.fromEntries(items.filter(({ kind }) => kind === 'group').map(({ path }) => [path.at(-1), {}]))])),
  rows: Array.from({ length: form.rows.count }, (_, index) => ({ name: `item ${index + 1}`, amount: index + 1 })),
});

/** Boxes, fields and lists that a person sees at first; each choice of a radio group is one. */
export const controlCount = (form) => questionsOf(form).filter(({ shownWhen }) => shownWhen === undefined).reduce((sum, { kind }) => sum + (kind === 'radio' ? KINDS.length : 1), 0) + form.rows.count * form.rows.columns.length;

/** Questions that complain when an untouched form is submitted. */
export const missingCount = (form) => questionsOf(form).filter(({ required }) => required).length;
