import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { partsAt, textIn, textsAt } from '../parts.js';
import { hasAnswer } from './answer-fields.js';
import { applicationForm, reportMissingField } from './form-fields.js';

/** A notice shows answers of the application form, and only those that the form allows to publish. */
export const notices: SchemeCheck = (document, report) => {
  const form = applicationForm(document);
  if (!form) return;
  for (const notice of partsAt(document, '/publicity/notices')) {
    for (const { text, pointer } of textsAt(notice, 'columns')) {
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
