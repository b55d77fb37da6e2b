export type { ConvertedForm, JsonFormsDocuments } from './from-json-forms.js';
export { fromJsonForms } from './from-json-forms.js';
export type { JsonFormsI18n, RegisteredUiSchema, UiSchema } from './ui-schema.js';
export { schemaFromData } from './schema-from-data.js';
export { startCase } from './start-case.js';
