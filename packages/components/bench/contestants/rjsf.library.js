// What a page loads that shows a form.
export { default as Form } from '@rjsf/core';
export { default as validator } from '@rjsf/validator-ajv8';
export { createElement } from 'react';
export { createRoot } from 'react-dom/client';
