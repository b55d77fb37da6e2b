// What a page loads that shows a form.
export { Model } from 'survey-core';
import 'survey-js-ui';
