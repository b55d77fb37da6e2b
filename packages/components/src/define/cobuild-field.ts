import { CobuildField } from '../cobuild-field/cobuild-field.js';
import { missingFormPart } from '../cobuild-form/form-part.js';
import { define } from '../internal/define.js';

define('cobuild-field', CobuildField, missingFormPart());
