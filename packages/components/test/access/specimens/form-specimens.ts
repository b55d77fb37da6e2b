import { elementsLayout, projectAnswers, stepsLayout, tabsLayout, taskListLayout } from '../../every-layout.js';
import { shapes } from '../../every-shape.js';
import { codeExamples, everyAnswer, everyWidget, listExamples, pickerExamples, plainExamples } from '../../every-widget.js';
import { galleryAnswers, galleryForm, galleryHosts } from '../../gallery-form.js';
import type { WidgetExample } from '../../widget-examples.js';
import type { Deed, Specimen } from '../specimen.js';

const form = (name: string, properties: Readonly<Record<string, unknown>>, deeds: readonly Deed[] = []): Specimen => ({ name: `form, ${name}`, tag: 'cobuild-form', properties: () => properties, deeds });

const refused: readonly Deed[] = [['wait', '[data-pointer]'], ['check'], ['wait', '.error-summary']];
const widgets = (name: string, examples: readonly WidgetExample[]): Specimen =>
  form(name, { definition: galleryForm(examples), value: galleryAnswers(examples, 'wrong'), hosts: galleryHosts(examples), actionsHidden: true }, refused);
const remarks = [{ pointer: '/projectName', text: '与方案不一致。' }];
const prefilled = [{ pointer: '/households', value: 30, source: { id: 'village', title: '村情库' }, at: '2026-03-01T00:00:00+08:00' }];
/** A 46-character title and a long answer. */
const long = { projectName: '荷城街道和顺社区闲置公共用房改建新就业群体暖心服务站暨党群共建志愿服务联络点提升改造', background: '村里老人多，年轻人外出多，日常照料靠邻里。'.repeat(9) };

/** The form with every kind of question, layout and shape. */
export const formSpecimens: readonly Specimen[] = [
  form('untouched', { definition: everyWidget }),
  form('refused', { definition: everyWidget, value: { ...everyAnswer, ...long, households: 3, kind: undefined, lines: [{}] }, undoButtons: true, printable: true }, refused),
  form('filled in beforehand', { definition: everyWidget, value: everyAnswer, prefilled }),
  form('read only', { definition: everyWidget, value: { ...everyAnswer, ...long }, readonly: true }),
  form('disabled', { definition: everyWidget, value: everyAnswer, disabled: true }),
  form('under review', { definition: everyWidget, value: everyAnswer, mode: 'review', remarks }),
  form('groups, columns and tabs', { definition: elementsLayout, value: { ...projectAnswers, kind: 'culture' } }),
  form('steps', { definition: stepsLayout, value: { ...projectAnswers, amount: 100 } }),
  form('list of tasks', { definition: taskListLayout, value: { ...projectAnswers, amount: 100, reason: undefined } }),
  form('tabs', { definition: tabsLayout, step: 'time', value: { amount: 12 } }),
  form('check page', { definition: stepsLayout, step: 'check', value: projectAnswers }),
  widgets('plain questions', plainExamples),
  widgets('codes and times', codeExamples),
  widgets('long lists', listExamples),
  widgets('registers', pickerExamples),
  form('an open list', { definition: galleryForm(listExamples), actionsHidden: true }, [['click', '.combobox-open'], ['wait', '.option']]),
  form('alternatives', { definition: shapes.objects, value: { payee: { name: '李明' } } }),
  form('names with values', { definition: shapes.map, value: { sources: { own: 1000, 银行: 20_000 } } }),
  form('parts of parts', { definition: shapes.recursion, value: { unit: { name: '街道', above: { name: '区' }, parts: [{ name: '社区' }] } } }),
  form('lists of lists', { definition: shapes.lists, value: { groups: [['林晓', '陈明'], ['黄英']] } }),
];
