/** Sentences about what it would take to be eligible. */
export const nearestChangeMessages = {
  'zh-CN': {
    'explain/nearest-one': '其他内容不变，只要这一项如下，就符合全部申报条件（须与实际相符）：',
    'explain/nearest-several': '其他内容不变，只要这{count}项如下，就符合全部申报条件（须与实际相符）：',
    'explain/nearest-change': '{label}：现为{before}，{wanted}',
    'explain/nearest-empty': '{label}：未填写，{wanted}',
    'explain/cell-of-record': '{record}的{cell}',
    'explain/nearest-exactly': '须为{after}',
    'explain/nearest-atLeast-number': '须不少于{after}',
    'explain/nearest-atMost-number': '须不超过{after}',
    'explain/nearest-atLeast-day': '须不早于{after}',
    'explain/nearest-atMost-day': '须不晚于{after}',
    'explain/nearest-impossible': '改动申报内容不能使这些条件得到满足：{titles}',
  },
  en: {
    'explain/nearest-one': 'All else unchanged, the application would meet every requirement if this were so (answers have to be true):',
    'explain/nearest-several': 'All else unchanged, the application would meet every requirement if these {count} were so (answers have to be true):',
    'explain/nearest-change': '{label}: now {before}, would have to be {wanted}',
    'explain/nearest-empty': '{label}: not answered, would have to be {wanted}',
    'explain/cell-of-record': '{record}: {cell}',
    'explain/nearest-exactly': '{after}',
    'explain/nearest-atLeast-number': 'at least {after}',
    'explain/nearest-atMost-number': 'at most {after}',
    'explain/nearest-atLeast-day': 'no earlier than {after}',
    'explain/nearest-atMost-day': 'no later than {after}',
    'explain/nearest-impossible': 'No change of answers can meet: {titles}',
  },
} as const;
