import { wordTables } from '../../../word-tables.js';

export type SignatureState = 'signed' | 'waiting' | 'void' | 'refused';

/** Words of the screen for a pledge. */
interface PledgeWords {
  readonly states: Readonly<Record<SignatureState, string>>;
  readonly undecided: string;
  readonly coversAll: string;
  readonly covers: (params: { readonly labels: readonly string[] }) => string;
  readonly voids: string;
  readonly progress: (params: { readonly signed: number; readonly count: number; readonly waiting: readonly string[] }) => string;
  readonly complete: string;
  readonly read: string;
  readonly readFirst: string;
  readonly sign: (params: { readonly name: string; readonly title: string }) => string;
  readonly signAgain: (params: { readonly name: string; readonly title: string }) => string;
  readonly by: (params: { readonly name: string; readonly time: string }) => string;
  readonly signIn: string;
  readonly notYours: string;
  readonly before: (params: { readonly title: string }) => string;
  readonly samePerson: (params: { readonly title: string }) => string;
  readonly signed: (params: { readonly title: string }) => string;
  readonly withdraw: string;
  readonly withdrawNamed: (params: { readonly title: string }) => string;
  readonly withdrawn: (params: { readonly title: string }) => string;
  readonly optional: string;
  readonly caption: string;
  readonly signer: string;
  readonly name: string;
  readonly time: string;
  readonly foreign: string;
  readonly remove: string;
}

export const pledgeWords = wordTables<PledgeWords>({
  'zh-CN': {
    states: { signed: '已签字', waiting: '待签字', void: '签字作废', refused: '签字无效' },
    undecided: '承诺的内容还没有规定，暂时不能签字。请向主管部门确认。',
    coversAll: '签字对应本表填写的全部内容。',
    covers: ({ labels }) => `签字对应这些内容：${labels.join('、')}。`,
    voids: '签字后，这些内容或承诺文字有改动的，签字作废，须重新签字。',
    progress: ({ signed, count, waiting }) => `需要${count}人签字，已签${signed}人；还差${waiting.join('、')}。`,
    complete: '需要的签字都已齐全。',
    read: '我已阅读上面的承诺，所填内容属实',
    readFirst: '请先阅读承诺并勾选，再签字。',
    sign: ({ name, title }) => `以${title}“${name}”的名义签字`,
    signAgain: ({ name, title }) => `以${title}“${name}”的名义重新签字`,
    by: ({ name, time }) => `${name} ${time}`,
    signIn: '须由本人登录后签字。',
    notYours: '由本人登录后签字。',
    before: ({ title }) => `待${title}签字后再签。`,
    samePerson: ({ title }) => `您已以${title}的名义签字，这里须由另一人签字。`,
    signed: ({ title }) => `${title}已签字。`,
    withdraw: '撤回签字',
    withdrawNamed: ({ title }) => `撤回签字：${title}`,
    withdrawn: ({ title }) => `已撤回${title}的签字。`,
    optional: '（可以不签）',
    caption: '签字',
    signer: '签字人',
    name: '姓名',
    time: '签字时间',
    foreign: '这个签字不在需要的签字里，请删除。',
    remove: '删除签字',
  },
  en: {
    states: { signed: 'Signed', waiting: 'Not signed', void: 'Void', refused: 'Not valid' },
    undecided: 'Nobody has decided the text of the pledge yet; it cannot be signed. Ask the office in charge.',
    coversAll: 'A signature stands for everything that is filled in here.',
    covers: ({ labels }) => `A signature stands for: ${labels.join(', ')}.`,
    voids: 'A change of that or of the text after signing voids the signature; it has to be signed again.',
    progress: ({ signed, count, waiting }) => `${signed} of ${count} have signed; still missing: ${waiting.join(', ')}.`,
    complete: 'Everybody who has to sign has signed.',
    read: 'I have read the pledge; what is filled in is true',
    readFirst: 'Read the pledge and tick the box first.',
    sign: ({ name, title }) => `Sign as ${title}: ${name}`,
    signAgain: ({ name, title }) => `Sign again as ${title}: ${name}`,
    by: ({ name, time }) => `${name}, ${time}`,
    signIn: 'The person has to sign in to sign.',
    notYours: 'To be signed by the person, signed in.',
    before: ({ title }) => `After ${title} has signed.`,
    samePerson: ({ title }) => `You signed as ${title}; somebody else has to sign here.`,
    signed: ({ title }) => `${title} has signed.`,
    withdraw: 'Withdraw',
    withdrawNamed: ({ title }) => `Withdraw the signature: ${title}`,
    withdrawn: ({ title }) => `The signature of ${title} was withdrawn.`,
    optional: ' (need not sign)',
    caption: 'Signatures',
    signer: 'Who signs',
    name: 'Name',
    time: 'When',
    foreign: 'This signature is not asked for; please remove it.',
    remove: 'Remove the signature',
  },
});
