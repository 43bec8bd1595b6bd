import type { Topic } from './topic.ts';

/** What can't wait: on which day before the present and at which hour. */
export const EMERGENCIES: readonly (readonly [day: number, hour: number, topic: Topic])[] = [
  [-83, 3, { kind: 'hazard_or_disaster', weight: 1, titles: ['台风中 2 栋屋面铁皮掀起'], says: ['2 栋屋面铁皮被风掀起，有坠落危险，正下方是出入口。'], adds: ['已用雪糕筒拦住。'], found: ['屋面压条螺栓锈断，约六平方米松动'], did: ['封闭出入口，风小后登顶加固，天亮拆除松动部分'], replies: [''] }],
  [-61, 14, { kind: 'urgent_help', weight: 1, titles: ['老人被困 6栋1单元 A 梯'], says: ['6栋1单元 A 梯停在五层和六层之间，里面有一位老人，在按铃。'], adds: ['老人说有点闷。'], found: ['门锁触点断开，轿厢停在五六层间'], did: ['维保到场十六分钟放人，老人无碍，电梯停用检修'], replies: [''] }],
  [-44, 20, { kind: 'hazard_or_disaster', weight: 1, titles: ['9栋 1104 厨房起火冒烟'], says: ['9 栋 11 楼有烟往外冒，邻居说闻到焦味，敲门没人应。'], adds: ['已打 119。'], found: ['油锅无人看管，烟机烧损，无人受伤'], did: ['切断燃气与电源，灭火器扑灭，消防到场复查，疏散十一户后返回'], replies: [''] }],
  [-27, 8, { kind: 'urgent_help', weight: 1, titles: ['中心花园一老人晕倒'], says: ['中心花园长椅旁有位老人倒在地上，叫得应，说头晕。'], adds: ['旁边的人认识，是 4 栋的。'], found: ['低血糖，有家族史'], did: ['120 十一分钟到场送医，管家陪同，家属已接手'], replies: [''] }],
  [-11, 19, { kind: 'hazard_or_disaster', weight: 1, titles: ['地库 B2 爆管积水'], says: ['地库 B2 3 区消防管爆了，水往配电间方向流。'], adds: ['已经没过脚面。'], found: ['管道接头锈蚀脱开'], did: ['关阀断水，沙袋挡住配电间，四台泵抽水，两小时排干，无设备进水'], replies: [''] }],
];
