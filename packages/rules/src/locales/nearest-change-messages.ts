/** Sentences about what it would take to be eligible. */
export const nearestChangeMessages = {
  'zh-CN': {
    'explain/nearest-one': '其他内容不变，只要这一项如下，就符合全部申报条件（须与实际相符）：',
    'explain/nearest-several': '其他内容不变，只要这{count}项如下，就符合全部申报条件（须与实际相符）：',
    'explain/nearest-change': '{label}：现为{before}，须为{after}',
    'explain/nearest-empty': '{label}：未填写，须为{after}',
    'explain/nearest-impossible': '改动申报内容不能使这些条件得到满足：{titles}',
  },
  en: {
    'explain/nearest-one': 'All else unchanged, the application would meet every requirement if this were so (answers have to be true):',
    'explain/nearest-several': 'All else unchanged, the application would meet every requirement if these {count} were so (answers have to be true):',
    'explain/nearest-change': '{label}: now {before}, would have to be {after}',
    'explain/nearest-empty': '{label}: not answered, would have to be {after}',
    'explain/nearest-impossible': 'No change of answers can meet: {titles}',
  },
} as const;
