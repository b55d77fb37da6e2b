import { CobuildTimeline } from '../cobuild-timeline/cobuild-timeline.js';
import { define } from '../internal/define.js';

define('cobuild-timeline', CobuildTimeline);
