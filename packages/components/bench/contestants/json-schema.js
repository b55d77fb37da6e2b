// The JSON Schema of the form, for contestants that take one.

const limits = ({ minimum, maximum, maxLength }) => ({ ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }), ...(maxLength === undefined ? {} : { maxLength }) });
const named = (questions) => Object.fromEntries(questions.map((question) => [question.path.at(-1), schemaOf(question)]));

function schemaOf(question) {
  const { kind, title, options } = question;
  switch (kind) {
    case 'group': return objectOf(question.questions, title);
    case 'select': case 'radio': return { type: 'string', title, enum: options };
    case 'checkbox': return { type: 'boolean', title };
    case 'date': return { type: 'string', title, format: 'date' };
    case 'number': case 'integer': return { type: kind, title, ...limits(question) };
    default: return { type: 'string', title, ...limits(question) };
  }
}

function objectOf(questions, title) {
  const required = questions.filter(isRequired).map(({ path }) => path.at(-1));
  return { type: 'object', ...(title === undefined ? {} : { title }), properties: named(questions), ...(required.length === 0 ? {} : { required }) };
}

/** A group is required where something in it is: an absent one would lack nothing. */
const isRequired = (item) => (item.kind === 'group' ? item.questions : [item]).some(({ required }) => required);

/** @param conditional - Makes the part of a section's schema that says when a question shows; without it every question is always allowed. */
export function jsonSchemaOf(form, conditional) {
  const section = ({ title, items }) => {
    if (conditional === undefined) return objectOf(items, title);
    const shown = items.filter(({ shownWhen }) => shownWhen !== undefined);
    return { ...objectOf(items.filter((item) => !shown.includes(item)), title), ...conditional(shown, named) };
  };
  const { rows } = form;
  const properties = Object.fromEntries(form.sections.map((one) => [one.name, section(one)]));
  return { type: 'object', required: form.sections.map(({ name }) => name), properties: { ...properties, [rows.path[0]]: { type: 'array', title: rows.title, items: objectOf(rows.columns) } } };
}
