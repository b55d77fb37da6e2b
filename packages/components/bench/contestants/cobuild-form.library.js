// What a page loads that shows a form.
import '../../dist/define/cobuild-form.js';
