import { CobuildForm } from '../cobuild-form/cobuild-form.js';
import { missingFormPart } from '../cobuild-form/form-part.js';
import { define } from '../internal/define.js';

define('cobuild-form', CobuildForm, missingFormPart());
