import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { partsAt, textIn, textsAt } from '../parts.js';
import { isObject } from '../../validation/instance.js';
import { hasAnswer } from './answer-fields.js';
import { applicationForm, reportMissingField } from './form-fields.js';

/** A notice, and the disclosure of a project, show answers of the application form, and only those that the form allows to publish. */
export const notices: SchemeCheck = (document, report) => {
  const form = applicationForm(document);
  if (!form) return;
  const disclosure = valueAt(document, '/supervision/disclosure');
  const disclosed = isObject(disclosure) ? textsAt({ value: disclosure, pointer: '/supervision/disclosure' }, 'answers') : [];
  for (const columns of [...partsAt(document, '/publicity/notices').map((notice) => textsAt(notice, 'columns')), disclosed]) {
    for (const { text, pointer } of columns) {
      if (!hasAnswer(form.value['schema'], text)) {
        reportMissingField(form.value['schema'], text, pointer, false, report);
        continue;
      }
      const publish = valueAt(document, `${form.pointer}/fields/${escapeToken(text)}/publish`);
      if (publish === 'plain' || publish === 'masked') continue;
      report({ code: 'scheme/column-not-published', severity: 'error', pointer, params: { field: text, form: textIn(form, 'id'), publish: publish ?? 'never' } });
    }
  }
};
