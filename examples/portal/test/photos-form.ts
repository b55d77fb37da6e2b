interface Form { schema: { properties: Record<string, unknown> }; layout: { steps: { sections: { fields?: string[]; elements?: unknown[] }[] }[] }; fields: Record<string, unknown> }

/** The text of a form with one question more, `/photos`, on its first page: files. */
export function withPhotos(text: string): string {
  const form = JSON.parse(text) as Form;
  const { schema, layout, fields } = form;
  schema.properties['photos'] = { title: '现场照片', type: 'array' };
  fields['/photos'] = { title: { 'zh-CN': '现场照片', en: 'Photos of the site' }, publish: 'never', record: { attachments: { accept: ['.png', '.pdf'], maximumCount: 5 } } };
  const [section] = layout.steps[0]?.sections ?? [];
  if (section === undefined) throw new Error('The form has no section');
  (section.fields ?? section.elements ?? []).push('/photos');
  return JSON.stringify(form, undefined, 2);
}
