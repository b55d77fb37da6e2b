import { wordTables } from '../../internal/word-tables.js';

/** Words of the guard rails. */
export const guardWords = wordTables({
  'zh-CN': {
    locked: (base: string) => `底本锁定了这个参数：只能是 ${base}。`, raise: (base: string) => `底本只准调高：不能低于 ${base}。`, lower: (base: string) => `底本只准调低：不能高于 ${base}。`,
    setting: '这一项由底本规定，不能更改。', keep: '底本规定必须保留：可以改文字和设置，不能删除。', lockedThing: '底本锁定了这一项，不能更改，也不能删除。', use: (parameter: string) => `这里读取底本限定的参数“${parameter}”，不能换成别的；要调整，就改那个参数的取值。`,
    raiseOpen: '底本还没有决定，可以填写。', differs: (base: string, own: string) => `底本：${base}。本方案：${own}。`, changed: '这里与底本不同。', restore: '恢复底本的值', tooLow: (base: string) => `底本只准调高，不能低于 ${base}。`, tooHigh: (base: string) => `底本只准调低，不能高于 ${base}。`, openParameter: '打开参数', colon: '：',
  },
  en: {
    locked: (base: string) => `The base locks this parameter at ${base}.`, raise: (base: string) => `The base lets it be raised only: not below ${base}.`, lower: (base: string) => `The base lets it be lowered only: not above ${base}.`,
    setting: 'The base sets this; it cannot be changed.', keep: 'The base keeps this: words and settings can be changed, it cannot be removed.', lockedThing: 'The base locks this: it can be neither changed nor removed.', use: (parameter: string) => `This reads the parameter “${parameter}”, which the base limits, and cannot read something else; change the value of the parameter instead.`,
    raiseOpen: 'The base has not decided it; it may be filled in.', differs: (base: string, own: string) => `Base: ${base}. This scheme: ${own}.`, changed: 'This differs from the base.', restore: 'Back to the base', tooLow: (base: string) => `The base lets it be raised only, not below ${base}.`, tooHigh: (base: string) => `The base lets it be lowered only, not above ${base}.`, openParameter: 'Open the parameter', colon: ': ',
  },
});
