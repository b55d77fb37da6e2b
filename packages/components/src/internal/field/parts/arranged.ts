/** Questions in groups and tabs, or beside each other. */
export { ElementList } from '../elements/element-list.js';
