import type { FormCheckOptions, FormDefinition, LoadResult, Locale, Problem } from '@cobuild/core';
import { checkFormDefinition, createInterpreter, schemeFormats, toPointer } from '@cobuild/core';
import { listAt } from './fact-shapes.js';
import { isNode } from './schema-shape.js';
import type { SoundParts } from './sound-parts.js';

/** What is wrong with each form as a form. Remarks on what is only checked, and never drawn, are for whoever builds a page. */
export function definitionProblems({ scheme, isSound }: SoundParts, locate: LoadResult['locate'], locale: Locale, widgetOptions: FormCheckOptions['widgetOptions']): readonly Problem[] {
  const validator = createInterpreter({ formats: schemeFormats });
  return listAt(scheme, '/forms').flatMap((form, index) => {
    const at = `/forms/${index}`;
    if (!isNode(form) || !isNode(form['schema']) || typeof form['id'] !== 'string') return [];
    // What is wrong with the schema itself is told by loading; its fields are not known then.
    const untold = isSound(`${at}/schema`) ? [] : ['form/schema', 'form/unknown-field', 'form/unsupported', 'form/unsuitable-widget'];
    return checkFormDefinition(soundForm(form, at, isSound), { validator, locale, ...(widgetOptions === undefined ? {} : { widgetOptions }) })
      // What the format says of the whole scheme it has said of its forms too.
      .filter(({ severity, code }) => severity !== 'info' && !untold.includes(code) && !code.startsWith('scheme/'))
      .map((problem): Problem => ({ ...problem, ...locate(`${at}${problem.pointer}`) }));
  });
}

/** The form without the parts that the format finds wrong. */
function soundForm(form: Readonly<Record<string, unknown>>, at: string, isSound: SoundParts['isSound']): FormDefinition {
  const { layout, fields, computed, title, ...rest } = form;
  const entries = (part: string, value: unknown): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(isNode(value) ? value : {}).flatMap(([key, entry]) => {
        const place = `${at}/${part}${toPointer(key)}`;
        return isSound(place) ? [[key, entry]] : part === 'fields' && isNode(entry) ? [[key, soundSettings(entry, place, isSound)]] : [];
      }),
    );
  return {
    ...rest,
    title: isSound(`${at}/title`) ? title : { 'zh-CN': form['id'] },
    ...(layout === undefined || !isSound(`${at}/layout`) ? {} : { layout }),
    fields: entries('fields', fields),
    computed: entries('computed', computed),
  } as FormDefinition;
}

/** Of settings with a mistake those that say what the field is: a record with a wrong number is a record. */
function soundSettings({ title, record }: Readonly<Record<string, unknown>>, place: string, isSound: SoundParts['isSound']): Readonly<Record<string, unknown>> {
  return { ...(title !== undefined && isSound(`${place}/title`) ? { title } : {}), ...(isNode(record) ? { record } : {}) };
}
