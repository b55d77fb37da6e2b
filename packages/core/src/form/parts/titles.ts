/** Items of lists that are called by their answers. */
export { itemTitleOfNodes } from '../item-title.js';
