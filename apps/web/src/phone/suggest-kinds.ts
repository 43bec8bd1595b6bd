import type { MatterKind } from '@shouwen/contract/facts';

/** Words that speak for a kind, the gravest kind first: what rings at the duty manager is never hidden behind something milder. */
const SPEAKS: readonly (readonly [MatterKind, RegExp])[] = [
  ['hazard_or_disaster', /起火|着火|火灾|冒烟|煤气|燃气|漏气|触电|漏电|爆炸|被困|困在|坍塌|淹水|倒塌/u],
  ['urgent_help', /晕倒|昏迷|流血|受伤|走失|心脏|叫救护|120|报警|打架|持刀/u],
  ['possible_hazard', /隐患|松动|脱落|掉落|翘起|湿滑|裸露|堵塞通道|积水|没有护栏|井盖/u],
  ['complaint', /投诉|不满|态度|扰民|噪音|吵|一直不|总是|又停|没人管|说了.{0,6}次|乱收/u],
  ['repair', /漏水|滴水|渗水|堵|坏|不亮|失灵|停运|不制冷|打不开|断电|跳闸|维修|修/u],
  ['inquiry', /请问|咨询|怎么办理|如何|什么时候|多少钱|能不能/u],
  ['suggestion', /建议|希望增加|能否增设/u],
  ['help_request', /帮忙|求助|帮一下|搬|钥匙忘/u],
];
const USUAL: readonly MatterKind[] = ['repair', 'possible_hazard', 'complaint'];

/** At most three kinds for what was said, the likeliest first. */
export function suggestKinds(said: string): MatterKind[] {
  const spoken = SPEAKS.filter(([, words]) => words.test(said)).map(([kind]) => kind);
  return [...new Set([...spoken, ...USUAL])].slice(0, 3);
}
