/** Sentences about the simulation of a changed policy. */
export const simulationMessages = {
  'zh-CN': {
    'simulation/not-a-case': '第 {place} 条不是案件，没有计入。',
    'simulation/not-a-case/remedy': '请用 cobuild decide 查看这个案件缺少什么。',
  },
  en: {
    'simulation/not-a-case': 'Entry {place} is no case and was left out.',
    'simulation/not-a-case/remedy': 'Run cobuild decide to see what the case lacks.',
  },
} as const;
