import { CobuildComments } from '../cobuild-comments/cobuild-comments.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-comments', CobuildComments);
