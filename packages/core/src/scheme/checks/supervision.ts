import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { hasAnswer } from './answer-fields.js';
import { applicationForm, reportMissingField } from './form-fields.js';
import { reportUnless } from './reference.js';

/** Reports go from and to levels or roles that exist, on forms that exist; who pays, supervises, appoints and holds a post are roles; first holders are named by questions of the application; photos that are shown are those of reports. */
export const supervision: SchemeCheck = (document, report) => {
  const roles = idsAt(document, '/organisation/roles');
  const parties = [...roles, ...idsAt(document, '/organisation/levels')];
  for (const duty of partsAt(document, '/supervision/reports')) {
    for (const end of ['from', 'to']) reportUnless(parties, textIn(duty, end), 'scheme/unknown-role', `${duty.pointer}/${end}`, report);
    reportUnless(idsAt(document, '/forms'), textIn(duty, 'form'), 'scheme/unknown-form', `${duty.pointer}/form`, report);
  }
  for (const body of partsAt(document, '/supervision/bodies')) reportUnless(roles, textIn(body, 'role'), 'scheme/unknown-role', `${body.pointer}/role`, report);
  for (const name of ['payer', 'appointedBy']) {
    const role = valueAt(document, `/supervision/${name}`);
    if (typeof role === 'string') reportUnless(roles, role, 'scheme/unknown-role', `/supervision/${name}`, report);
  }
  const commentsBy = valueAt(document, '/supervision/disclosure/comments/by');
  if (typeof commentsBy === 'string') reportUnless(roles, commentsBy, 'scheme/unknown-role', '/supervision/disclosure/comments/by', report);
  const form = applicationForm(document);
  for (const post of partsAt(document, '/supervision/posts')) {
    reportUnless(roles, textIn(post, 'role'), 'scheme/unknown-role', `${post.pointer}/role`, report);
    const answer = textIn(post, 'answer');
    if (form !== undefined && answer !== undefined && !hasAnswer(form.value['schema'], answer)) reportMissingField(form.value['schema'], answer, `${post.pointer}/answer`, false, report);
  }
  disclosedPhotos(document, report);
};

/** Photos that residents see are the answer of a file question that the form of the report publishes as it is: a file cannot be masked. */
function disclosedPhotos(document: unknown, report: (finding: DocumentFinding) => void): void {
  const duties = partsAt(document, '/supervision/reports');
  for (const photos of partsAt(document, '/supervision/disclosure/photos')) {
    const [id, answer = ''] = [textIn(photos, 'report'), textIn(photos, 'answer')];
    reportUnless(idsAt(document, '/supervision/reports'), id, 'scheme/unknown-report', `${photos.pointer}/report`, report);
    const duty = duties.find((each) => textIn(each, 'id') === id);
    const form = duty && partsAt(document, '/forms').find((each) => textIn(each, 'id') === textIn(duty, 'form'));
    const [pointer, params] = [`${photos.pointer}/answer`, { field: answer, report: id }];
    if (duty === undefined) continue;
    if (form === undefined) {
      if (textIn(duty, 'form') === undefined) report({ code: 'scheme/no-file-question', severity: 'error', pointer, params });
      continue;
    }
    const settings = `${form.pointer}/fields/${escapeToken(answer)}`;
    if (!hasAnswer(form.value['schema'], answer)) reportMissingField(form.value['schema'], answer, pointer, false, report);
    else if (valueAt(document, `${settings}/record/attachments`) === undefined) report({ code: 'scheme/no-file-question', severity: 'error', pointer, params });
    else if (valueAt(document, `${settings}/publish`) !== 'plain') report({ code: 'scheme/photos-not-published', severity: 'error', pointer, params });
  }
}
