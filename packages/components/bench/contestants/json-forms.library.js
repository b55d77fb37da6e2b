// What a page loads that shows a form.
export { JsonForms } from '@jsonforms/react';
export { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
export { createElement, useState } from 'react';
export { createRoot } from 'react-dom/client';
